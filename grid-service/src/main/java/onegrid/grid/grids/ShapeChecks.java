package onegrid.grid.grids;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.valid.IsValidOp;

/** The checks that look at shapes. Coordinates are rounded, so borders may disagree by a metre. */
final class ShapeChecks {
    /** About one metre: what is narrower is rounding, not an overlap. */
    private static final double TOLERANCE_DEGREES = 1e-5;
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

    List<String> valid(Set<String> drawn) {
        var problems = new ArrayList<String>();
        for (var row : rows) {
            if (row.shape() == null) {
                problems.add(at(row) + "has no shape");
                continue;
            }
            try {
                var shape = Shapes.parse(row.shape());
                var flaw = new IsValidOp(shape).getValidationError();
                if (flaw == null) {
                    shapes.put(row.code().value(), shape);
                    cores.put(row.code().value(), shape.buffer(-TOLERANCE_DEGREES, 2));
                } else {
                    problems.add(at(row) + flaw.getMessage() + " at " + flaw.getCoordinate().x + ","
                            + flaw.getCoordinate().y);
                }
            } catch (IllegalArgumentException e) {
                problems.add(at(row) + e.getMessage());
            }
        }
        var known = rows.stream().map(row -> row.code().value()).collect(Collectors.toSet());
        drawn.stream()
                .filter(code -> !known.contains(code))
                .sorted()
                .forEach(code -> problems.add("grids.geojson (" + code + "): has no row in grids.csv"));
        return problems;
    }

    List<String> apart() {
        var problems = new ArrayList<String>();
        rows.stream()
                .filter(row ->
                        row.parentCode() != null && cores.containsKey(row.code().value()))
                .collect(Collectors.groupingBy(GridRow::parentCode))
                .values()
                .forEach(siblings -> apart(siblings, problems));
        return problems;
    }

    private void apart(List<GridRow> siblings, List<String> problems) {
        var seen = new STRtree();
        siblings.forEach(row -> seen.insert(core(row).getEnvelopeInternal(), row));
        for (var row : siblings) {
            var core = PreparedGeometryFactory.prepare(core(row));
            for (var found : seen.query(core(row).getEnvelopeInternal())) {
                var other = (GridRow) found;
                if (row.code().value().compareTo(other.code().value()) < 0 && core.intersects(core(other))) {
                    problems.add(at(row) + "overlaps " + other.code() + " " + other.name());
                }
            }
        }
    }

    List<String> inside() {
        var problems = new ArrayList<String>();
        var parents = new HashMap<String, org.locationtech.jts.geom.prep.PreparedGeometry>();
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
                problems.add(at(row) + "is not inside its parent " + row.parentCode());
            }
        }
        return problems;
    }

    List<String> points() {
        var problems = new ArrayList<String>();
        for (var row : rows) {
            var shape = shapes.get(row.code().value());
            var point = POINTS.createPoint(new Coordinate(row.longitude(), row.latitude()));
            if (shape != null && !shape.isWithinDistance(point, TOLERANCE_DEGREES)) {
                problems.add(at(row) + "its lon,lat lie outside its shape");
            }
        }
        return problems;
    }

    private Geometry core(GridRow row) {
        return cores.get(row.code().value());
    }

    private static String at(GridRow row) {
        return row.code() + " " + row.name() + ": ";
    }
}
