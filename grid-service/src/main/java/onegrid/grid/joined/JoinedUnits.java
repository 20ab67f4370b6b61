package onegrid.grid.joined;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import onegrid.grid.grids.Grid;
import onegrid.grid.grids.Grids;
import onegrid.kit.clock.Zone;

/** Which units have joined which grids, now and before. */
@ApplicationScoped
public class JoinedUnits {
    private final EntityManager database;
    private final Grids grids;
    private final Clock clock;

    JoinedUnits(EntityManager database, Grids grids, Clock clock) {
        this.database = database;
        this.grids = grids;
        this.clock = clock;
    }

    /** Units that take part in the work of this grid today: its own first, then those of the nodes above it. */
    public List<JoinedUnitView> serving(Grid grid) {
        return database.createQuery(
                        "from JoinedUnit j where j.gridCode in :codes and j.since <= :today"
                                + " and (j.until is null or j.until > :today)",
                        JoinedUnit.class)
                .setParameter("codes", grids.upFrom(grid))
                .setParameter("today", today())
                .getResultStream()
                .sorted(Comparator.comparing((JoinedUnit joined) -> -joined.gridCode.length())
                        .thenComparing(joined -> joined.unit))
                .flatMap(joined -> grids.find(joined.gridCode).map(at -> JoinedUnitView.of(joined, at)).stream())
                .toList();
    }

    List<JoinedUnit> at(String gridCode, UUID after, int fetch) {
        return database.createQuery(
                        "from JoinedUnit j where j.gridCode = :code and j.id > :after order by j.id", JoinedUnit.class)
                .setParameter("code", gridCode)
                .setParameter("after", after)
                .setMaxResults(fetch)
                .getResultList();
    }

    /** All times of one unit at one grid. */
    List<JoinedUnit> of(String gridCode, String unit) {
        return database.createQuery("from JoinedUnit j where j.gridCode = :code and j.unit = :unit", JoinedUnit.class)
                .setParameter("code", gridCode)
                .setParameter("unit", unit)
                .getResultList();
    }

    void add(JoinedUnit joined) {
        database.persist(joined);
    }

    LocalDate today() {
        return clock.instant().atZone(Zone.SHANGHAI).toLocalDate();
    }
}
