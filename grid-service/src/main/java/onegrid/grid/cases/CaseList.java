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
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import onegrid.grid.dispatch.Unit;
import onegrid.grid.grids.Grids;
import onegrid.grid.matters.Catalogue;
import onegrid.kit.clock.Zone;
import onegrid.kit.paging.Page;
import onegrid.kit.paging.Paging;
import onegrid.kit.problem.Problem;
import onegrid.kit.scope.Scope;

/** The desk's lists: what is in sight, sorted by what is due. */
@ApplicationScoped
public class CaseList {
    private static final String OPEN = CaseStatus.among(CaseStatus.OPEN);

    private final EntityManager database;
    private final CaseSearch search;
    private final Grids grids;
    private final Clock clock;

    CaseList(EntityManager database, CaseSearch search, Grids grids, Clock clock) {
        this.database = database;
        this.search = search;
        this.grids = grids;
        this.clock = clock;
    }

    static class Filter extends Paging {
        @QueryParam("view")
        @DefaultValue("all")
        @Pattern(regexp = "inbox|open|all|closed", message = "is inbox, open, all or closed")
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

        /** 督办: of any level, or of the street (1), the district (2), the leaders' list (3). */
        @QueryParam("supervision")
        @Pattern(regexp = "any|1|2|3", message = "is any, 1, 2 or 3")
        public String supervision;
    }

    public record Row(
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
            int urgedByReporter,
            int supervision) {
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
                    c.urgedByReporter,
                    c.supervision);
        }
    }

    /** A place in the list; ids are ordered as PostgreSQL does. */
    private record Spot(Instant due, UUID id) implements Comparable<Spot> {
        private static final Comparator<Spot> ORDER =
                Comparator.comparing(Spot::due).thenComparing(spot -> spot.id.toString());

        @Override
        public int compareTo(Spot other) {
            return ORDER.compare(this, other);
        }
    }

    /** Conditions in HQL that all hold, and their values. */
    private static final class Asked {
        private final List<String> where = new ArrayList<>();
        private final Map<String, Object> values = new HashMap<>();

        void that(String condition) {
            where.add(condition);
        }

        void that(String condition, String name, Object value) {
            where.add(condition);
            values.put(name, value);
        }
    }
    /** Rows of cases that somebody else has found in the caller's sight. */
    public Map<UUID, Row> rows(Collection<UUID> ids) {
        var now = clock.instant();
        return database.createQuery("select c from GridCase c where c.id in :ids", GridCase.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(c -> c.id, c -> Row.of(c, now)));
    }

    Page<Row> page(Filter filter, Actor actor) {
        planForTheseValues();
        var now = clock.instant();
        var asked = asked(filter, now);
        var ways =
                filter.view.equals("inbox") ? Turn.ways(actor) : Sight.of(actor).ways();
        var spots = ways.stream()
                .flatMap(way -> spots(way, asked, filter, actor).stream())
                .distinct()
                .sorted()
                .limit(filter.fetch())
                .toList();
        return Page.of(cases(spots), filter.limit, c -> Row.of(c, now), c -> Paging.cursor(c.clock.dueAt, c.id));
    }

    /** A plan made for all values knows neither how common a word nor how full a scope is. */
    private void planForTheseValues() {
        database.createNativeQuery("set local plan_cache_mode = force_custom_plan")
                .executeUpdate();
    }

    /** One way after the other, and of each only where its cases stand: that is read from one index. */
    private List<Spot> spots(String way, Asked asked, Filter filter, Actor actor) {
        var query = database.createQuery(
                "select c.clock.dueAt, c.id from GridCase c where " + way + " and " + String.join(" and ", asked.where)
                        + " order by c.clock.dueAt, c.id",
                Object[].class);
        asked.values.forEach(query::setParameter);
        if (filter.view.equals("inbox")) {
            Turn.bind(query, way, actor);
        } else {
            Sight.of(actor).bind(query);
        }
        return query.setMaxResults(filter.fetch())
                .getResultStream()
                .map(row -> new Spot((Instant) row[0], (UUID) row[1]))
                .toList();
    }

    private List<GridCase> cases(List<Spot> spots) {
        if (spots.isEmpty()) {
            return List.of();
        }
        return database.createQuery("select c from GridCase c where c.id in :ids", GridCase.class)
                .setParameter("ids", spots.stream().map(Spot::id).toList())
                .getResultStream()
                .sorted(Comparator.comparing(c -> new Spot(c.clock.dueAt, c.id)))
                .toList();
    }

    private Asked asked(Filter filter, Instant now) {
        var asked = new Asked();
        switch (filter.view) {
            case "open" -> asked.that(OPEN);
            case "closed" -> asked.that("not " + OPEN);
            default -> asked.that("1 = 1");
        }
        if (filter.status != null) {
            asked.that(CaseStatus.among(Set.of(status(filter.status))));
        }
        if (filter.gridCode != null) {
            // Digits only, checked above. What was filed under a code of the past is found under its successor too.
            asked.that(new Scope(List.of(filter.gridCode), grids.before(filter.gridCode)).condition("c.placeCode"));
        }
        if (filter.matterCode != null) {
            var matter = Catalogue.find(filter.matterCode)
                    .orElseThrow(() -> Problem.invalid("matterCode", "is not in the catalogue"));
            asked.that("c.matter = :matter", "matter", matter);
        }
        if (filter.overdue) {
            asked.that(CaseCounts.OVERDUE, "now", now);
        }
        if (filter.supervision != null) {
            asked.that("c.supervision " + (filter.supervision.equals("any") ? "> 0" : "= " + filter.supervision));
        }
        if (filter.query != null && !filter.query.isBlank()) {
            var found = search.of(filter.query);
            asked.that(found.condition());
            asked.values.putAll(found.values());
        }
        var after =
                filter.<Spot>from(null, parts -> new Spot(Instant.parse(parts.get(0)), UUID.fromString(parts.get(1))));
        if (after != null) {
            // The first condition says where to begin in the index.
            asked.that("c.clock.dueAt >= :due and (c.clock.dueAt > :due or c.id > :after)", "due", after.due);
            asked.values.put("after", after.id);
        }
        return asked;
    }

    private static CaseStatus status(String word) {
        try {
            return CaseStatus.valueOf(word);
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("status", "is not a status of a case");
        }
    }
}
