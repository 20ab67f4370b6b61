package onegrid.brain.linkage;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import onegrid.kit.problem.Unavailable;
import org.jboss.logging.Logger;

/**
 * Looks once a second which clocks have reached a share. Each linkage is its own transaction, the one that waits
 * longest first, and replicas skip what another one holds; one that cannot be treated is put off for a minute, so it
 * never holds up the others.
 */
@ApplicationScoped
class LinkageSweep {
    private static final Logger LOG = Logger.getLogger(LinkageSweep.class);
    /** A turn ends after so many, so that a shutdown does not wait for a long queue; the next second goes on. */
    private static final int BATCH = 1000;

    private static final Duration PUT_OFF = Duration.ofMinutes(1);

    private final EntityManager database;
    private final Linkages linkages;
    private final Pressure pressure;
    private final Clock clock;

    LinkageSweep(EntityManager database, Linkages linkages, Pressure pressure, Clock clock) {
        this.database = database;
        this.linkages = linkages;
        this.pressure = pressure;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        for (var done = 0; done < BATCH; done++) {
            var taken = new UUID[1];
            try {
                QuarkusTransaction.requiringNew().run(() -> {
                    taken[0] = longestWaiting();
                    if (taken[0] != null) {
                        pressure.byTheClock(linkages.locked(taken[0]));
                    }
                });
            } catch (RuntimeException e) {
                if (taken[0] == null || Unavailable.isCauseOf(e)) {
                    LOG.warnf("Clocks wait: %s", Unavailable.words(e));
                    return;
                }
                LOG.errorf(e, "Clock fails, linkage=%s", taken[0]);
                putOff(taken[0]);
            }
            if (taken[0] == null) {
                return;
            }
        }
    }

    private UUID longestWaiting() {
        List<?> found = database.createNativeQuery("""
                        select id from linkage where next_mark_at <= :now
                        order by next_mark_at limit 1 for update skip locked""", UUID.class)
                .setParameter("now", clock.instant())
                .getResultList();
        return found.isEmpty() ? null : (UUID) found.getFirst();
    }

    private void putOff(UUID linkage) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                        "update linkage set next_mark_at = :later where id = :id and next_mark_at is not null")
                .setParameter("later", clock.instant().plus(PUT_OFF))
                .setParameter("id", linkage)
                .executeUpdate());
    }
}
