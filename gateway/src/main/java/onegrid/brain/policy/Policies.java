package onegrid.brain.policy;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import onegrid.kit.problem.Problem;

/** All versions of the escalation policy; the first one comes with the product. */
@ApplicationScoped
public class Policies {
    /** Version numbers are given, and the one in force is exchanged, by one replica at a time. */
    private static final long TURN = 0x706f6c696379L;

    private final EntityManager database;
    private final ObjectMapper json;
    private final Clock clock;
    /** Rules of a version never change, so what was compiled stays right. */
    private final Map<Integer, EscalationPolicy> compiled = new ConcurrentHashMap<>();

    Policies(EntityManager database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    private record Delivered(String note, List<Rule> rules) {}

    /** The policy that decides now. */
    @Transactional
    public EscalationPolicy inForce() {
        return compiled(versionInForce());
    }

    EscalationPolicy compiled(PolicyVersion policy) {
        return compiled.computeIfAbsent(policy.version, v -> EscalationPolicy.compile(v, policy.rules));
    }

    private EscalationPolicy compiled(int version) {
        var known = compiled.get(version);
        return known != null ? known : compiled(get(version));
    }

    private int versionInForce() {
        var found = inForceOrNone();
        if (!found.isEmpty()) {
            return found.getFirst();
        }
        takeTurn();
        found = inForceOrNone();
        return found.isEmpty() ? deliver() : found.getFirst();
    }

    private List<Integer> inForceOrNone() {
        return database.createQuery("select p.version from PolicyVersion p where p.status = :s", Integer.class)
                .setParameter("s", PolicyVersion.Status.IN_FORCE)
                .getResultList();
    }

    private int deliver() {
        try (var file = Policies.class.getResourceAsStream("/policy/default.json")) {
            var delivered = json.readValue(file, Delivered.class);
            return enforce(draft(delivered.note, delivered.rules, "OneGrid")).version;
        } catch (IOException e) {
            throw new UncheckedIOException("the default policy cannot be read", e);
        }
    }

    List<PolicyVersion> newestFirst() {
        versionInForce();
        return database.createQuery("from PolicyVersion p order by p.version desc", PolicyVersion.class)
                .getResultList();
    }

    PolicyVersion get(int version) {
        var policy = database.find(PolicyVersion.class, version);
        if (policy == null) {
            throw Problem.notFound("Policy " + version);
        }
        return policy;
    }

    PolicyVersion draft(String note, List<Rule> rules, String by) {
        EscalationPolicy.compile(0, rules);
        takeTurn();
        var next = 1
                + database.createQuery("select coalesce(max(p.version), 0) from PolicyVersion p", Integer.class)
                        .getSingleResult();
        var policy = PolicyVersion.draft(next, note, rules, by, clock.instant());
        database.persist(policy);
        database.flush();
        return policy;
    }

    PolicyVersion enforce(PolicyVersion policy) {
        takeTurn();
        database.refresh(policy);
        // The old one leaves first: at no moment are there two in force, and the index would not allow it.
        database.createQuery("update PolicyVersion p set p.status = :retired where p.status = :inForce")
                .setParameter("retired", PolicyVersion.Status.RETIRED)
                .setParameter("inForce", PolicyVersion.Status.IN_FORCE)
                .executeUpdate();
        policy.enforce(clock.instant());
        database.flush();
        return policy;
    }

    private void takeTurn() {
        database.createNativeQuery("select 1 from pg_advisory_xact_lock(" + TURN + ")")
                .getSingleResult();
    }
}
