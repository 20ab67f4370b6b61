package onegrid.grid.grids;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** Everything of one version, in memory: one grid set for all departments (invariant G2). Needs no framework. */
final class GridSet {
    final int version;
    final GridTree tree;
    final PointIndex points;
    final Neighbours neighbours;
    final GridShapes shapes;
    final Lineage lineage;

    GridSet(int version, Map<String, Instant> since, Collection<GridRow> rows, Lineage lineage) {
        var geometries = Shapes.of(rows);
        this.version = version;
        this.tree = new GridTree(rows, since, version);
        this.points = new PointIndex(tree, geometries);
        this.neighbours = new Neighbours(tree, geometries);
        this.lineage = lineage;
        this.shapes = new GridShapes(tree, rows);
    }
}
