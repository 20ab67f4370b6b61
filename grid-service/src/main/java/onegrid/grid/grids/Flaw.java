package onegrid.grid.grids;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/**
 * One thing that is wrong with what somebody wants to publish, said so that it can be mended.
 *
 * @param file the uploaded file, or {@code operations} of a change set; null where no file has it
 * @param line as an editor counts, of operations the first is 1; null where no line is to blame
 * @param field column or property, or null
 * @param with the other codes that take part
 * @param shape where it is, in WGS-84 degrees; null for what has no place
 */
record Flaw(
        Kind kind,
        String file,
        Long line,
        String code,
        String field,
        String reason,
        List<String> with,
        Geometry shape) {
    enum Kind {
        ROW,
        REUSED,
        GAP,
        OVERLAP,
        OUTSIDE
    }

    private static final double METRES_PER_DEGREE = 111_195;

    static Flaw row(String file, Long line, String code, String field, String reason) {
        return new Flaw(Kind.ROW, file, line, code, field, reason, List.of(), null);
    }

    static Flaw place(Kind kind, String code, String reason, List<String> with, Geometry shape) {
        return new Flaw(kind, null, null, code, null, reason, with, shape);
    }

    Flaw at(String inFile, Long onLine) {
        return new Flaw(kind, inFile, onLine, code, field, reason, with, shape);
    }

    /** Null for what has no place. */
    Long squareMetres() {
        if (shape == null) {
            return null;
        }
        var shrink = Math.cos(Math.toRadians(shape.getEnvelopeInternal().centre().y));
        return Math.round(shape.getArea() * METRES_PER_DEGREE * METRES_PER_DEGREE * shrink);
    }
}
