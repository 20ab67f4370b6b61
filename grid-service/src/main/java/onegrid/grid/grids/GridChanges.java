package onegrid.grid.grids;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import onegrid.grid.grids.GridChangeRows.GridChange;
import onegrid.grid.grids.GridChangeRows.State;
import onegrid.grid.grids.GridRows.Version;
import onegrid.kit.problem.Problem;
import org.jboss.logging.Logger;

/**
 * Imports and re-cuttings on their way into force: at once, or by themselves on their day. A later one is judged on top
 * of those that come before it, and once more on its day.
 */
@ApplicationScoped
class GridChanges {
    private static final Logger LOG = Logger.getLogger(GridChanges.class);
    /** A form that was filled in a moment ago still means now. */
    private static final Duration LATENESS = Duration.ofMinutes(5);

    private final GridRows rows;
    private final GridChangeRows changes;
    private final GridVersions versions;
    private final Clock clock;
    private final ObjectMapper json;

    GridChanges(GridRows rows, GridChangeRows changes, GridVersions versions, Clock clock, ObjectMapper json) {
        this.rows = rows;
        this.changes = changes;
        this.versions = versions;
        this.clock = clock;
        this.json = json;
    }

    /** What came of asking: exactly one of a version in force and a change that waits. */
    record Outcome(GridChange change, Version version, GridDraft draft) {}

    /** Changes nothing. */
    GridReport tryOut(Wanted wanted, Instant effectiveFrom) {
        var day = day(effectiveFrom, clock.instant());
        return GridReport.of(wanted.on(past(day)), versions.inForce(), day);
    }

    /**
     * In the caller's transaction, all of it or nothing.
     *
     * @param effectiveFrom null for now
     */
    Outcome ask(Wanted wanted, Instant effectiveFrom, String note, String by) {
        rows.takeTurn();
        var now = clock.instant();
        var day = day(effectiveFrom, now);
        var draft = wanted.on(past(day));
        draft.mustPass();
        if (day.isAfter(now)) {
            var change = change(wanted, day, note, by, now, State.SCHEDULED, null);
            changes.add(change);
            return new Outcome(change, null, draft);
        }
        var version = versions.publish(draft, wanted, note, by, now);
        if (wanted instanceof Wanted.Files) {
            return new Outcome(null, version, draft); // the version itself is the record of an import
        }
        var change = change(wanted, version.effectiveFrom(), note, by, now, State.IN_FORCE, version.number());
        changes.add(change);
        return new Outcome(change, version, draft);
    }

    private GridChange change(
            Wanted wanted, Instant day, String note, String by, Instant now, State state, Integer version) {
        var content = written(wanted);
        return new GridChange(UUID.randomUUID(), wanted.kind(), content, note, now, by, day, state, version, null);
    }

    private Instant day(Instant effectiveFrom, Instant now) {
        if (effectiveFrom == null) {
            return now;
        }
        if (effectiveFrom.isBefore(now.minus(LATENESS))) {
            throw Problem.invalid("effectiveFrom", "lies in the past");
        }
        return effectiveFrom;
    }

    /** The grids as they will be on that day, as far as it is known today. */
    private Past past(Instant day) {
        var past = versions.past();
        var version = versions.inForce();
        for (var scheduled : changes.scheduledUntil(day)) {
            var draft = read(scheduled).on(past);
            if (draft.checks().passed()) {
                past = past.followedBy(draft.rows(), ++version);
            }
        }
        return past;
    }

    /** Its day has come. Holds the row's lock; other replicas skip it. */
    void enforce(UUID id) {
        rows.takeTurn();
        var change = changes.find(id).orElseThrow();
        var wanted = read(change);
        var draft = wanted.on(versions.past());
        if (draft.checks().passed()) {
            var version = versions.publish(draft, wanted, change.note(), change.askedBy(), change.effectiveFrom());
            changes.end(id, State.IN_FORCE, version.number(), null);
            LOG.infof("Grids changed on their day, version=%d change=%s", version.number(), id);
        } else {
            var problems = versions.text(GridReport.badRows(draft.checks().flaws()));
            changes.end(id, State.REFUSED, null, problems);
            LOG.errorf("Grids no longer fit on their day, change=%s: %s", id, problems);
        }
    }

    GridChange withdraw(UUID id) {
        find(id);
        if (!changes.end(id, State.WITHDRAWN, null, null)) {
            throw new Problem(409, "illegal-transition", "Only a change that is scheduled can be withdrawn")
                    .with("current", find(id).state());
        }
        return find(id);
    }

    GridChange find(UUID id) {
        return changes.find(id).orElseThrow(() -> Problem.notFound("The change"));
    }

    private Wanted read(GridChange change) {
        try {
            return json.readValue(change.content(), Wanted.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("change " + change.id() + " cannot be read", e);
        }
    }

    private String written(Wanted wanted) {
        try {
            return json.writerFor(Wanted.class).writeValueAsString(wanted);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
