package onegrid.grid.grids;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import onegrid.grid.grids.DistrictFiles.Expected;
import onegrid.grid.grids.DistrictFiles.Line;

/**
 * Judges a new version before anything is written. Every check runs as far as it can, so that one reading of the
 * answer is enough to mend all bad rows.
 */
final class GridChecks {
    /** One check and what it found wrong, each problem naming its row. */
    record Check(String name, boolean passed, List<String> problems) {}

    private final Past past;
    private final List<GridRow> rows;
    private final Map<GridRow, Line> lines;
    private final Map<String, GridRow> byCode = new HashMap<>();
    private final List<Check> checks = new ArrayList<>();
    private final List<Flaw> flaws = new ArrayList<>();

    private GridChecks(List<GridRow> rows, Map<GridRow, Line> lines, Past past) {
        this.rows = new ArrayList<>(rows);
        this.lines = lines;
        this.past = past;
    }

    /** Files that begin a district. */
    static GridChecks of(DistrictFiles files) {
        return of(files, Past.NONE, false);
    }

    /** @param gapsMeant land that has had a grid may be left without one */
    static GridChecks of(DistrictFiles files, Past past, boolean gapsMeant) {
        var reading = new GridReading(files, past);
        var checks = new GridChecks(reading.rows, reading.lines, past);
        checks.add("rows are complete and codes are well-formed", reading.flaws);
        checks.codes();
        checks.add("counts", checks.counts(files.expected()));
        checks.add("streets and communities are official divisions", checks.official(files.divisions()));
        checks.ground(files.shapes(), gapsMeant);
        return checks;
    }

    /**
     * Rows that operations made of the rows in force. The district decides about its own communities, so their names
     * need not be official yet, and nobody expects a number of grids.
     */
    static GridChecks of(List<GridRow> rows, List<Flaw> refused, Past past, boolean gapsMeant) {
        var checks = new GridChecks(rows, Map.of(), past);
        checks.add("operations can be carried out", refused);
        checks.codes();
        checks.ground(Map.of(), gapsMeant);
        return checks;
    }

    private void codes() {
        add("codes are unique", unique());
        add("codes of the past are not used again", unused());
        add("levels and kinds agree with codes", levels());
        add("parents exist and are the next level up", parents());
    }

    private void ground(Map<String, DistrictFiles.Shape> drawn, boolean gapsMeant) {
        var shapes = new ShapeChecks(rows);
        add("shapes exist and are valid", shapes.valid(drawn));
        add("siblings do not overlap", shapes.apart());
        add("children lie inside their parents", shapes.inside());
        add("the point of a grid lies in its shape", shapes.points());
        add("no land loses its grid", gapsMeant ? List.of() : GridGaps.between(past, rows));
    }

    List<Check> results() {
        return checks;
    }

    List<GridRow> rows() {
        return rows;
    }

    List<Flaw> flaws() {
        return flaws;
    }

    boolean passed() {
        return flaws.isEmpty();
    }

    private void add(String name, List<Flaw> found) {
        var placed = found.stream().map(this::placed).toList();
        flaws.addAll(placed);
        checks.add(new Check(
                name, placed.isEmpty(), placed.stream().map(this::text).toList()));
    }

    /** With the line of its row, where it came from a file. */
    private Flaw placed(Flaw flaw) {
        var line = flaw.file() != null || flaw.code() == null ? null : lines.get(byCode.get(flaw.code()));
        return line == null ? flaw : flaw.at(line.file(), line.number());
    }

    private String text(Flaw flaw) {
        var row = byCode.get(flaw.code());
        var where = flaw.file() == null || row != null && flaw.field() == null
                ? flaw.code() == null ? "" : flaw.code() + (row == null ? "" : " " + row.name()) + ": "
                : flaw.file() + (flaw.line() == null ? "" : " line " + flaw.line())
                        + (flaw.code() == null ? "" : " (" + flaw.code() + ")") + ": ";
        return where + (flaw.field() == null ? "" : flaw.field() + " ") + flaw.reason();
    }

