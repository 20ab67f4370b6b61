package onegrid.gateway.hooks;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import onegrid.kit.clock.Zone;

/** How a receiver is: what it took, what it refused, what waits for it. */
@ApplicationScoped
class Health {
    /** After so many failures without one success the receiver is tried by one delivery at a time. */
    private static final int SILENT_AFTER = 10;
    /** After so many, the first success means that it is back, and what waits is tried at once. */
    private static final int AWAY_AFTER = 3;

    private final DataSource database;
    private final Clock clock;

    Health(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Figures of a subscription.
     *
     * @param waiting not delivered yet
     * @param oldestWaitingSince when the oldest of them was told
     * @param failed given up
     * @param lost left the log undelivered
     * @param lastReason a word, see {@link Outcome}
     */
    record Figures(
            long waiting,
            OffsetDateTime oldestWaitingSince,
            long failed,
            long lost,
            int failuresInRow,
            OffsetDateTime lastDeliveredAt,
            OffsetDateTime lastFailedAt,
            Integer lastStatus,
            String lastReason) {}

    boolean isSilent(UUID subscription) {
        return Rows.read(
                        database,
                        "select failures_in_row from hook_health where subscription_id = ?",
                        row -> row.getInt(1),
                        subscription)
                .stream()
                .anyMatch(failures -> failures >= SILENT_AFTER);
    }

    /** True when the receiver is back after a time away. */
    boolean note(UUID subscription, Outcome outcome) {
        var now = Timestamp.from(clock.instant());
        if (!outcome.taken()) {
            Rows.change(
                    database,
                    "update hook_health set failures_in_row = failures_in_row + 1, last_failed_at = ?, last_status = ?,"
                            + " last_reason = ? where subscription_id = ?",
                    now,
                    outcome.status() == 0 ? null : outcome.status(),
                    outcome.reason(),
                    subscription);
            if (outcome.gone()) {
                disable(subscription);
            }
            return false;
        }
        return Rows.read(
                        database,
                        "update hook_health set failures_in_row = 0, last_delivered_at = ? where subscription_id = ?"
                                + " returning old.failures_in_row",
                        row -> row.getInt(1),
                        now,
                        subscription)
                .stream()
                .anyMatch(failures -> failures >= AWAY_AFTER);
    }

    private void disable(UUID subscription) {
        Rows.change(
                database,
                "update hook_subscription set state = 'DISABLED', state_reason = 'gone', version = version + 1"
                        + " where id = ? and state <> 'DISABLED'",
                subscription);
    }

    Map<UUID, Figures> of(List<UUID> subscriptions) {
        var found = new HashMap<UUID, Figures>();
        Rows.read(
                database,
                """
                select h.subscription_id, w.waiting, w.oldest, f.failed, h.lost, h.failures_in_row, h.last_delivered_at,
                  h.last_failed_at, h.last_status, h.last_reason
                from hook_health h
                cross join lateral (select count(*) waiting, min(d.created_at) oldest from hook_delivery d
                  where d.subscription_id = h.subscription_id and d.state = 'WAITING') w
                cross join lateral (select count(*) failed from hook_delivery d
                  where d.subscription_id = h.subscription_id and d.state = 'FAILED') f
                where h.subscription_id = any(?)""",
                row -> found.put(
                        row.getObject(1, UUID.class),
                        new Figures(
                                row.getLong(2),
                                at(row.getTimestamp(3)),
                                row.getLong(4),
                                row.getLong(5),
                                row.getInt(6),
                                at(row.getTimestamp(7)),
                                at(row.getTimestamp(8)),
                                row.getObject(9, Integer.class),
                                row.getString(10))),
                (Object) subscriptions.toArray(UUID[]::new));
        return found;
    }

    static OffsetDateTime at(Timestamp time) {
        return time == null ? null : Zone.at(time.toInstant());
    }
}
