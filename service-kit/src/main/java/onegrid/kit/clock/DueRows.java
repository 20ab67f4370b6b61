package onegrid.kit.clock;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import onegrid.kit.problem.Unavailable;
import org.jboss.logging.Logger;

/**
 * Rows whose time has come, in a table with {@code id uuid} and {@code next_mark_at timestamptz} (null: no time is set).
 * Those that wait longest come first, a batch in one transaction, and replicas skip what another one holds. Of a batch
 * with a row that cannot be treated each is treated alone; that row is put off for a minute, so it never holds up the
 * others. A replica that dies leaves its batch untouched to the next one.
 */
@ApplicationScoped
public class DueRows {
    private static final Logger LOG = Logger.getLogger(DueRows.class);
    /** Many share one commit, few enough that somebody's command does not wait long for a row of the batch. */
    private static final int BATCH = 50;
    /** A turn ends after so many, so that a shutdown does not wait for a long queue; the next turn goes on. */
    private static final int TURN = 5000;

    private static final Duration PUT_OFF = Duration.ofMinutes(1);

    private final EntityManager database;
    private final Clock clock;

    DueRows(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param treatment must set the row's next time, or none; it holds the row's lock */
    public void treat(String table, Consumer<UUID> treatment) {
        for (var done = 0; done < TURN; ) {
            var taken = new ArrayList<UUID>();
            try {
                QuarkusTransaction.requiringNew().run(() -> {
                    taken.addAll(longestWaiting(table));
                    taken.forEach(treatment);
                });
            } catch (RuntimeException e) {
                if (taken.isEmpty() || Unavailable.isCauseOf(e) || !eachAlone(table, taken, treatment)) {
                    LOG.warnf("Clocks wait, table=%s: %s", table, Unavailable.words(e));
                    return;
                }
            }
            if (taken.isEmpty()) {
                return;
            }
            done += taken.size();
        }
    }

    @SuppressWarnings("unchecked")
    private List<UUID> longestWaiting(String table) {
        return database.createNativeQuery(
                        "select id from " + table + " where next_mark_at <= :now" + " order by next_mark_at limit "
                                + BATCH + " for update skip locked",
                        UUID.class)
                .setParameter("now", clock.instant())
                .getResultList();
    }

    /** False when the database has gone. */
    private boolean eachAlone(String table, List<UUID> batch, Consumer<UUID> treatment) {
        for (var id : batch) {
            try {
                QuarkusTransaction.requiringNew().run(() -> {
                    if (stillDue(table, id)) {
                        treatment.accept(id);
                    }
                });
            } catch (RuntimeException e) {
                if (Unavailable.isCauseOf(e)) {
                    return false;
                }
                LOG.errorf(e, "Clock fails, table=%s id=%s", table, id);
                putOff(table, id);
            }
        }
        return true;
    }

    private boolean stillDue(String table, UUID id) {
        return !database.createNativeQuery(
                        "select id from " + table + " where id = :id and next_mark_at <= :now for update skip locked",
                        UUID.class)
                .setParameter("id", id)
                .setParameter("now", clock.instant())
                .getResultList()
                .isEmpty();
    }

    private void putOff(String table, UUID id) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                        "update " + table + " set next_mark_at = :later where id = :id and next_mark_at is not null")
                .setParameter("later", clock.instant().plus(PUT_OFF))
                .setParameter("id", id)
                .executeUpdate());
    }
}
