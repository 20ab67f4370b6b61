package onegrid.kit.directive;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import onegrid.kit.clock.Zone;
import onegrid.kit.outbox.Outbox;
import onegrid.kit.paging.Page;
import onegrid.kit.paging.Paging;
import onegrid.kit.problem.Problem;
import onegrid.kit.scope.Caller;
import onegrid.kit.scope.ComplaintSight;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The directives of this service: stored when they arrive, told back at each step, with a row for each step. */
@ApplicationScoped
public class Directives {
    private final EntityManager database;
    private final Outbox outbox;
    private final DirectivePart part;
    private final Clock clock;
    private final String service;
    private final String topic;

    Directives(
            EntityManager database,
            Outbox outbox,
            DirectivePart part,
            Clock clock,
            @ConfigProperty(name = "onegrid.service") String service,
            @ConfigProperty(name = "onegrid.directive.answers") String topic) {
        this.database = database;
        this.outbox = outbox;
        this.part = part;
        this.clock = clock;
        this.service = service;
        this.topic = topic;
    }

    void receive(DirectiveIssued issued) {
        var known = database.find(Directive.class, issued.directiveId(), LockModeType.PESSIMISTIC_WRITE);
        if (known == null) {
            known = Directive.received(issued, clock.instant());
            database.persist(known);
            database.flush();
            part.received(known);
        } else if (known.status == DirectiveStatus.DECLINED) {
            known.askedAgain(issued, clock.instant());
            part.receivedAgain(known);
        } else {
            return;
        }
        tell(known, "received", "system", "system", null);
    }

    void urge(UUID id, int share, String note) {
        var directive = database.find(Directive.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (directive != null && directive.status.open()) {
            directive.urge = Math.max(directive.urge, share);
            step(directive, "URGED", "system", "system", note);
        }
    }

    void withdraw(UUID id, String reason) {
        var directive = database.find(Directive.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (directive != null && directive.status.open()) {
            directive.withdraw(reason);
            part.withdrawn(directive);
            step(directive, "WITHDRAWN", "system", "system", reason);
        }
    }

    Directive accept(Directive directive, String note, Caller by) {
        directive.accept(note, clock.instant());
        return tell(directive, "accepted", by.post(), by.role(), note);
    }

    Directive decline(Directive directive, String reason, Caller by) {
        directive.decline(reason, clock.instant());
        return tell(directive, "declined", by.post(), by.role(), reason);
    }

    Directive progress(Directive directive, String note, Caller by) {
        directive.progress(note);
        return tell(directive, "progressed", by.post(), by.role(), note);
    }

    Directive complete(Directive directive, String note, Caller by) {
        part.completing(directive, note);
        directive.complete(note, clock.instant());
        return tell(directive, "completed", by.post(), by.role(), note);
    }

    /** Condition (HQL, alias {@code d}) on what this caller may see. */
    public String visible(Caller caller) {
        return "(" + part.visible(caller) + ") and " + ComplaintSight.of(caller).condition("d.complainedOf");
    }

    /** A directive that this caller may see, else 404. */
    public Directive visible(UUID id, Caller caller) {
        return database.createQuery("from Directive d where d.id = :id and " + visible(caller), Directive.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("Task " + id));
    }

    Page<Directive> list(String status, Paging paging, Caller caller) {
        var statuses =
                switch (status) {
                    case "open" ->
                        List.of(DirectiveStatus.RECEIVED, DirectiveStatus.ACCEPTED, DirectiveStatus.IN_PROGRESS);
                    case "done" ->
                        List.of(DirectiveStatus.COMPLETED, DirectiveStatus.DECLINED, DirectiveStatus.WITHDRAWN);
                    case "all" -> List.of(DirectiveStatus.values());
                    default -> throw Problem.invalid("status", "is one of open, done, all");
                };
        var from = paging.from(
                new From(Instant.EPOCH, new UUID(0, 0)),
                parts -> new From(Instant.parse(parts.get(0)), UUID.fromString(parts.get(1))));
        var rows = database.createQuery(
                        "from Directive d where d.status in :statuses and " + visible(caller)
                                + " and (d.respondBy > :at or d.respondBy = :at and d.id > :id)"
                                + " order by d.respondBy, d.id",
                        Directive.class)
                .setParameter("statuses", statuses)
                .setParameter("at", from.at)
                .setParameter("id", from.id)
                .setMaxResults(paging.fetch())
                .getResultList();
        return Page.of(rows, paging.limit, d -> d, d -> Paging.cursor(d.respondBy, d.id));
    }

    private record From(Instant at, UUID id) {}

    List<Step> steps(Directive directive) {
        return steps(List.of(directive)).getOrDefault(directive.id, List.of());
    }

    /** The histories of all these tasks in one query, by the task's id; one without history is missing. */
    Map<UUID, List<Step>> steps(List<Directive> directives) {
        if (directives.isEmpty()) {
            return Map.of();
        }
        List<?> rows = database.createNativeQuery("""
                        select directive_id, at, status, actor, note from directive_step
                        where directive_id in (:ids) order by id""")
                .setParameter("ids", directives.stream().map(d -> d.id).toList())
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .collect(Collectors.groupingBy(
                        row -> (UUID) row[0], Collectors.mapping(Directives::step, Collectors.toList())));
    }

    private static Step step(Object[] row) {
        return new Step(Zone.at((Instant) row[1]), (String) row[2], (String) row[3], (String) row[4]);
    }

    /** One row of a task's history. */
    public record Step(java.time.OffsetDateTime at, String status, String actor, String note) {}

    private Directive tell(Directive directive, String what, String actor, String role, String note) {
        step(directive, directive.status.name(), actor, role, note);
        outbox.append(new DirectiveAnswer(
                service + ".directive." + what + ".v1",
                topic,
                directive.id,
                directive.linkageId,
                directive.caseId,
                service,
                directive.status,
                directive.note,
                directive.reason,
                role,
                Zone.at(clock.instant())));
        return directive;
    }

    private void step(Directive directive, String status, String actor, String role, String note) {
        database.flush();
        database.createNativeQuery("""
                        insert into directive_step (directive_id, at, status, actor, role, note)
                        values (:directive, :at, :status, :actor, :role, :note)""")
                .setParameter("directive", directive.id)
                .setParameter("at", clock.instant())
                .setParameter("status", status)
                .setParameter("actor", actor)
                .setParameter("role", role)
                .setParameter("note", note)
                .executeUpdate();
    }
}
