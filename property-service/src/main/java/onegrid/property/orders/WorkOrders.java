package onegrid.property.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import onegrid.kit.clock.Zone;
import onegrid.kit.directive.Directive;
import onegrid.kit.directive.DirectiveStatus;
import onegrid.property.compounds.Compounds;

@ApplicationScoped
class WorkOrders {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd");

    private final EntityManager database;
    private final Compounds compounds;
    private final Clock clock;

    WorkOrders(EntityManager database, Compounds compounds, Clock clock) {
        this.database = database;
        this.compounds = compounds;
        this.clock = clock;
    }

    WorkOrder open(Directive directive) {
        var day = LocalDate.now(clock.withZone(Zone.SHANGHAI));
        var inCharge = compounds.inCharge(directive.gridCode, day);
        var order = new WorkOrder();
        order.directiveId = directive.id;
        order.number = nextNumber(day);
        order.title = directive.gridName + "：" + directive.matterName + "（" + directive.severity + "级）";
        order.compoundCode = inCharge.compound() == null ? null : inCharge.compound().code;
        order.companyCode = inCharge.company() == null ? null : inCharge.company().code;
        order.officeCode = inCharge.office().code;
        order.respondWithinMinutes = ResponseTime.of(directive.severity).minutes;
        order.createdAt = clock.instant();
        database.persist(order);
        return order;
    }

    private String nextNumber(LocalDate day) {
        var last = database.createNativeQuery("""
                        insert into work_order_number (day, last) values (:day, 1)
                        on conflict (day) do update set last = work_order_number.last + 1 returning last""", Integer.class)
                .setParameter("day", day)
                .getSingleResult();
        return "WO%s-%05d".formatted(day.format(DAY), (Integer) last);
    }

    WorkOrder of(UUID directiveId) {
        return database.find(WorkOrder.class, directiveId);
    }

    /** An order with the task it belongs to. */
    record Row(WorkOrder order, Directive task) {}

    /** Newest number first; {@code before} is the last number of the page before, or empty. */
    List<Row> list(
            String visible, List<DirectiveStatus> statuses, String company, String grid, String before, int fetch) {
        return database.createQuery("""
                        select w, d from WorkOrder w join Directive d on d.id = w.directiveId
                        where d.status in :statuses and (:before = '' or w.number < :before)
                        and (:company = '' or w.companyCode = :company) and locate(:grid, d.gridCode) = 1
                        and\s""" + visible + " order by w.number desc", Object[].class)
                .setParameter("statuses", statuses)
                .setParameter("before", before)
                .setParameter("company", company)
                .setParameter("grid", grid)
                .setMaxResults(fetch)
                .getResultStream()
                .map(row -> new Row((WorkOrder) row[0], (Directive) row[1]))
                .toList();
    }
}
