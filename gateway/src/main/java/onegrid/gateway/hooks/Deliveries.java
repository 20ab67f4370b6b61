package onegrid.gateway.hooks;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What waits for which receiver. Of a lane (subscription and case) only the first that waits has a time: the others
 * follow it one by one. A replica takes what is due for the length of a lease; if it dies, another one takes it over.
 * After each change of a lane it is woken in a transaction of its own, so that of two changes at once the later sees the
 * earlier.
 */
@ApplicationScoped
class Deliveries {
    private static final Duration TO_WRITE_IT_DOWN = Duration.ofSeconds(15);

    private final DataSource database;
    private final Clock clock;
    /** Longer than the longest attempt, so nobody sends what another one still sends. */
    private final Duration lease;

    Deliveries(DataSource database, Clock clock, HookSettings settings) {
        this.database = database;
        this.clock = clock;
        // A name is looked up and a connection made, each within the first of the two.
        this.lease = settings.connectTimeout()
                .multipliedBy(2)
                .plus(settings.answerTimeout())
                .plus(TO_WRITE_IT_DOWN);
    }

    /** Why something is delivered. */
    enum Cause {
        EVENT,
        REPLAY,
        TEST
    }

    /** One that was taken to be sent; {@code attempt} counts from 1. */
    record Due(UUID id, UUID subscription, String lane, int attempt, Instant createdAt, LoggedEvent event) {}

    /** Joins the transaction; the lane must be woken after it. */
    UUID add(UUID subscription, long event, String lane, Cause cause) {
        var id = UUID.randomUUID();
        run(
                "insert into hook_delivery (id, subscription_id, event_seq, lane, cause, state, created_at, next_at)"
                        + " values (?,?,?,?,?,'WAITING',?,?)",
                id,
                subscription,
                event,
                lane,
                cause.name(),
                now(),
                cause == Cause.TEST ? now() : null); // a test has a lane of its own
        return id;
    }

    /** The first that waits in this lane gets its time. */
    void wake(UUID subscription, String lane) {
        run("""
                update hook_delivery set next_at = ? where next_at is null and id =
                  (select id from hook_delivery where subscription_id = ? and lane = ? and state = 'WAITING'
                   order by position limit 1)""", now(), subscription, lane);
    }

    /** The same for all lanes: after a replay, and where somebody died between a change and its waking. */
    void wakeAll() {
        run("""
                update hook_delivery d set next_at = ? where d.state = 'WAITING' and d.next_at is null and not exists
                  (select 1 from hook_delivery e where e.subscription_id = d.subscription_id and e.lane = d.lane
                   and e.state = 'WAITING' and e.position < d.position)""", now());
    }

    /** The receiver is back: what waits for a later try is tried now. */
    void hurry(UUID subscription) {
        run(
                "update hook_delivery set next_at = ? where subscription_id = ? and state = 'WAITING' and next_at > ?",
                now(),
                subscription,
                now());
    }

    /** Given up or waiting, it is tried now. */
    void again(UUID delivery) {
        run("update hook_delivery set state = 'WAITING', next_at = ?, done_at = null where id = ?", now(), delivery);
    }

    /** Subscriptions for which something is due, the longest waiting first. */
    List<UUID> due() {
        return Rows.read(database, """
                select s.id from hook_subscription s
                join lateral (select d.next_at from hook_delivery d where d.subscription_id = s.id
                  and d.state = 'WAITING' and d.next_at <= ? and (d.leased_until is null or d.leased_until < ?)
                  order by d.next_at limit 1) first on true
                where s.state = 'ACTIVE' order by first.next_at""", row -> row.getObject(1, UUID.class), now(), now());
    }

    /** Takes what is due, at most so many; no other replica gets them meanwhile. */
    List<Due> take(UUID subscription, int most) {
        return Rows.read(
                database,
                """
                with taken as (
                  update hook_delivery set attempts = attempts + 1, leased_until = ? where id in (
                    select d.id from hook_delivery d where d.subscription_id = ? and d.state = 'WAITING'
                      and d.next_at <= ? and (d.leased_until is null or d.leased_until < ?) and not exists
                        (select 1 from hook_delivery e where e.subscription_id = d.subscription_id and e.lane = d.lane
                         and e.state = 'WAITING' and e.position < d.position)
                    order by d.next_at, d.position limit ? for update of d skip locked)
                  returning id delivery, subscription_id, lane, attempts, created_at, event_seq, position)
                select t.delivery, t.subscription_id, t.lane, t.attempts, t.created_at,\s""" + EventLog.COLUMNS + " from taken t join hook_event e on e.seq = t.event_seq order by t.position",
                row -> new Due(
                        row.getObject("delivery", UUID.class),
                        row.getObject("subscription_id", UUID.class),
                        row.getString("lane"),
                        row.getInt("attempts"),
                        row.getTimestamp("created_at").toInstant(),
                        EventLog.read(row)),
                Timestamp.from(clock.instant().plus(lease)),
                subscription,
                now(),
                now(),
                most);
    }

    /** @param again when it is tried once more; null when this is the end of it */
    void finish(Due due, Outcome outcome, Instant again) {
        var state = outcome.taken() ? "DELIVERED" : again == null ? "FAILED" : "WAITING";
        run(
                """
                with done as (
                  update hook_delivery set state = ?, leased_until = null, next_at = ?, done_at = ?
                  where id = ? and state = 'WAITING' and attempts = ? returning id)
                insert into hook_attempt (delivery_id, number, at, status, millis, reason, detail, answer)
                select id, ?::int, ?::timestamptz, ?::int, ?::int, ?::text, ?::text, ?::text from done on conflict do nothing""",
                state,
                again == null || outcome.taken() ? null : Timestamp.from(again),
                state.equals("WAITING") ? null : now(),
                due.id(),
                due.attempt(),
                due.attempt(),
                Timestamp.from(outcome.at()),
                outcome.status() == 0 ? null : outcome.status(),
                outcome.millis(),
                outcome.reason(),
                outcome.detail(),
                outcome.answer());
        if (!state.equals("WAITING")) {
            wake(due.subscription(), due.lane());
        }
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private void run(String sql, Object... values) {
        Rows.change(database, sql, values);
    }
}
