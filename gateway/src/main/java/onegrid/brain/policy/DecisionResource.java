package onegrid.brain.policy;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import onegrid.brain.situation.Sight;
import onegrid.kit.clock.Zone;
import onegrid.kit.paging.Page;
import onegrid.kit.paging.Paging;
import onegrid.kit.scope.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The stream of decisions, newest first. */
@Path("/api/brain/decisions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({
    "grid-head",
    "building-head",
    "community",
    "street",
    "centre",
    "supervisor",
    "unit",
    "property",
    "party",
    "new-sector"
})
class DecisionResource {
    private final EntityManager database;
    private final Caller caller;

    DecisionResource(EntityManager database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    /** The rule that decided, as it was then. */
    public record RuleView(String number, String name, int policyVersion) {}

    /** One decision; {@code facts} are the values by name that the rule was asked about. */
    public record DecisionView(
            UUID id,
            UUID caseId,
            String caseNumber,
            String gridCode,
            String gridName,
            String matterName,
            Scale scale,
            Level level,
            RuleView rule,
            @JsonRawValue String facts,
            String sentence,
            String sentenceEn,
            UUID linkageId,
            OffsetDateTime at) {}

    private record From(Instant at, UUID id) {}

    @Operation(summary = "What was decided about cases, small or big, by which rule and on which facts")
    @GET
    @Transactional
    public Page<DecisionView> list(@QueryParam("caseId") UUID caseId, @BeanParam @Valid Paging paging) {
        var from = paging.from(
                new From(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1)),
                parts -> new From(Instant.parse(parts.get(0)), UUID.fromString(parts.get(1))));
        var seen = Sight.of(caller).condition("d", "d.linkage_id is not null");
        var rows = database.createNativeQuery(
                        "select * from decision d where " + seen
                                + (caseId == null ? "" : " and d.case_id = :case")
                                + " and (d.at, d.id) < (:at, :id) order by d.at desc, d.id desc",
                        Decision.class)
                .setParameter("at", from.at)
                .setParameter("id", from.id)
                .setMaxResults(paging.fetch());
        if (caseId != null) {
            rows.setParameter("case", caseId);
        }
        return Page.of(rows.getResultList(), paging.limit, row -> view((Decision) row), DecisionResource::cursor);
    }

    private static String cursor(Object row) {
        var decision = (Decision) row;
        return Paging.cursor(decision.at, decision.id);
    }

    private static DecisionView view(Decision decision) {
        return new DecisionView(
                decision.id,
                decision.caseId,
                decision.caseNumber,
                decision.gridCode,
                decision.gridName,
                decision.matterName,
                decision.scale,
                decision.level,
                new RuleView(decision.rule, decision.ruleName, decision.policyVersion),
                decision.facts,
                decision.sentence,
                decision.sentenceEn,
                decision.linkageId,
                Zone.at(decision.at));
    }
}
