package onegrid.gateway.hooks;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import onegrid.gateway.hooks.Deliveries.Cause;
import onegrid.kit.clock.Zone;
import onegrid.kit.places.PlacesBefore;
import onegrid.kit.problem.Problem;

/**
 * Sends again what a subscription saw from a time on. Ids are those of then, so a receiver knows what it has. What has
 * left its sight since, because another unit has the case now, is not told again.
 */
@ApplicationScoped
class Replay {
    private static final int BATCH = 500;

    private final DataSource database;
    private final Deliveries deliveries;
    private final EventTypes types;
    private final PlacesBefore places;
    private final HookSettings settings;
    private final Clock clock;

    Replay(
            DataSource database,
            Deliveries deliveries,
            EventTypes types,
            PlacesBefore places,
            HookSettings settings,
            Clock clock) {
        this.database = database;
        this.deliveries = deliveries;
        this.types = types;
        this.places = places;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * @param from where the log begins, if that is later than what was asked for
     * @param next where to go on, because there was more than one replay may bring; null at the end
     */
    record Replayed(int events, OffsetDateTime from, OffsetDateTime to, OffsetDateTime next) {}

    private record Entry(long seq, LoggedEvent event) {}

    private record At(Instant time, long seq) {}

    Replayed from(Subscription subscription, OffsetDateTime from, OffsetDateTime to, List<String> narrower) {
        var now = clock.instant();
        var begin = later(from.toInstant(), now.minus(settings.kept()));
        var end = to == null || to.toInstant().isAfter(now) ? now : to.toInstant();
        if (!begin.isBefore(end)) {
            throw Problem.invalid(
                    "from", to == null ? "lies in the future" : "lies behind to, or to before the kept log");
        }
        var patterns = narrower == null || narrower.isEmpty() ? List.of("*") : narrower;
        patterns.stream()
                .filter(pattern -> types.named(pattern).isEmpty())
                .findFirst()
                .ifPresent(unknown -> {
                    throw Problem.invalid(
                            "eventTypes", "has " + unknown + ", which is no known type nor a beginning of one");
                });
        var at = new At(begin, -1);
        var sent = 0;
        while (true) {
            var batch = read(at, end);
            var seen = stillSeen(batch, subscription.audience());
            for (var entry : batch) {
                if (!wanted(entry.event, subscription, patterns) || !seen.getOrDefault(entry.event.caseId(), true)) {
                    continue;
                }
                if (sent == settings.replayAtMost()) {
                    return new Replayed(sent, Zone.at(begin), Zone.at(end), Zone.at(entry.event.toldAt()));
                }
                deliveries.add(subscription.id, entry.seq, entry.event.lane(), Cause.REPLAY);
                sent++;
            }
            if (batch.size() < BATCH) {
                return new Replayed(sent, Zone.at(begin), Zone.at(end), null);
            }
            at = new At(batch.getLast().event.toldAt(), batch.getLast().seq);
        }
    }

    private boolean wanted(LoggedEvent event, Subscription subscription, List<String> patterns) {
        return Fanout.hears(subscription.eventTypes, event.type())
                && Fanout.hears(patterns, event.type())
                && types.find(event.type())
                        .filter(type -> subscription.audience().sees(event, type.kind(), places))
                        .isPresent();
    }

    private List<Entry> read(At after, Instant end) {
        return Rows.read(
                database,
                "select " + EventLog.COLUMNS + " from hook_event e where (e.told_at, e.seq) > (?, ?)"
                        + " and e.told_at >= ? and e.told_at < ? and e.only_for is null"
                        + " order by e.told_at, e.seq limit " + BATCH,
                row -> new Entry(row.getLong("seq"), EventLog.read(row)),
                Timestamp.from(after.time),
                after.seq,
                Timestamp.from(after.time),
                Timestamp.from(end));
    }

    /** By the newest that is known of each case; a linkage's event is judged by its own place. */
    private Map<UUID, Boolean> stillSeen(List<Entry> batch, Audience audience) {
        var cases = batch.stream()
                .filter(entry -> entry.event.type().startsWith("grid.case."))
                .map(entry -> entry.event.caseId())
                .distinct()
                .toArray(UUID[]::new);
        var seen = new HashMap<UUID, Boolean>();
        Rows.read(
                        database,
                        "select " + EventLog.COLUMNS + " from unnest(?::uuid[]) c(id) cross join lateral"
                                + " (select * from hook_event n where n.case_id = c.id and n.type like 'grid.case.%'"
                                + " order by n.seq desc limit 1) e",
                        Replay::newest,
                        (Object) cases)
                .forEach(event -> seen.put(event.caseId(), audience.sees(event, EventTypes.Kind.CASE, places)));
        return seen;
    }

    private static LoggedEvent newest(java.sql.ResultSet row) throws SQLException {
        return EventLog.read(row);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
