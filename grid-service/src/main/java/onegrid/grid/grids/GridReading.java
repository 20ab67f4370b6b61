package onegrid.grid.grids;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import onegrid.grid.grids.DistrictFiles.Line;
import onegrid.kit.problem.Problem;

/** From the files to rows: every field that cannot be read is a flaw of its own, with its line. */
final class GridReading {
    final List<GridRow> rows = new ArrayList<>();
    final List<Flaw> flaws = new ArrayList<>();
    /** By identity: of two rows with one code each has its own line. */
    final Map<GridRow, Line> lines = new IdentityHashMap<>();

    private final DistrictFiles files;
    private final Past past;

    GridReading(DistrictFiles files, Past past) {
        this.files = files;
        this.past = past;
        flaws.addAll(files.unreadable());
        outline();
        files.lines().forEach(line -> new Reader(line).read());
    }

    private void outline() {
        var code = files.outline().at("/properties/code").asText();
        var shape = files.outline().path("geometry").toString();
        try {
            var centre = Shapes.parse(shape).getInteriorPoint();
            var name = files.outline().at("/properties/name").asText();
            var known = past.inForce().get(code);
            var same = known != null && known.shape().equals(shape);
            rows.add(new GridRow(
                    new GridCode(code),
                    null,
                    0,
                    GridKind.BASE,
                    name,
                    null,
                    0,
                    same ? known.longitude() : centre.getX(),
                    same ? known.latitude() : centre.getY(),
                    null,
                    null,
                    shape));
        } catch (Problem | IllegalArgumentException e) {
            flaws.add(Flaw.row(DistrictFiles.OUTLINE, null, code, null, e.getMessage()));
        }
    }

    private final class Reader {
        private final Line line;
        private final Map<String, String> fields = new HashMap<>();
        private boolean readable = true;

        Reader(Line line) {
            this.line = line;
            DistrictFiles.COLUMNS.forEach(column -> fields.put(column, line.get(column)));
        }

        void read() {
            var written = fields.get("code");
            if (!GridCode.isOne(written)) {
                bad("code", written.isEmpty() ? "is empty" : "is not a grid code: 9, 12, 15, 17 or 19 digits");
            } else if (line.file().equals(DistrictFiles.SHAPES)) {
                complete(new GridCode(written));
            }
            var name = filled("name");
            var head = filled("head_post");
            var level = whole("level");
            var households = whole("households");
            if (households != null && households < 0) {
                bad("households", "is negative");
            }
            var kind = kind();
            var longitude = degrees("lon", 180);
            var latitude = degrees("lat", 90);
            if (!readable) {
                return;
            }
            var code = new GridCode(written);
            var office = files.offices().get(written);
            var shape = files.shapes().get(written);
            var row = new GridRow(
                    code,
                    fields.get("parent_code"),
                    level,
                    kind,
                    name,
                    head,
                    households,
                    longitude,
                    latitude,
                    office == null || office.contactPhone().isEmpty() ? null : office.contactPhone(),
                    office == null || office.supervisionPhone().isEmpty() ? null : office.supervisionPhone(),
                    shape == null ? null : shape.text());
            lines.put(row, line);
            rows.add(row);
        }

        /** A feature may leave out what the grid in force says already, and what its code and shape say by themselves. */
        private void complete(GridCode code) {
            var known = past.inForce().get(code.value());
            fill("parent_code", code.parent().map(GridCode::value).orElse(""));
            fill("level", code.level());
            fill("kind", code.kind());
            fill("name", known == null ? null : known.name());
            fill("head_post", known == null ? null : known.headPost());
            fill("households", known == null ? 0 : known.households());
            var shape = files.shapes().get(code.value());
            if (known != null && shape != null && known.shape().equals(shape.text())) {
                fill("lon", known.longitude());
                fill("lat", known.latitude());
            }
            if (fields.get("lon").isEmpty() || fields.get("lat").isEmpty()) {
                inside(shape);
            }
        }

        private void inside(DistrictFiles.Shape shape) {
            try {
                var point = Shapes.parse(shape.text()).getInteriorPoint();
                fields.put("lon", String.valueOf(point.getX()));
                fields.put("lat", String.valueOf(point.getY()));
            } catch (IllegalArgumentException e) {
                fields.put("lon", "0"); // the shape itself is told as bad
                fields.put("lat", "0");
            }
        }

        private void fill(String column, Object value) {
            if (fields.get(column).isEmpty()) {
                fields.put(column, Objects.toString(value, ""));
            }
        }

        private String filled(String column) {
            if (fields.get(column).isEmpty()) {
                bad(column, "is empty");
            }
            return fields.get(column);
        }

        private Integer whole(String column) {
            try {
                return Integer.parseInt(fields.get(column));
            } catch (NumberFormatException e) {
                bad(column, "is not a whole number");
                return null;
            }
        }

        private Double degrees(String column, double most) {
            try {
                var value = Double.parseDouble(fields.get(column));
                if (Math.abs(value) <= most) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // told below
            }
            bad(column, "is not a number of degrees");
            return null;
        }

        private GridKind kind() {
            try {
                return GridKind.valueOf(fields.get("kind"));
            } catch (IllegalArgumentException e) {
                bad("kind", "is not one of BASE, SCATTERED, DEDICATED");
                return null;
            }
        }

        private void bad(String column, String reason) {
            readable = false;
            flaws.add(Flaw.row(line.file(), line.number(), line.get("code"), column, reason));
        }
    }
}
