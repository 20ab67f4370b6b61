package onegrid.kit.clock;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import onegrid.kit.problem.Unavailable;
import org.jboss.logging.Logger;

/**
 * Rows whose time has come, in a table with {@code id uuid} and {@code next_mark_at timestamptz} (null: no time is set).
 * Each is treated in a transaction of its own, the one that waits longest first, and replicas skip what another one
 * holds; one that cannot be treated is put off for a minute, so it never holds up the others.
 */
@ApplicationScoped
public class DueRows {
    private static final Logger LOG = Logger.getLogger(DueRows.class);
    /** A turn ends after so many, so that a shutdown does not wait for a long queue; the next turn goes on. */
    private static final int BATCH = 1000;

    private static final Duration PUT_OFF = Duration.ofMinutes(1);

    private final EntityManager database;
    private final Clock clock;

    DueRows(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @param treatment must set the row's next time, or none; it holds the row's lock */
    public void treat(String table, Consumer<UUID> treatment) {
        for (var done = 0; done < BATCH; done++) {
            var taken = new UUID[1];
            try {
                QuarkusTransaction.requiringNew().run(() -> {
                    taken[0] = longestWaiting(table);
                    if (taken[0] != null) {
                        treatment.accept(taken[0]);
                    }
                });
            } catch (RuntimeException e) {
                if (taken[0] == null || Unavailable.isCauseOf(e)) {
                    LOG.warnf("Clocks wait, table=%s: %s", table, Unavailable.words(e));
                    return;
                }
                LOG.errorf(e, "Clock fails, table=%s id=%s", table, taken[0]);
                putOff(table, taken[0]);
            }
            if (taken[0] == null) {
                return;
            }
        }
    }

    private UUID longestWaiting(String table) {
        List<?> found = database.createNativeQuery(
                        "select id from " + table + " where next_mark_at <= :now"
                                + " order by next_mark_at limit 1 for update skip locked",
                        UUID.class)
                .setParameter("now", clock.instant())
                .getResultList();
        return found.isEmpty() ? null : (UUID) found.getFirst();
    }

    private void putOff(String table, UUID id) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                        "update " + table + " set next_mark_at = :later where id = :id and next_mark_at is not null")
                .setParameter("later", clock.instant().plus(PUT_OFF))
                .setParameter("id", id)
                .executeUpdate());
    }
}
