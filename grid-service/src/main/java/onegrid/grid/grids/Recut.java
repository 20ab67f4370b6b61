package onegrid.grid.grids;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.locationtech.jts.geom.Geometry;

/**
 * The grids in force with operations carried out one after the other; many communities are re-cut at once. An operation
 * that cannot be carried out is a flaw and leaves the others to be tried. Where each new code comes from is kept, so
 * that cases of the old one are found under the new one.
 */
final class Recut {
    private final Past past;
    private final TreeMap<String, GridRow> rows;
    private final Map<String, Set<String>> origins = new HashMap<>();
    private final Set<String> usedHere = new HashSet<>();
    private final List<Flaw> refused = new ArrayList<>();

    private Recut(Past past) {
        this.past = past;
        this.rows = new TreeMap<>(past.inForce());
    }

    static Recut of(Past past, List<? extends Operation> operations) {
        var recut = new Recut(past);
        for (var i = 0; i < operations.size(); i++) {
            recut.attempt(operations.get(i), i + 1L);
        }
        return recut;
    }

    List<GridRow> rows() {
        return List.copyOf(rows.values());
    }

    List<Flaw> refused() {
        return refused;
    }

    /** New code → the codes in force that it follows. */
    Map<String, Set<String>> predecessors() {
        var found = new TreeMap<String, Set<String>>();
        rows.keySet().stream()
                .filter(code -> !past.inForce().containsKey(code))
                .forEach(code -> found.put(code, new TreeSet<>(origins.getOrDefault(code, Set.of()))));
        return found;
    }

    /** Why an operation cannot be carried out. */
    private static final class Refusal extends RuntimeException {
        private final Flaw flaw;

        Refusal(Flaw flaw) {
            super(flaw.reason(), null, false, false);
            this.flaw = flaw;
        }

        Refusal(String code, String field, String reason) {
            this(Flaw.row(null, null, code, field, reason));
        }
    }

    private void attempt(Operation operation, long number) {
        var saved = new TreeMap<>(rows);
        try {
            switch (operation) {
                case Operation.Split split -> split(split);
                case Operation.Merge merge -> merge(merge);
                case Operation.Rename rename -> rename(rename);
                case Operation.Move move -> move(move);
                case Operation.Reshape reshape -> reshape(reshape);
                case Operation.Create create -> create(create);
            }
        } catch (Refusal refusal) {
            rows.clear();
            rows.putAll(saved);
            refused.add(refusal.flaw.at("operations", number));
        }
    }

    private void rename(Operation.Rename rename) {
        var row = inForce(rename.code(), "code");
        rows.put(
                rename.code(),
                row.called(rename.name().strip(), rename.headPost() == null ? row.headPost() : rename.headPost()));
    }

    private void reshape(Operation.Reshape reshape) {
        var row = inForce(reshape.code(), "code");
        rows.put(reshape.code(), row.drawn(shape(reshape.code(), reshape.shape())));
    }

    private void create(Operation.Create create) {
        var parent = inForce(create.parent(), "parent");
        var grid = create.grid();
        var level = grid.code() == null
                ? parent.level() + 1
                : wellFormed(grid.code()).level();
        var kind = grid.kind() == null ? GridKind.BASE : grid.kind();
        var code = fresh(grid.code(), create.parent(), level, kind);
        if (grid.shape() == null) {
            throw new Refusal(code.value(), "shape", "is needed");
        }
        if (!parentOf(code).equals(create.parent())) {
            throw new Refusal(code.value(), "code", "does not belong to " + create.parent());
        }
        add(code, grid, shape(code.value(), grid.shape()), parent, Set.of());
    }

    private void split(Operation.Split split) {
        var old = inForce(split.code(), "code");
        var undrawn = split.into().stream().filter(part -> part.shape() == null).count();
        if (undrawn > 1) {
            throw new Refusal(split.code(), "into", "has more than one part without a shape");
        }
        var drawn = new LinkedHashMap<Operation.NewGrid, Geometry>();
        for (var part : split.into()) {
            if (part.shape() != null && drawn.put(part, within(old, shape(split.code(), part.shape()))) != null) {
                throw new Refusal(split.code(), "into", "has the same part twice");
            }
        }
        var rest = drawn.isEmpty()
                ? Shapes.parse(old.shape())
                : Shapes.without(Shapes.parse(old.shape()), Shapes.union(drawn.values()));
        if (undrawn == 1 && rest.isEmpty()) {
            throw new Refusal(split.code(), "into", "leaves nothing to the part without a shape");
        }
        var children = take(old);
        var parts = new LinkedHashMap<String, Geometry>();
        for (var part : split.into()) {
            var kind = part.kind() == null ? old.kind() : part.kind();
            var code = fresh(part.code(), old.parentCode(), old.level(), kind);
            var shape = part.shape() == null ? rest : drawn.get(part);
            add(code, part, shape, old, Set.of(split.code()));
            parts.put(code.value(), shape);
        }
        children.forEach(child -> recode(child, nearest(parts, child)));
    }

