package onegrid.grid.grids;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Land that loses its grid: what a place has and none of its parts has, unless none had it before. A district may be
 * drawn street by street, so land that was never drawn is no gap; neither is a place without any parts.
 */
final class GridGaps {
    private static final int STREET = 1;
    private static final int AREA = 4;

    private final Version before;
    private final Version after;
    private final List<Flaw> found = new ArrayList<>();

    private GridGaps(Version before, Version after) {
        this.before = before;
        this.after = after;
    }

    static List<Flaw> between(Past past, Collection<GridRow> rows) {
        if (past.isFirst()) {
            return List.of();
        }
        var gaps = new GridGaps(new Version(past.inForce().values()), new Version(rows));
        gaps.streets();
        gaps.after.parents.values().forEach(gaps::inside);
        return gaps.found;
    }

    /** One version with its readable shapes. */
    private static final class Version {
        private final Map<String, GridRow> parents = new HashMap<>();
        private final Map<String, List<GridRow>> parts;
        private final Map<String, Geometry> shapes = new HashMap<>();

        Version(Collection<GridRow> rows) {
            parts = rows.stream()
                    .filter(row -> row.parentCode() != null)
                    .collect(Collectors.groupingBy(GridRow::parentCode));
            rows.stream()
                    .filter(row ->
                            row.level() > 0 && parts.containsKey(row.code().value()))
                    .forEach(row -> parents.put(row.code().value(), row));
        }

        private Geometry shape(GridRow row) {
            return shapes.computeIfAbsent(row.code().value(), code -> {
                try {
                    var shape = Shapes.parse(row.shape());
                    return shape.isValid() ? shape : shape.buffer(0);
                } catch (RuntimeException e) {
                    return new GeometryFactory().createPolygon(); // told by the check of shapes
                }
            });
        }

        private Geometry union(Collection<GridRow> rows) {
            return Shapes.union(rows.stream().map(this::shape).toList());
        }

        private List<GridRow> parts(GridRow place) {
            return parts.getOrDefault(place.code().value(), List.of());
        }

        private Geometry uncovered(GridRow place) {
            return shape(place).difference(union(parts(place)));
        }

        private List<GridRow> parentsNear(int level, Geometry place) {
            return parents.values().stream()
                    .filter(row -> row.level() == level
                            && shape(row).getEnvelopeInternal().intersects(place.getEnvelopeInternal()))
                    .toList();
        }

        private List<GridRow> streets() {
            return parents.values().stream()
                    .filter(row -> row.level() == STREET)
                    .toList();
        }
    }

    private void streets() {
        var lost = Shapes.core(before.union(before.streets()).difference(after.union(after.streets())));
        tell(null, "belongs to no street any more", lost);
    }

    /** Buildings do not tile their area: there are paths and green between them. */
    private void inside(GridRow place) {
        if (place.level() >= AREA || unchanged(place)) {
            return;
        }
        var uncovered = Shapes.core(after.uncovered(place));
        if (uncovered.isEmpty()) {
            return;
        }
        var never = Shapes.union(before.parentsNear(place.level(), uncovered).stream()
                .map(before::uncovered)
                .toList());
        tell(place, "has land that belongs to none of its grids any more", Shapes.core(uncovered.difference(never)));
    }

    private boolean unchanged(GridRow place) {
        var was = before.parents.get(place.code().value());
        return was != null
                && Objects.equals(was.shape(), place.shape())
                && shapesOf(before.parts(was)).equals(shapesOf(after.parts(place)));
    }

    private static Map<String, String> shapesOf(List<GridRow> rows) {
        return rows.stream()
                .filter(row -> row.shape() != null)
                .collect(Collectors.toMap(row -> row.code().value(), GridRow::shape, (one, other) -> one));
    }

    private void tell(GridRow place, String reason, Geometry lost) {
        if (!lost.isEmpty()) {
            found.add(Flaw.place(
                    Flaw.Kind.GAP, place == null ? null : place.code().value(), reason, List.of(), lost));
        }
    }
}