    private List<Flaw> unique() {
        var found = new ArrayList<Flaw>();
        var seen = new HashSet<GridCode>();
        for (var row : List.copyOf(rows)) {
            if (seen.add(row.code())) {
                byCode.put(row.code().value(), row);
            } else {
                rows.removeIf(other -> other == row);
                var flaw = Flaw.row(null, null, row.code().value(), "code", "is used more than once");
                var line = lines.get(row);
                found.add(line == null ? flaw : flaw.at(line.file(), line.number()));
            }
        }
        return found;
    }

    /** G6. What is in force goes on; what was retired never comes back. */
    private List<Flaw> unused() {
        return rows.stream()
                .filter(row -> past.retired().containsKey(row.code().value()))
                .map(row -> reused(row.code().value(), past))
                .toList();
    }

    static Flaw reused(String code, Past past) {
        var reason = past.retired().containsKey(code)
                ? "the code was retired with version " + past.retired().get(code) + " and is never used again (G6)"
                : "the code is in use and a code is never used again (G6)";
        return new Flaw(Flaw.Kind.REUSED, null, null, code, null, reason, List.of(), null);
    }

    private List<Flaw> levels() {
        var found = new ArrayList<Flaw>();
        for (var row : rows) {
            if (row.level() != row.code().level()) {
                found.add(flaw(
                        row,
                        "level " + row.level() + ", but the code has level "
                                + row.code().level()));
            }
            if (row.kind() != row.code().kind()) {
                found.add(flaw(
                        row,
                        "kind " + row.kind() + ", but the code is " + row.code().kind()));
            }
        }
        return found;
    }

    private List<Flaw> parents() {
        var found = new ArrayList<Flaw>();
        for (var row : rows) {
            var expected = row.code().parent().map(GridCode::value).orElse(null);
            if (!Objects.equals(expected, row.parentCode())) {
                found.add(flaw(row, "parent " + row.parentCode() + ", but the code belongs to " + expected));
            } else if (expected != null && !byCode.containsKey(expected)) {
                found.add(flaw(row, "its parent " + expected + " does not exist"));
            }
        }
        return found;
    }

    private List<Flaw> counts(Expected expected) {
        var found = new ArrayList<Flaw>();
        count(found, "communities", expected.communities(), 2, GridKind.BASE);
        count(found, "compounds (level 3)", expected.compounds(), 3, GridKind.BASE);
        count(found, "scattered", expected.scattered(), 3, GridKind.SCATTERED);
        count(found, "areas (level 4)", expected.areas(), 4, null);
        count(found, "buildings (level 5)", expected.buildings(), 5, null);
        return found;
    }

    private void count(List<Flaw> found, String what, Integer expected, int level, GridKind kind) {
        var counted = rows.stream()
                .filter(row -> row.level() == level && (kind == null || row.kind() == kind))
                .count();
        if (expected != null && counted != expected) {
            found.add(Flaw.row(null, null, null, null, what + ": " + counted + " instead of " + expected));
        }
    }

    /** A name that is in force already was decided by the district itself. */
    private List<Flaw> official(Map<String, String> divisions) {
        var found = new ArrayList<Flaw>();
        for (var row : rows) {
            var code = row.code().value();
            var known = past.inForce().get(code);
            if (row.level() != 1 && row.level() != 2
                    || known != null && known.name().equals(row.name())) {
                continue;
            }
            var name = divisions.get(code);
            if (name == null) {
                found.add(flaw(row, "is not in divisions.csv"));
            } else if (!name.equals(row.name())) {
                found.add(flaw(row, "is called " + name + " in divisions.csv"));
            }
        }
        return found;
    }

    private static Flaw flaw(GridRow row, String reason) {
        return Flaw.row(null, null, row.code().value(), null, reason);
    }
}
