package onegrid.grid.grids;

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
        String shape) {}
