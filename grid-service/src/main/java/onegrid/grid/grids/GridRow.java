package onegrid.grid.grids;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * One grid as the files and the table hold it.
 *
 * @param shape GeoJSON geometry (Polygon or MultiPolygon, WGS-84 degrees, longitude first) as text
 * @param contactPhone of the office, null where the office above answers
 */
record GridRow(
        GridCode code,
        String parentCode,
        int level,
        GridKind kind,
        String name,
        String headPost,
        int households,
        double longitude,
        double latitude,
        String contactPhone,
        String supervisionPhone,
        String shape) {
    private static final GeometryFactory POINTS = new GeometryFactory();

    GridRow called(String newName, String newHead) {
        return new GridRow(
                code,
                parentCode,
                level,
                kind,
                newName,
                newHead,
                households,
                longitude,
                latitude,
                contactPhone,
                supervisionPhone,
                shape);
    }

    GridRow coded(GridCode newCode, String newParent) {
        return new GridRow(
                newCode,
                newParent,
                newCode.level(),
                newCode.kind(),
                name,
                headPost,
                households,
                longitude,
                latitude,
                contactPhone,
                supervisionPhone,
                shape);
    }

    /** With another boundary; the point stays while it lies inside. */
    GridRow drawn(Geometry newShape) {
        var stays = newShape.covers(POINTS.createPoint(new Coordinate(longitude, latitude)));
        var point = newShape.getInteriorPoint();
        return new GridRow(
                code,
                parentCode,
                level,
                kind,
                name,
                headPost,
                households,
                stays ? longitude : Recut.rounded(point.getX()),
                stays ? latitude : Recut.rounded(point.getY()),
                contactPhone,
                supervisionPhone,
                Shapes.text(newShape));
    }
}
