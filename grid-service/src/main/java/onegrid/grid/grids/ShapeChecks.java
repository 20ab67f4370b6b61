package onegrid.grid.grids;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.valid.IsValidOp;

/** The checks that look at shapes. Coordinates are rounded, so borders may disagree by a metre. */
final class ShapeChecks {
    /** The outline of the district is accurate to about 100 m (data/README.md). */
    private static final double OUTLINE_DEGREES = 1.2e-3;

    private static final GeometryFactory POINTS = new GeometryFactory();

    private final Collection<GridRow> rows;
    private final Map<String, Geometry> shapes = new HashMap<>();
    /** Without their rim of one metre. */
    private final Map<String, Geometry> cores = new HashMap<>();

    ShapeChecks(Collection<GridRow> rows) {
        this.rows = rows;
    }

    /** @param drawn the features of the upload; each needs a row */
    List<Flaw> valid(Map<String, DistrictFiles.Shape> drawn) {
        var found = new ArrayList<Flaw>();
        for (var row : rows) {
            if (row.shape() == null) {
                found.add(flaw(row, "has no shape"));
                continue;
            }
            try {
                var shape = Shapes.parse(row.shape());
                var flaw = new IsValidOp(shape).getValidationError();
                if (flaw == null) {
                    shapes.put(row.code().value(), shape);
                    cores.put(row.code().value(), Shapes.core(shape));
                } else {
                    found.add(flaw(
                            row, flaw.getMessage() + " at " + flaw.getCoordinate().x + "," + flaw.getCoordinate().y));
                }
            } catch (IllegalArgumentException e) {
                found.add(flaw(row, e.getMessage()));
            }
        }
        var known = rows.stream().map(row -> row.code().value()).collect(Collectors.toSet());
        drawn.entrySet().stream()
                .filter(feature -> !known.contains(feature.getKey()))
                .sorted(Map.Entry.comparingByKey())
                .forEach(feature -> found.add(Flaw.row(
                        DistrictFiles.SHAPES,
                        feature.getValue().line(),
                        feature.getKey(),
                        null,
                        "has no row in grids.csv")));
        return found;
    }

    List<Flaw> apart() {
        var found = new ArrayList<Flaw>();
        rows.stream()
                .filter(row ->
                        row.parentCode() != null && cores.containsKey(row.code().value()))
                .collect(Collectors.groupingBy(GridRow::parentCode))
                .values()
                .forEach(siblings -> apart(siblings, found));
        return found;
    }

    private void apart(List<GridRow> siblings, List<Flaw> found) {
        var seen = new STRtree();
        siblings.forEach(row -> seen.insert(core(row).getEnvelopeInternal(), row));
        for (var row : siblings) {
            var core = PreparedGeometryFactory.prepare(core(row));
            for (var candidate : seen.query(core(row).getEnvelopeInternal())) {
                var other = (GridRow) candidate;
                if (row.code().value().compareTo(other.code().value()) < 0 && core.intersects(core(other))) {
                    found.add(Flaw.place(
                            Flaw.Kind.OVERLAP,
                            row.code().value(),
                            "overlaps " + other.code() + " " + other.name(),
                            List.of(other.code().value()),
                            shape(row).intersection(shape(other))));
                }
            }
        }
    }

    List<Flaw> inside() {
        var found = new ArrayList<Flaw>();
        var parents = new HashMap<String, PreparedGeometry>();
        for (var row : rows) {
            var parent = shapes.get(row.parentCode());
            if (parent == null || !cores.containsKey(row.code().value())) {
                continue;
            }
            var prepared = parents.computeIfAbsent(
                    row.parentCode(),
                    code -> PreparedGeometryFactory.prepare(
                            row.level() == 1 ? parent.buffer(OUTLINE_DEGREES) : parent));
            if (!prepared.covers(core(row))) {
                found.add(Flaw.place(
                        Flaw.Kind.OUTSIDE,
                        row.code().value(),
                        "is not inside its parent " + row.parentCode(),
                        List.of(row.parentCode()),
                        shape(row).difference(prepared.getGeometry())));
            }
        }
        return found;
    }

    List<Flaw> points() {
        var found = new ArrayList<Flaw>();
        for (var row : rows) {
            var shape = shapes.get(row.code().value());
            var point = POINTS.createPoint(new Coordinate(row.longitude(), row.latitude()));
            if (shape != null && !shape.isWithinDistance(point, Shapes.TOLERANCE_DEGREES)) {
                found.add(flaw(row, "its lon,lat lie outside its shape"));
            }
        }
        return found;
    }

    private Geometry core(GridRow row) {
        return cores.get(row.code().value());
    }

    private Geometry shape(GridRow row) {
        return shapes.get(row.code().value());
    }

    private static Flaw flaw(GridRow row, String reason) {
        return Flaw.row(null, null, row.code().value(), null, reason);
    }
}
