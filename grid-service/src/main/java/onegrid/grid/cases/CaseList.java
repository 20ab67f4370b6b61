package onegrid.grid.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import onegrid.grid.dispatch.Unit;
import onegrid.grid.grids.Grids;
import onegrid.grid.matters.Catalogue;
import onegrid.kit.clock.Zone;
import onegrid.kit.paging.Page;
import onegrid.kit.paging.Paging;
import onegrid.kit.problem.Problem;
import onegrid.kit.scope.Scope;

/** The desk's lists: what is in sight, sorted by what is due; one query a page. */
@ApplicationScoped
class CaseList {
    private static final String CLOSED = "not " + CaseStatus.among(CaseStatus.OPEN);

    private final EntityManager database;
    private final Grids grids;
    private final Clock clock;

    CaseList(EntityManager database, Grids grids, Clock clock) {
        this.database = database;
        this.grids = grids;
        this.clock = clock;
    }

    static class Filter extends Paging {
        @QueryParam("view")
        @DefaultValue("all")
        @Pattern(regexp = "inbox|all|closed", message = "is inbox, all or closed")
        public String view;

        @QueryParam("status")
        public String status;

        @QueryParam("gridCode")
        @Pattern(regexp = "[0-9]{6,19}", message = "is 6 to 19 digits")
        public String gridCode;

        @QueryParam("matterCode")
        public String matterCode;

        @QueryParam("query")
        @Size(max = 100)
        public String query;

        @QueryParam("overdue")
        public boolean overdue;
    }

    record Row(
            UUID id,
            String number,
            long version,
            CaseStatus status,
            String statusName,
            String matterCode,
            String matterName,
            String className,
            Integer severity,
            String text,
            Integer peopleAffected,
            boolean injury,
            CaseView.GridView grid,
            CaseView.Point point,
            String address,
            Scale scale,
            Level level,
            UUID linkageId,
            CaseView.Owner owner,
            String leadUnit,
            String leadUnitName,
            OffsetDateTime reportedAt,
            OffsetDateTime acceptBy,
            OffsetDateTime dueAt,
            OffsetDateTime verifyBy,
            OffsetDateTime closedAt,
            boolean overdue,
            int urgedByReporter) {
        static Row of(GridCase c, Instant now) {
            var matter = c.matter;
            return new Row(
                    c.id,
                    c.number,
                    c.version,
                    c.status,
                    c.status.title(),
                    matter == null ? null : matter.code(),
                    matter == null ? null : matter.name(),
                    matter == null ? null : matter.className(),
                    c.severity,
                    c.text,
                    c.peopleAffected,
                    c.injury,
                    CaseView.GridView.of(c),
                    CaseView.Point.of(c),
                    c.address,
                    c.scale,
                    c.level,
                    c.linkageId,
                    CaseView.Owner.of(c),
                    c.assignment.leadUnit,
                    Unit.title(c.assignment.leadUnit),
                    Zone.at(c.reportedAt),
                    Zone.at(c.assignment.acceptBy),
                    Zone.at(c.clock.dueAt),
                    Zone.at(c.verifyBy),
                    Zone.at(c.closedAt),
                    c.overdue(now),
                    c.urgedByReporter);
        }
    }

    private record Cursor(Instant due, UUID id) {}

    Page<Row> page(Filter filter, Actor actor) {
        var now = clock.instant();
        var where = new ArrayList<String>();
        var values = new HashMap<String, Object>();
        var sight = Sight.of(actor);
        where.add(sight.condition());
        switch (filter.view) {
            case "inbox" -> where.add(Turn.of(actor));
            case "closed" -> where.add(CLOSED);
            default -> {}
        }
        if (filter.status != null) {
            where.add("c.status = :status");
            values.put("status", status(filter.status));
        }
        if (filter.gridCode != null) {
            // Digits only, checked above. What was filed under a code of the past is found under its successor too.
            where.add(new Scope(List.of(filter.gridCode), grids.before(filter.gridCode)).condition("c.placeCode"));
        }
        if (filter.matterCode != null) {
            where.add("c.matter = :matter");
            values.put(
                    "matter",
                    Catalogue.find(filter.matterCode)
                            .orElseThrow(() -> Problem.invalid("matterCode", "is not in the catalogue")));
        }
        if (filter.overdue) {
            where.add(CaseCounts.OVERDUE);
            values.put("now", now);
        }
        if (filter.query != null && !filter.query.isBlank()) {
            where.add("(c.number like :start escape '!' or c.text ilike :part escape '!'"
                    + " or c.address ilike :part escape '!')");
            var words = filter.query.strip().replaceAll("([!%_])", "!$1");
            values.put("start", words + "%");
            values.put("part", "%" + words + "%");
        }
        var cursor = filter.<Cursor>from(
                null, parts -> new Cursor(Instant.parse(parts.get(0)), UUID.fromString(parts.get(1))));
        if (cursor != null) {
            where.add("(c.clock.dueAt > :due or (c.clock.dueAt = :due and c.id > :after))");
            values.put("due", cursor.due);
            values.put("after", cursor.id);
        }
        var query = database.createQuery(
                "select c from GridCase c where " + String.join(" and ", where) + " order by c.clock.dueAt, c.id",
                GridCase.class);
        values.forEach(query::setParameter);
        sight.bind(query);
        if (filter.view.equals("inbox")) {
            Turn.bind(query, actor);
        }
        var rows = query.setMaxResults(filter.fetch()).getResultList();
        return Page.of(rows, filter.limit, c -> Row.of(c, now), c -> Paging.cursor(c.clock.dueAt, c.id));
    }

    private static CaseStatus status(String word) {
        try {
            return CaseStatus.valueOf(word);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("status", "is not a status of a case");
        }
    }
}