    /** A part may be drawn roughly: at the border of the old grid it ends. */
    private static Geometry within(GridRow old, Geometry drawn) {
        var part = Shapes.common(Shapes.parse(old.shape()), drawn);
        if (part.isEmpty()) {
            throw new Refusal(old.code().value(), "shape", "lies outside the grid that is split");
        }
        return part;
    }

    /** The part that has most of the child; if it juts out, the check of shapes tells. */
    private static String nearest(Map<String, Geometry> parts, GridRow child) {
        var shape = Shapes.parse(child.shape());
        return parts.entrySet().stream()
                .max(Comparator.comparingDouble(
                        part -> part.getValue().intersection(shape).getArea()))
                .orElseThrow()
                .getKey();
    }

    private void merge(Operation.Merge merge) {
        if (new HashSet<>(merge.codes()).size() < merge.codes().size()) {
            throw new Refusal(null, "codes", "names a grid twice");
        }
        var old = merge.codes().stream().map(code -> inForce(code, "codes")).toList();
        var first = old.getFirst();
        if (old.stream().anyMatch(row -> row.level() != first.level())) {
            throw new Refusal(first.code().value(), "codes", "are of different levels");
        }
        var parent = merge.into().code() == null
                ? first.parentCode()
                : wellFormed(merge.into().code()).parent().map(GridCode::value).orElse("");
        inForce(parent, "into.code");
        var kind = merge.into().kind() == null ? first.kind() : merge.into().kind();
        var code = fresh(merge.into().code(), parent, first.level(), kind);
        var shape = merge.into().shape() != null
                ? shape(code.value(), merge.into().shape())
                : Shapes.joined(
                        old.stream().map(row -> Shapes.parse(row.shape())).toList());
        old.forEach(row -> hand(row, row.parentCode(), parent));
        var children = old.stream().flatMap(row -> take(row).stream()).toList();
        var grid = merge.into().households() != null
                ? merge.into()
                : new Operation.NewGrid(
                        merge.into().code(),
                        merge.into().name(),
                        merge.into().headPost(),
                        old.stream().mapToInt(GridRow::households).sum(),
                        merge.into().kind(),
                        null);
        add(code, grid, shape, first, new LinkedHashSet<>(merge.codes()));
        children.forEach(child -> recode(child, code.value()));
    }

    private void move(Operation.Move move) {
        var row = inForce(move.code(), "code");
        var to = inForce(move.to(), "to");
        if (row.level() < 2 || to.level() >= row.level() || to.level() < Math.min(row.level() - 1, 3)) {
            throw new Refusal(move.code(), "to", "is not of the level that such a grid hangs on");
        }
        if (move.to().equals(row.parentCode())) {
            throw new Refusal(move.code(), "to", "is where the grid lies already");
        }
        if (move.newCode() != null && !parentOf(wellFormed(move.newCode())).equals(move.to())) {
            throw new Refusal(move.newCode(), "newCode", "does not begin with " + move.to());
        }
        hand(row, row.parentCode(), move.to());
        var code = move.newCode() == null
                ? sameEnding(row, move.to())
                : fresh(move.newCode(), move.to(), row.level(), row.kind()).value();
        recode(row, move.to(), code);
    }

    private static String parentOf(GridCode code) {
        return code.parent().map(GridCode::value).orElse("");
    }

    /** Land goes from one line of places to another: up to where both lines meet, one loses it and the other gains it. */
    private void hand(GridRow row, String from, String to) {
        if (from.equals(to)) {
            return;
        }
        var shape = Shapes.parse(row.shape());
        var loses = line(from);
        var gains = line(to);
        for (var code : loses) {
            if (!gains.contains(code)) {
                redraw(code, old -> Shapes.without(old, shape));
            }
        }
        for (var code : gains) {
            if (!loses.contains(code)) {
                redraw(code, old -> Shapes.joined(List.of(old, shape)));
            }
        }
    }

    /** A place and what it lies in, without the district. */
    private List<String> line(String code) {
        var line = new ArrayList<String>();
        for (var row = rows.get(code); row != null && row.level() > 0; row = rows.get(row.parentCode())) {
            line.add(row.code().value());
        }
        return line;
    }

    private void redraw(String code, Function<Geometry, Geometry> change) {
        var changed = change.apply(Shapes.parse(rows.get(code).shape()));
        if (changed.isEmpty()) {
            throw new Refusal(code, "code", "would have no land left: merge it instead");
        }
        rows.put(code, rows.get(code).drawn(changed));
    }

