package onegrid.gateway.hooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import onegrid.kit.problem.Problem;
import onegrid.kit.scope.Caller;

/** All subscriptions. Whose they are is part of the query: one's own, those of one's unit; the operator's all. */
@ApplicationScoped
class Subscriptions {
    private final EntityManager database;
    private final HookSettings settings;

    Subscriptions(EntityManager database, HookSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    void add(Subscription subscription) {
        // Two at once must not both find room for one more.
        database.createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended(:owner, 21))) held")
                .setParameter("owner", subscription.owner)
                .getResultList();
        var has = database.createQuery("select count(*) from Subscription s where s.owner = :owner", Long.class)
                .setParameter("owner", subscription.owner)
                .getSingleResult();
        if (has >= settings.perOwner()) {
            throw Problem.rule(
                    "SUBSCRIPTIONS",
                    "An account has at most " + settings.perOwner() + " subscriptions: change or delete one");
        }
        database.persist(subscription);
        database.flush();
        database.createNativeQuery("insert into hook_health (subscription_id) values (:id)")
                .setParameter("id", subscription.id)
                .executeUpdate();
    }

    void delete(Subscription subscription) {
        database.remove(subscription);
    }

    /** So that the answer tells the version that the change has made. */
    void changed() {
        database.flush();
    }

    /** Newest first. */
    @SuppressWarnings("unchecked")
    List<Subscription> page(Caller caller, Instant before, UUID beforeId, int limit) {
        return bound(caller, "(s.created_at, s.id) < (:before, :beforeId) order by s.created_at desc, s.id desc")
                .setParameter("before", before)
                .setParameter("beforeId", beforeId)
                .setMaxResults(limit)
                .getResultList();
    }

    Subscription see(Caller caller, UUID id) {
        return one(caller, id, "");
    }

    /** Locked until the end of the transaction. */
    Subscription change(Caller caller, UUID id) {
        return one(caller, id, " for update of s");
    }

    @SuppressWarnings("unchecked")
    private Subscription one(Caller caller, UUID id, String lock) {
        return ((Stream<Subscription>) bound(caller, "s.id = :id" + lock)
                        .setParameter("id", id)
                        .getResultStream())
                .findFirst()
                .orElseThrow(() -> Problem.notFound("The subscription"));
    }

    private Query bound(Caller caller, String condition) {
        var query = database.createNativeQuery(
                "select s.* from hook_subscription s where " + mine(caller) + " and " + condition, Subscription.class);
        if (!caller.is("system-admin")) {
            query.setParameter("me", caller.id());
            if (isUnit(caller)) {
                query.setParameter("unit", caller.unit());
            }
        }
        return query;
    }

    private static String mine(Caller caller) {
        if (caller.is("system-admin")) {
            return "true";
        }
        // The desk of a unit and its system are two accounts of one post.
        return isUnit(caller)
                ? "(s.owner = :me or s.role = 'unit' and s.unit = :unit and not exists"
                        + " (select 1 from unnest(s.grid_scope) p where not "
                        + caller.scope().condition("p") + "))"
                : "s.owner = :me";
    }

    private static boolean isUnit(Caller caller) {
        return caller.role().equals("unit") && caller.unit() != null;
    }
}
