package onegrid.grid.grids;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Point;

/**
 * The limits of a grid in words: what lies east, south, west and north of it, and its size.
 *
 * @param hectares of its area, as it is drawn; null where it is not drawn
 * @param words "东至温泉小区2；南至…", empty where nothing of its level lies beside it
 */
public record Limits(Double hectares, List<Beside> sides, String words) {
    static final Limits UNKNOWN = new Limits(null, List.of(), "");
    private static final int MOST_A_SIDE = 3;
    private static final double SQUARE_METRES = 10_000;

    /** In the order in which limits are read out in Chinese (四至). */
    public enum Side {
        EAST("东"),
        SOUTH("南"),
        WEST("西"),
        NORTH("北");

        private final String title;

        Side(String title) {
            this.title = title;
        }

        static Side of(Point from, Point to) {
            var east = to.getX() - from.getX();
            var north = to.getY() - from.getY();
            return Math.abs(east) >= Math.abs(north) ? (east >= 0 ? EAST : WEST) : (north >= 0 ? NORTH : SOUTH);
        }
    }

    /** The three that share most of this side with the grid. */
    public record Beside(Side side, List<Named> grids) {}

    public record Named(String code, String name) {}

    static Limits of(double squareMetres, EnumMap<Side, List<Neighbours.Near>> peers) {
        var sides = peers.entrySet().stream().map(Limits::beside).toList();
        var words = sides.stream()
                .map(beside -> beside.side.title + "至"
                        + beside.grids.stream().map(Named::name).collect(Collectors.joining("、")))
                .collect(Collectors.joining("；"));
        return new Limits(Math.round(squareMetres / SQUARE_METRES * 100) / 100.0, sides, words);
    }

    private static Beside beside(Map.Entry<Side, List<Neighbours.Near>> side) {
        return new Beside(
                side.getKey(),
                side.getValue().stream()
                        .sorted(Comparator.comparingDouble(Neighbours.Near::metres)
                                .thenComparing(near -> near.grid().code()))
                        .limit(MOST_A_SIDE)
                        .map(near -> new Named(near.grid().code(), near.grid().name()))
                        .toList());
    }
}
