package onegrid.grid.grids;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import onegrid.grid.grids.DistrictFiles.Line;
import onegrid.kit.problem.Problem;

/**
 * Judges an import before anything is written. Every check runs as far as it can, so that one reading of the answer
 * is enough to mend all bad rows.
 */
final class GridChecks {
    /** One check and what it found wrong, each problem naming its row. */
    record Check(String name, boolean passed, List<String> problems) {}

    private final DistrictFiles files;
    private final List<GridRow> rows = new ArrayList<>();
    private final Map<String, GridRow> byCode = new HashMap<>();
    private final List<Check> checks = new ArrayList<>();

    private GridChecks(DistrictFiles files) {
        this.files = files;
    }

    static GridChecks of(DistrictFiles files) {
        var checks = new GridChecks(files);
        checks.add("rows are complete and codes are well-formed", checks.read());
        checks.add("codes are unique", checks.unique());
        checks.add("levels and kinds agree with codes", checks.levels());
        checks.add("parents exist and are the next level up", checks.parents());
        checks.add("counts", checks.counts());
        checks.add("streets and communities are official divisions", checks.official());
        var shapes = new ShapeChecks(checks.rows);
        checks.add("shapes exist and are valid", shapes.valid(files.shapes().keySet()));
        checks.add("siblings do not overlap", shapes.apart());
        checks.add("children lie inside their parents", shapes.inside());
        checks.add("the point of a grid lies in its shape", shapes.points());
        return checks;
    }

    List<Check> results() {
        return checks;
    }

    List<GridRow> rows() {
        return rows;
    }

    /** 400 with every bad row, when there is one. */
    void mustPass() {
        var failed = checks.stream().filter(check -> !check.passed).toList();
        if (!failed.isEmpty()) {
            var errors = failed.stream()
                    .flatMap(check ->
                            check.problems.stream().map(problem -> new Problem.FieldError(check.name, problem)))
                    .toList();
            throw new Problem(
                            400,
                            "validation",
                            "The import changes nothing: " + errors.size() + " problems, the first is: "
                                    + errors.getFirst().message())
                    .with("errors", errors)
                    .with("checks", checks);
        }
    }

    private void add(String name, List<String> problems) {
        checks.add(new Check(name, problems.isEmpty(), List.copyOf(problems)));
    }

    private List<String> read() {
        var problems = new ArrayList<String>();
        outline(problems);
        for (var line : files.lines()) {
            try {
                rows.add(row(line));
            } catch (Problem | IllegalArgumentException e) {
                problems.add(at(line.number(), line.get("code")) + e.getMessage());
            }
        }
        return problems;
    }

    private void outline(List<String> problems) {
        var code = files.outline().at("/properties/code").asText();
        var shape = files.outline().path("geometry").toString();
        try {
            var centre = Shapes.parse(shape).getInteriorPoint();
            var name = files.outline().at("/properties/name").asText();
            rows.add(new GridRow(
                    new GridCode(code),
                    null,
                    0,
                    GridKind.BASE,
                    name,
                    null,
                    0,
                    centre.getX(),
                    centre.getY(),
                    null,
                    null,
                    shape));
        } catch (Problem | IllegalArgumentException e) {
            problems.add("district.geojson (" + code + "): " + e.getMessage());
        }
    }

    private GridRow row(Line line) {
        var code = new GridCode(line.get("code"));
        var name = line.get("name");
        var head = line.get("head_post");
        if (name.isEmpty() || head.isEmpty()) {
            throw new IllegalArgumentException("name and head_post must not be empty");
        }
        var households = whole(line, "households");
        if (households < 0) {
            throw new IllegalArgumentException("households is negative");
        }
        var office = files.offices().get(code.value());
        return new GridRow(
                code,
                line.get("parent_code"),
                whole(line, "level"),
                kind(line),
                name,
                head,
                households,
                degrees(line, "lon", 180),
                degrees(line, "lat", 90),
                office == null ? null : office.contactPhone(),
                office == null ? null : office.supervisionPhone(),
                files.shapes().get(code.value()));
    }

    private static int whole(Line line, String column) {
        try {
            return Integer.parseInt(line.get(column));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(column + " is not a whole number");
        }
    }

    private static double degrees(Line line, String column, double most) {
        try {
            var value = Double.parseDouble(line.get(column));
            if (Math.abs(value) <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new IllegalArgumentException(column + " is not a number of degrees");
    }

    private static GridKind kind(Line line) {
        try {
            return GridKind.valueOf(line.get("kind"));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("kind is not one of BASE, SCATTERED, DEDICATED");
        }
    }

    private List<String> unique() {
        var problems = new ArrayList<String>();
        var seen = new HashSet<GridCode>();
        for (var row : List.copyOf(rows)) {
            if (seen.add(row.code())) {
                byCode.put(row.code().value(), row);
            } else {
                rows.remove(rows.lastIndexOf(row));
                problems.add(at(row) + "the code is used more than once");
            }
        }
        return problems;
    }

    private List<String> levels() {
        var problems = new ArrayList<String>();
        for (var row : rows) {
            if (row.level() != row.code().level()) {
                problems.add(at(row) + "level " + row.level() + ", but the code has level "
                        + row.code().level());
            }
            if (row.kind() != row.code().kind()) {
                problems.add(at(row) + "kind " + row.kind() + ", but the code is "
                        + row.code().kind());
            }
        }
        return problems;
    }

    private List<String> parents() {
        var problems = new ArrayList<String>();
        for (var row : rows) {
            var expected = row.code().parent().map(GridCode::value).orElse(null);
            if (!Objects.equals(expected, row.parentCode())) {
                problems.add(at(row) + "parent " + row.parentCode() + ", but the code belongs to " + expected);
            } else if (expected != null && !byCode.containsKey(expected)) {
                problems.add(at(row) + "its parent " + expected + " does not exist");
            }
        }
        return problems;
    }

    private List<String> counts() {
        var problems = new ArrayList<String>();
        count(problems, "communities", files.expected().communities(), 2, GridKind.BASE);
        count(problems, "compounds (level 3)", files.expected().compounds(), 3, GridKind.BASE);
        count(problems, "scattered", files.expected().scattered(), 3, GridKind.SCATTERED);
        count(problems, "areas (level 4)", files.expected().areas(), 4, null);
        count(problems, "buildings (level 5)", files.expected().buildings(), 5, null);
        return problems;
    }

    private void count(List<String> problems, String what, int expected, int level, GridKind kind) {
        var found = rows.stream()
                .filter(row -> row.level() == level && (kind == null || row.kind() == kind))
                .count();
        if (found != expected) {
            problems.add(what + ": " + found + " instead of " + expected);
        }
    }

    private List<String> official() {
        var problems = new ArrayList<String>();
        for (var row : rows) {
            if (row.level() == 1 || row.level() == 2) {
                var name = files.divisions().get(row.code().value());
                if (name == null) {
                    problems.add(at(row) + "is not in divisions.csv");
                } else if (!name.equals(row.name())) {
                    problems.add(at(row) + "is called " + name + " in divisions.csv");
                }
            }
        }
        return problems;
    }

    private static String at(GridRow row) {
        return row.code() + " " + row.name() + ": ";
    }

    private static String at(long number, String code) {
        return "grids.csv line " + number + " (" + code + "): ";
    }
}
