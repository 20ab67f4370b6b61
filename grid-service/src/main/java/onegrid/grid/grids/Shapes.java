package onegrid.grid.grids;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;

/** GeoJSON geometries as JTS shapes, in WGS-84 degrees. */
final class Shapes {
    private Shapes() {}

    static Map<String, Geometry> of(Collection<GridRow> rows) {
        var shapes = new HashMap<String, Geometry>(rows.size() * 2);
        rows.forEach(row -> shapes.put(row.code().value(), parse(row.shape())));
        return shapes;
    }

    /** @throws IllegalArgumentException when it is not the GeoJSON of an area */
    static Geometry parse(String geoJson) {
        Geometry shape;
        try {
            shape = new GeoJsonReader().read(geoJson);
        } catch (ParseException | RuntimeException e) {
            throw new IllegalArgumentException("is not a GeoJSON geometry");
        }
        if (!(shape instanceof Polygonal) || shape.isEmpty()) {
            throw new IllegalArgumentException("is not a polygon");
        }
        return shape;
    }
}
