package onegrid.grid.grids;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import onegrid.grid.grids.GridRows.Version;
import onegrid.kit.outbox.Outbox;

/** Brings a draft into force: written as a whole, told grid by grid. Joins the caller's transaction. */
@ApplicationScoped
class GridVersions {
    private record Published(int version) {}

    private final GridRows rows;
    private final Grids grids;
    private final Outbox outbox;
    private final Clock clock;
    private final ObjectMapper json;
    private final Event<Published> published;

    GridVersions(
            GridRows rows, Grids grids, Outbox outbox, Clock clock, ObjectMapper json, Event<Published> published) {
        this.rows = rows;
        this.grids = grids;
        this.outbox = outbox;
        this.clock = clock;
        this.json = json;
        this.published = published;
    }

    int inForce() {
        return rows.versionInForce().map(Version::number).orElse(0);
    }

    Past past() {
        var version = inForce();
        return version == 0 ? Past.NONE : Past.of(rows.of(version), rows.retired());
    }

    /** @param draft has passed its checks and was worked out on the version in force, under {@link GridRows#takeTurn} */
    Version publish(GridDraft draft, Wanted wanted, String note, String by, Instant effectiveFrom) {
        var before = rows.versionInForce();
        var since = before.map(Version::effectiveFrom)
                .filter(effectiveFrom::isBefore)
                .orElse(effectiveFrom)
                .truncatedTo(ChronoUnit.MILLIS);
        var version = new Version(
                before.map(Version::number).orElse(0) + 1,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                by,
                wanted.source(),
                draft.rows().size() - 1, // the outline of the district is not a grid
                text(draft.checks().results()),
                since,
                note);
        rows.replace(version, draft.rows(), draft.predecessors());
        tell(draft, wanted, since);
        published.fire(new Published(version.number()));
        return version;
    }

    /** An import tells every grid, so that a reader may begin with it; operations tell what they changed. */
    private void tell(GridDraft draft, Wanted wanted, Instant since) {
        var told = new ArrayList<>(draft.added());
        told.addAll(draft.changed());
        var rowsToTell = wanted instanceof Wanted.Files ? draft.rows() : told;
        outbox.append(rowsToTell.stream()
                .filter(row -> row.level() > 0)
                .map(row -> GridPublished.of(row, since))
                .toList());
        var successors = draft.successors();
        outbox.append(draft.retired().stream()
                .filter(row -> row.level() > 0)
                .map(row ->
                        GridRetired.of(row, successors.getOrDefault(row.code().value(), List.of()), since))
                .toList());
    }

    void afterCommit(@Observes(during = TransactionPhase.AFTER_SUCCESS) Published version) {
        grids.published(version.version());
    }

    String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
