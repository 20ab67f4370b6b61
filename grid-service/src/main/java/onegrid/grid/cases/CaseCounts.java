package onegrid.grid.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import onegrid.kit.clock.Zone;

/** How much is open in sight, late, or waits for which step; one query. */
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
        var midnight = now.atZone(Zone.SHANGHAI).toLocalDate().plusDays(1).atStartOfDay(Zone.SHANGHAI);
        var sight = Sight.of(actor);
        var query = database.createQuery(
                        "select count(*)"
                                + sumOf(OVERDUE)
                                + sumOf("c.clock.dueAt >= :now and c.clock.dueAt < :midnight")
                                + sumOf(CaseStatus.DISPATCHED)
                                + sumOf(CaseStatus.VERIFYING)
                                + sumOf(CaseStatus.RETURN_REQUESTED)
                                + sumOf(CaseStatus.REPORTED)
                                + " from GridCase c where " + OPEN + " and " + sight.condition(),
                        Object[].class)
                .setParameter("now", now)
                .setParameter("midnight", midnight.toInstant());
        sight.bind(query);
        var row = query.getSingleResult();
        return new Counts(
                number(row[0]),
                number(row[1]),
                number(row[2]),
                number(row[3]),
                number(row[4]),
                number(row[5]),
                number(row[6]));
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
