package onegrid.grid.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import onegrid.kit.clock.Zone;

/**
 * Case numbers: day of the report and a running number, {@code 261122-00017}. A replica takes 50 at a time, so gaps are
 * normal and say nothing.
 */
@ApplicationScoped
class CaseNumbers {
    private static final int BLOCK = 50;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    private final EntityManager database;
    private long next;
    private long end;

    CaseNumbers(EntityManager database) {
        this.database = database;
    }

    String next(Instant at) {
        return "%s-%05d".formatted(DAY.format(at.atZone(Zone.SHANGHAI)), running());
    }

    private synchronized long running() {
        if (next == end) {
            next = ((Number) database.createNativeQuery("select nextval('case_number')")
                            .getSingleResult())
                    .longValue();
            end = next + BLOCK;
        }
        return next++;
    }
}
