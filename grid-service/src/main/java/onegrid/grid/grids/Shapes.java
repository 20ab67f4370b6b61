package onegrid.grid.grids;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.locationtech.jts.io.geojson.GeoJsonWriter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;

/** GeoJSON geometries as JTS shapes, in WGS-84 degrees. */
final class Shapes {
    /** About one metre: what is narrower is rounding, neither an overlap nor a gap. */
    static final double TOLERANCE_DEGREES = 1e-5;

    private static final int DECIMALS = 6;
    private static final PrecisionModel GRAIN = new PrecisionModel(1e6);
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final ObjectMapper JSON = new ObjectMapper();

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

    /** As the files write it: 6 decimals, spelt as a JSON reader would spell it again. */
    static String text(Geometry shape) {
        var writer = new GeoJsonWriter(DECIMALS);
        writer.setEncodeCRS(false);
        try {
            return JSON.readTree(writer.write(shape)).toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without its rim of one metre. */
    static Geometry core(Geometry shape) {
        return shape.buffer(-TOLERANCE_DEGREES, 2);
    }

    static Geometry union(Collection<Geometry> shapes) {
        return shapes.isEmpty() ? FACTORY.createPolygon() : OverlayNGRobust.union(shapes);
    }

    /** Two places become one; on the grain of the files, without the slivers that rounding leaves between them. */
    static Geometry joined(Collection<Geometry> shapes) {
        return tidy(UnaryUnionNG.union(shapes, GRAIN));
    }

    /** What is left of a place; on the grain of the files. */
    static Geometry without(Geometry shape, Geometry part) {
        return tidy(OverlayNG.overlay(shape, part, OverlayNG.DIFFERENCE, GRAIN));
    }

    /** What both have; on the grain of the files. */
    static Geometry common(Geometry one, Geometry other) {
        return tidy(OverlayNG.overlay(one, other, OverlayNG.INTERSECTION, GRAIN));
    }

    /** Only what is an area. */
    static Geometry areas(Geometry shape) {
        List<?> polygons = PolygonExtracter.getPolygons(shape);
        return polygons.size() == 1
                ? (Polygon) polygons.getFirst()
                : FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    /** Parts and holes narrower than two metres are rounding. */
    private static Geometry tidy(Geometry shape) {
        var kept = new ArrayList<Polygon>();
        for (var found : PolygonExtracter.getPolygons(shape)) {
            var polygon = (Polygon) found;
            if (!core(polygon).isEmpty()) {
                var holes = new ArrayList<LinearRing>();
                for (var i = 0; i < polygon.getNumInteriorRing(); i++) {
                    var hole = polygon.getInteriorRingN(i);
                    if (!core(FACTORY.createPolygon(hole)).isEmpty()) {
                        holes.add(hole);
                    }
                }
                kept.add(FACTORY.createPolygon(polygon.getExteriorRing(), holes.toArray(LinearRing[]::new)));
            }
        }
        return kept.size() == 1 ? kept.getFirst() : FACTORY.createMultiPolygon(kept.toArray(Polygon[]::new));
    }
}
