package onegrid.grid.grids;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import onegrid.grid.grids.GridChecks.Check;
import onegrid.kit.clock.Zone;

/**
 * What a dry run answers: nothing was changed.
 *
 * @param badRows every row that is not as it should be, by file and line
 * @param flaws GeoJSON: where gaps and overlaps are
 * @param after GeoJSON: the grids that are new or changed, as they would be
 */
record GridReport(
        boolean dryRun,
        boolean passed,
        int baseVersion,
        OffsetDateTime effectiveFrom,
        int grids,
        List<BadRow> badRows,
        List<Check> checks,
        @JsonRawValue String flaws,
        @JsonRawValue String after,
        Difference difference) {
    /** A map with more shapes than this shows nothing. */
    private static final int MOST_SHAPES = 400;

    record BadRow(String file, Long line, String code, String field, String reason, List<String> with) {}

    record Change(String code, String name, int level, GridKind kind, List<String> related, List<String> what) {}

    /** Of added grids {@code related} are the predecessors, of retired ones the successors. */
    record Difference(List<Change> added, List<Change> retired, List<Change> changed) {}

    static GridReport of(GridDraft draft, int baseVersion, Instant effectiveFrom) {
        var checks = draft.checks();
        return new GridReport(
                true,
                checks.passed(),
                baseVersion,
                Zone.at(effectiveFrom),
                (int) draft.rows().stream().filter(row -> row.level() > 0).count(),
                badRows(checks.flaws()),
                checks.results(),
                collection(checks.flaws()),
                after(draft),
                difference(draft));
    }

    static List<BadRow> badRows(List<Flaw> flaws) {
        return flaws.stream()
                .map(flaw ->
                        new BadRow(flaw.file(), flaw.line(), flaw.code(), flaw.field(), flaw.reason(), flaw.with()))
                .toList();
    }

    static Difference difference(GridDraft draft) {
        var successors = draft.successors();
        return new Difference(
                draft.added().stream()
                        .map(row -> change(
                                row,
                                draft.predecessors().getOrDefault(row.code().value(), Set.of()),
                                List.of()))
                        .toList(),
                draft.retired().stream()
                        .map(row ->
                                change(row, successors.getOrDefault(row.code().value(), List.of()), List.of()))
                        .toList(),
                draft.changed().stream()
                        .map(row -> change(
                                row,
                                List.of(),
                                what(draft.past().inForce().get(row.code().value()), row)))
                        .toList());
    }

    private static Change change(GridRow row, Collection<String> related, List<String> what) {
        return new Change(row.code().value(), row.name(), row.level(), row.kind(), List.copyOf(related), what);
    }

    private static List<String> what(GridRow was, GridRow is) {
        var what = new ArrayList<String>();
        if (!was.name().equals(is.name())) {
            what.add("NAME");
        }
        if (!Objects.equals(was.shape(), is.shape())) {
            what.add("SHAPE");
        }
        if (!Objects.equals(was.headPost(), is.headPost())) {
            what.add("HEAD_POST");
        }
        if (was.households() != is.households()) {
            what.add("HOUSEHOLDS");
        }
        if (was.longitude() != is.longitude() || was.latitude() != is.latitude()) {
            what.add("POINT");
        }
        if (!Objects.equals(was.contactPhone(), is.contactPhone())
                || !Objects.equals(was.supervisionPhone(), is.supervisionPhone())) {
            what.add("PHONES");
        }
        return what;
    }

    private static String collection(List<Flaw> flaws) {
        return flaws.stream()
                .filter(flaw -> flaw.shape() != null)
                .map(flaw -> "{\"type\":\"Feature\",\"properties\":{\"kind\":\"" + flaw.kind() + "\",\"code\":"
                        + quoted(flaw.code()) + ",\"with\":["
                        + flaw.with().stream().map(GridReport::quoted).collect(Collectors.joining(","))
                        + "],\"reason\":" + quoted(flaw.reason()) + ",\"squareMetres\":" + flaw.squareMetres()
                        + "},\"geometry\":" + Shapes.text(Shapes.areas(flaw.shape())) + "}")
                .collect(Collectors.joining(",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}"));
    }

    private static String after(GridDraft draft) {
        var shown = new ArrayList<>(draft.added());
        shown.addAll(draft.changed());
        return GridText.collection(shown.stream()
                .filter(row -> row.level() > 0 && drawable(row))
                .limit(MOST_SHAPES)
                .toList());
    }

    private static boolean drawable(GridRow row) {
        try {
            return row.shape() != null && !Shapes.parse(row.shape()).isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static String quoted(String text) {
        return text == null
                ? "null"
                : "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }
}
