package onegrid.grid.grids;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Which patrolled grids (areas; compounds without areas; scattered households) lie beside a grid. */
final class Neighbours {
    private static final double METRES_PER_DEGREE = 111_195;

    private final Map<String, Geometry> metric = new HashMap<>();
    private final STRtree patrolled = new STRtree();
    private final double shrink;

    /** A patrolled grid near another one. */
    public record Near(Grid grid, double metres) {}

    Neighbours(GridTree tree, Map<String, Geometry> shapes) {
        shrink = Math.cos(Math.toRadians(tree.district().latitude()));
        for (var grid : tree.all()) {
            var shape = inMetres(shapes.get(grid.code()));
            metric.put(grid.code(), shape);
            if (grid.level() == 4
                    || grid.level() == 3 && tree.children(grid.code()).stream().noneMatch(c -> c.level() == 4)) {
                patrolled.insert(shape.getEnvelopeInternal(), grid);
            }
        }
        patrolled.build();
    }

    /**
     * The nearest first. What contains the grid, or is a part of it, is not beside it; a building stands for its area.
     */
    List<Near> of(Grid grid, double withinMetres, int atMost) {
        var own = grid.level() == 5 && grid.parent() != null ? grid.parent() : grid;
        var shape = metric.get(own.code());
        var centre = shape.getCentroid();
        var around = shape.getEnvelopeInternal().copy();
        around.expandBy(withinMetres);
        return ((Stream<?>) patrolled.query(around).stream())
                .map(Grid.class::cast)
                .filter(other ->
                        !other.code().startsWith(own.code()) && !own.code().startsWith(other.code()))
                .map(other -> new Near(other, metric.get(other.code()).distance(shape)))
                .filter(near -> near.metres <= withinMetres)
                .sorted(Comparator.comparingDouble(Near::metres)
                        .thenComparing(near ->
                                metric.get(near.grid.code()).getCentroid().distance(centre))
                        .thenComparing(near -> near.grid.code()))
                .limit(atMost)
                .toList();
    }

    /** What lies on which side, and how large it is; peers are grids of the same level. */
    Limits limits(Grid grid, Collection<Grid> all, double withinMetres) {
        var shape = metric.get(grid.code());
        if (shape == null) {
            return Limits.UNKNOWN;
        }
        var around = shape.buffer(withinMetres);
        var peers = new EnumMap<Limits.Side, List<Near>>(Limits.Side.class);
        for (var other : all) {
            var beside = metric.get(other.code());
            if (other.level() != grid.level()
                    || other.code().equals(grid.code())
                    || !beside.getEnvelopeInternal().intersects(around.getEnvelopeInternal())) {
                continue;
            }
            var shared = OverlayNGRobust.overlay(beside, around, OverlayNG.INTERSECTION);
            if (!shared.isEmpty()) {
                var side = Limits.Side.of(shape.getCentroid(), shared.getCentroid());
                peers.computeIfAbsent(side, key -> new ArrayList<>()).add(new Near(other, -shared.getArea()));
            }
        }
        return Limits.of(shape.getArea(), peers);
    }

    /** Flat metres: true to a few per mille over a district. */
    private Geometry inMetres(Geometry degrees) {
        var copy = degrees.copy();
        copy.apply(new CoordinateSequenceFilter() {
            @Override
            public void filter(CoordinateSequence points, int i) {
                points.setOrdinate(i, Coordinate.X, points.getX(i) * METRES_PER_DEGREE * shrink);
                points.setOrdinate(i, Coordinate.Y, points.getY(i) * METRES_PER_DEGREE);
            }

            @Override
            public boolean isDone() {
                return false;
            }

            @Override
            public boolean isGeometryChanged() {
                return true;
            }
        });
        return copy;
    }
}
