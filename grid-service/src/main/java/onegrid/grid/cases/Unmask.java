package onegrid.grid.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import onegrid.kit.audit.Audit;
import onegrid.kit.problem.Problem;

/**
 * Showing one reporter's name and phone to one post, for a reason. It leaves a row in the audit trail and one that the
 * reporter reads on the tracking page (domain.md §8.4).
 */
@ApplicationScoped
class Unmask {
    private final Reporters reporters;
    private final EntityManager database;
    private final Audit audit;
    private final Clock clock;

    Unmask(Reporters reporters, EntityManager database, Audit audit, Clock clock) {
        this.reporters = reporters;
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** The handler's unit and the desks; what was reported in confidence never reaches who handles it. */
    static boolean may(Actor actor, GridCase c, Reporters.Plain reporter) {
        if (reporter == null) {
            return false;
        }
        return reporter.confidential()
                ? actor.isDesk() && !CaseCommand.leads(actor, c)
                : actor.isDesk() || CaseCommand.leads(actor, c);
    }

    Reporters.Plain reveal(GridCase c, Actor actor, String reason) {
        var reporter = reporters.of(c.id).orElseThrow(() -> Problem.notFound("The reporter"));
        if (!may(actor, c, reporter)) {
            throw Problem.forbidden("Your post may not see who reported this case");
        }
        database.persist(new Unmasking(c.id, actor, reason, clock.instant()));
        audit.record(actor.name(), actor.role(), actor.account(), "case.unmask", "/api/cases/" + c.id, reason);
        return reporter;
    }

    List<Unmasking> of(UUID caseId) {
        return database.createQuery("select u from Unmasking u where u.caseId = :id order by u.id", Unmasking.class)
                .setParameter("id", caseId)
                .getResultList();
    }
}
