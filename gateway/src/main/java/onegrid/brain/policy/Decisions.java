package onegrid.brain.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import onegrid.brain.situation.CaseState;
import onegrid.brain.situation.KnownCases;

/** Decides cases by the policy in force, once for each cause. */
@ApplicationScoped
public class Decisions {
    /** Reports of one acute matter from two communities within this time are taken for one event. */
    private static final Duration AT_ONCE = Duration.ofHours(1);

    private final EntityManager database;
    private final Policies policies;
    private final KnownCases cases;
    private final ObjectMapper json;
    private final Clock clock;

    Decisions(EntityManager database, Policies policies, KnownCases cases, ObjectMapper json, Clock clock) {
        this.database = database;
        this.policies = policies;
        this.cases = cases;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Empty when this cause was decided before.
     *
     * @param cause filed, marked-big:version, reclassified:version, unmerged:version or reopened:version
     */
    public Optional<Decision> decide(CaseState state, String cause) {
        if (decided(state, cause)) {
            return Optional.empty();
        }
        takeTurn(state);
        var now = clock.instant();
        var communities = cases.communitiesWith(state.matterCode(), now.minus(AT_ONCE), state.communityCode());
        var facts = Facts.of(state, cause.startsWith("reopened"), communities, jointCaseNearby(state));
        var policy = policies.inForce();
        var rule = policy.decide(facts);
        var decision = Decision.of(state, cause, rule, policy.version(), write(facts), now);
        database.persist(decision);
        cases.decided(state.caseId(), rule.scale().name(), rule.level().name());
        return Optional.of(decision);
    }

    private boolean decided(CaseState state, String cause) {
        return !database.createQuery("select 1 from Decision d where d.caseId = :id and d.cause = :cause")
                .setParameter("id", state.caseId())
                .setParameter("cause", cause)
                .getResultList()
                .isEmpty();
    }

    /** Reports of one matter in one community are decided one after the other, so that one of them opens the topic. */
    private void takeTurn(CaseState state) {
        if (state.matterCode() != null && state.communityCode() != null) {
            database.createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:topic, 0))")
                    .setParameter("topic", state.matterCode() + "@" + state.communityCode())
                    .getSingleResult();
        }
    }

    /** A joint case about a complaint is not there for others: who handles this one may not see it. */
    private boolean jointCaseNearby(CaseState state) {
        if (state.matterCode() == null || state.communityCode() == null) {
            return false;
        }
        return !database.createNativeQuery("""
                        select 1 from linkage l join known_case k on k.case_id = l.case_id
                        where l.status = 'OPEN' and l.matter_code = :matter and l.community_code = :community
                        and l.case_id <> :id and k.complained_of is not distinct from cast(:about as text) limit 1""")
                .setParameter("matter", state.matterCode())
                .setParameter("community", state.communityCode())
                .setParameter("id", state.caseId())
                .setParameter("about", state.complainedOf())
                .getResultList()
                .isEmpty();
    }

    private String write(Facts facts) {
        try {
            return json.writeValueAsString(facts.values());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