    /** Takes a grid out of the tree and gives what hangs directly on it. */
    private List<GridRow> take(GridRow row) {
        rows.remove(row.code().value());
        return children(row.code().value());
    }

    private List<GridRow> children(String code) {
        return rows.tailMap(code).entrySet().stream()
                .takeWhile(entry -> entry.getKey().startsWith(code))
                .map(Map.Entry::getValue)
                .filter(row -> code.equals(row.parentCode()))
                .toList();
    }

    private void recode(GridRow row, String parent) {
        recode(row, parent, sameEnding(row, parent));
    }

    private void recode(GridRow row, String parent, String code) {
        var children = take(row);
        put(row.coded(new GridCode(code), parent), Set.of(row.code().value()));
        children.forEach(child -> recode(child, code));
    }

    /** The ending it has, if that is free under the new parent; else the next free one. */
    private String sameEnding(GridRow row, String parent) {
        var code = parent + row.code().value().substring(row.parentCode().length());
        return GridCode.isOne(code) && new GridCode(code).level() == row.level() && isFree(code)
                ? code
                : next(parent, row.level(), row.kind());
    }

    private void add(GridCode code, Operation.NewGrid grid, Geometry shape, GridRow like, Set<String> from) {
        var point = shape.getInteriorPoint();
        var head = grid.headPost() != null ? grid.headPost() : like.headPost();
        put(
                new GridRow(
                        code,
                        parentOf(code),
                        code.level(),
                        code.kind(),
                        grid.name().strip(),
                        head,
                        grid.households() == null ? 0 : grid.households(),
                        rounded(point.getX()),
                        rounded(point.getY()),
                        from.isEmpty() ? null : like.contactPhone(),
                        from.isEmpty() ? null : like.supervisionPhone(),
                        Shapes.text(shape)),
                from);
    }

    static double rounded(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }

    private void put(GridRow row, Set<String> from) {
        var code = row.code().value();
        usedHere.add(code);
        rows.put(code, row);
        var origin = origins.computeIfAbsent(code, any -> new LinkedHashSet<>());
        for (var old : from) {
            if (past.inForce().containsKey(old)) {
                origin.add(old);
            } else {
                origin.addAll(origins.getOrDefault(old, Set.of())); // made and changed in the same set
            }
        }
    }

    private GridRow inForce(String code, String field) {
        var row = rows.get(code);
        if (row == null || row.level() == 0) {
            throw new Refusal(
                    code,
                    field,
                    past.retired().containsKey(code)
                            ? "was retired with version " + past.retired().get(code)
                            : "is not a grid in force");
        }
        return row;
    }

    private static GridCode wellFormed(String code) {
        if (!GridCode.isOne(code)) {
            throw new Refusal(code, "code", "is not a grid code: 9, 12, 15, 17 or 19 digits");
        }
        return new GridCode(code);
    }

    private GridCode fresh(String wanted, String parent, int level, GridKind kind) {
        if (wanted == null) {
            return new GridCode(next(parent, level, kind));
        }
        var code = wellFormed(wanted);
        if (!isFree(wanted)) {
            throw new Refusal(GridChecks.reused(wanted, past));
        }
        if (code.level() != level) {
            throw new Refusal(wanted, "code", "has level " + code.level() + " instead of " + level);
        }
        return code;
    }

    private boolean isFree(String code) {
        return !past.wasUsed(code) && !usedHere.contains(code) && !rows.containsKey(code);
    }

    private String next(String parent, int level, GridKind kind) {
        var three = level <= 3;
        var first = level < 3 ? 1 : three ? first(kind) : 1;
        var last = level < 3 ? 999 : three ? last(kind) : 99;
        var filler = level == 5 && parent.length() == 15 ? "00" : "";
        for (var number = first; number <= last; number++) {
            var code = parent + filler + (three ? "%03d" : "%02d").formatted(number);
            if (isFree(code)) {
                return code;
            }
        }
        throw new Refusal(parent, "code", "has no number left for another " + kind + " grid");
    }

    private static int first(GridKind kind) {
        return switch (kind) {
            case BASE -> 1;
            case SCATTERED -> 901;
            case DEDICATED -> 951;
        };
    }

    private static int last(GridKind kind) {
        return switch (kind) {
            case BASE -> 900;
            case SCATTERED -> 949;
            case DEDICATED -> 989;
        };
    }

    private static Geometry shape(String code, JsonNode geoJson) {
        try {
            var shape = Shapes.parse(geoJson.toString());
            if (!shape.isValid()) {
                throw new Refusal(code, "shape", "is not a valid polygon: its border crosses itself");
            }
            return shape;
        } catch (IllegalArgumentException e) {
            throw new Refusal(code, "shape", e.getMessage());
        }
    }
}
