package onegrid.grid.grids;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import onegrid.kit.problem.Problem;

/**
 * A version that could be: its rows, what was found wrong with them, and what each new code follows.
 *
 * @param predecessors code of this version → codes of the past, of which it has land
 */
record GridDraft(Past past, GridChecks checks, Map<String, Set<String>> predecessors) {
    static GridDraft of(DistrictFiles files, Past past, boolean gapsMeant) {
        var checks = GridChecks.of(files, past, gapsMeant);
        return new GridDraft(past, checks, checks.passed() ? Succession.byLand(past, checks.rows()) : Map.of());
    }

    static GridDraft of(List<Operation> operations, Past past, boolean gapsMeant) {
        var recut = Recut.of(past, operations);
        return new GridDraft(past, GridChecks.of(recut.rows(), recut.refused(), past, gapsMeant), recut.predecessors());
    }

    List<GridRow> rows() {
        return checks.rows();
    }

    List<GridRow> added() {
        return rows().stream()
                .filter(row -> !past.inForce().containsKey(row.code().value()))
                .toList();
    }

    /** The grids of the past whose codes this version no longer has. */
    List<GridRow> retired() {
        var codes = new TreeSet<String>();
        rows().forEach(row -> codes.add(row.code().value()));
        return past.inForce().values().stream()
                .filter(row -> !codes.contains(row.code().value()))
                .toList();
    }

    List<GridRow> changed() {
        return rows().stream()
                .filter(row -> {
                    var was = past.inForce().get(row.code().value());
                    return was != null && !was.equals(row);
                })
                .toList();
    }

    /** Retired code → the codes that follow it. */
    Map<String, List<String>> successors() {
        var found = new HashMap<String, List<String>>();
        predecessors.forEach((code, olds) -> olds.forEach(
                old -> found.computeIfAbsent(old, any -> new ArrayList<>()).add(code)));
        return found;
    }

    /** 409 when a code would be used again, else 400, with every bad row. */
    void mustPass() {
        var flaws = checks.flaws();
        if (flaws.isEmpty()) {
            return;
        }
        var errors = checks.results().stream()
                .flatMap(check -> check.problems().stream().map(text -> new Problem.FieldError(check.name(), text)))
                .toList();
        var detail = "Nothing is changed: " + errors.size() + " problems, the first is: "
                + errors.getFirst().message();
        var reused = flaws.stream().anyMatch(flaw -> flaw.kind() == Flaw.Kind.REUSED);
        throw (reused ? Problem.rule("G6", detail) : new Problem(400, "validation", detail))
                .with("errors", errors)
                .with("badRows", GridReport.badRows(flaws))
                .with("checks", checks.results());
    }
}
