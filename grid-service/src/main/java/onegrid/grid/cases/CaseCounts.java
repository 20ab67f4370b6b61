package onegrid.grid.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import onegrid.kit.clock.Zone;

/** How much is open in sight, late, or waits for which step. */
@ApplicationScoped
class CaseCounts {
    private static final String OPEN = CaseStatus.among(CaseStatus.OPEN);

    /** A condition in HQL on the alias {@code c}, with {@code :now}. */
    static final String OVERDUE = "(" + CaseStatus.among(running()) + " and c.clock.dueAt < :now)";

    private final EntityManager database;
    private final Clock clock;

    CaseCounts(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    record Counts(long open, long overdue, long dueToday, long toAccept, long toVerify, long returned, long unfiled) {}

    Counts of(Actor actor) {
        var now = clock.instant();
        var sight = Sight.of(actor);
        var sums = new long[7];
        for (var way : sight.ways()) { // no unit helps where it leads, so nothing is counted twice
            var row = row(way, sight, now);
            for (var i = 0; i < sums.length; i++) {
                sums[i] += number(row[i]);
            }
        }
        return new Counts(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], sums[6]);
    }

    private Object[] row(String way, Sight sight, Instant now) {
        var midnight = now.atZone(Zone.SHANGHAI).toLocalDate().plusDays(1).atStartOfDay(Zone.SHANGHAI);
        var query = database.createQuery(
                        "select count(*)"
                                + sumOf(OVERDUE)
                                + sumOf("c.clock.dueAt >= :now and c.clock.dueAt < :midnight")
                                + sumOf(CaseStatus.DISPATCHED)
                                + sumOf(CaseStatus.VERIFYING)
                                + sumOf(CaseStatus.RETURN_REQUESTED)
                                + sumOf(CaseStatus.REPORTED)
                                + " from GridCase c where " + OPEN + " and " + way,
                        Object[].class)
                .setParameter("now", now)
                .setParameter("midnight", midnight.toInstant());
        sight.bind(query);
        return query.getSingleResult();
    }

    private static long number(Object sum) {
        return sum == null ? 0 : ((Number) sum).longValue();
    }

    private static Set<CaseStatus> running() {
        var running = EnumSet.copyOf(CaseStatus.OPEN);
        running.remove(CaseStatus.SUSPENDED); // 缓办: not late
        return running;
    }

    private static String sumOf(String condition) {
        return ", sum(case when " + condition + " then 1 else 0 end)";
    }

    private static String sumOf(CaseStatus status) {
        return sumOf(CaseStatus.among(Set.of(status)));
    }
}
