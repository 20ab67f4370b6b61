package onegrid.grid.grids;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.ItemVisitor;
import org.locationtech.jts.index.strtree.STRtree;

/** Point → grid in memory: an R-tree over the bounds, then the prepared shapes themselves. Safe for many threads. */
final class PointIndex {
    /** Shapes are kept to 6 decimals, so neighbours may leave a gap of a few decimetres; one metre is bridged. */
    private static final double GAP_DEGREES = 1e-5;

    private static final GeometryFactory POINTS = new GeometryFactory();

    private record Area(Grid grid, Geometry shape, PointOnGeometryLocator prepared) {
        boolean covers(Coordinate at) {
            return prepared.locate(at) != Location.EXTERIOR;
        }
    }

    private final STRtree grids = new STRtree();
    private final STRtree communities = new STRtree();
    private final Area district;

    PointIndex(GridTree tree, Map<String, Geometry> shapes) {
        tree.all().forEach(grid -> {
            if (grid.level() == 2) {
                insert(communities, grid, shapes);
            } else if (grid.level() > 2) {
                insert(grids, grid, shapes);
            }
        });
        grids.build();
        communities.build();
        district = area(tree.district(), shapes);
    }

    private static void insert(STRtree index, Grid grid, Map<String, Geometry> shapes) {
        var area = area(grid, shapes);
        index.insert(area.shape.getEnvelopeInternal(), area);
    }

    private static Area area(Grid grid, Map<String, Geometry> shapes) {
        var shape = shapes.get(grid.code());
        return new Area(grid, shape, new IndexedPointInAreaLocator(shape));
    }

    boolean insideOutline(double longitude, double latitude) {
        var at = new Coordinate(longitude, latitude);
        return finite(at) && district.shape.getEnvelopeInternal().intersects(at) && district.covers(at);
    }

    private static boolean finite(Coordinate at) {
        return Double.isFinite(at.x) && Double.isFinite(at.y);
    }

    /** The deepest grid below communities that has this point: the building, else its area, else the compound. */
    Optional<Grid> grid(double longitude, double latitude) {
        return deepest(grids, longitude, latitude).or(() -> acrossTheGap(longitude, latitude));
    }

    Optional<Grid> community(double longitude, double latitude) {
        return deepest(communities, longitude, latitude);
    }

    private static Optional<Grid> deepest(STRtree index, double longitude, double latitude) {
        var at = new Coordinate(longitude, latitude);
        var found = new Deepest(at);
        if (finite(at)) {
            index.query(new Envelope(at), found);
        }
        return Optional.ofNullable(found.grid);
    }

    /** On a shared border the smaller code wins, so that the answer is always the same. */
    private static final class Deepest implements ItemVisitor {
        private final Coordinate at;
        private Grid grid;

        Deepest(Coordinate at) {
            this.at = at;
        }

        @Override
        public void visitItem(Object item) {
            var area = (Area) item;
            var better = grid == null
                    || area.grid.level() > grid.level()
                    || area.grid.level() == grid.level() && area.grid.code().compareTo(grid.code()) < 0;
            if (better && area.covers(at)) {
                grid = area.grid;
            }
        }
    }

    private Optional<Grid> acrossTheGap(double longitude, double latitude) {
        var at = new Coordinate(longitude, latitude);
        if (!finite(at)) {
            return Optional.empty();
        }
        var around = new Envelope(at);
        around.expandBy(GAP_DEGREES);
        var point = POINTS.createPoint(at);
        return ((Stream<?>) grids.query(around).stream())
                .map(Area.class::cast)
                .filter(area -> area.shape.isWithinDistance(point, GAP_DEGREES))
                .map(Area::grid)
                .max(java.util.Comparator.comparingInt(Grid::level)
                        .thenComparing(Grid::code, java.util.Comparator.reverseOrder()));
    }
}
