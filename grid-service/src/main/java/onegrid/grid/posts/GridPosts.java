package onegrid.grid.posts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The posts of all grids that ever were. */
@ApplicationScoped
class GridPosts {
    private final EntityManager database;
    private final PostSettings settings;

    GridPosts(EntityManager database, PostSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    Optional<GridPost> find(String gridCode) {
        return find(gridCode, LockModeType.NONE);
    }

    /** Locked until the end of the transaction: two who appoint at once find each other's term. */
    Optional<GridPost> change(String gridCode) {
        return find(gridCode, LockModeType.PESSIMISTIC_WRITE);
    }

    private Optional<GridPost> find(String gridCode, LockModeType lock) {
        return database.createQuery("from GridPost p where p.gridCode = :code", GridPost.class)
                .setParameter("code", gridCode)
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }

    GridPost changeAny(UUID id) {
        return database.find(GridPost.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Sets when to look whether the post is vacant for too long. */
    void keep(GridPost post, Instant now) {
        post.nextMarkAt = post.alarmDue(settings.vacantAfter(), now).orElse(null);
    }

    /** Since when nobody holds the post; a stand-in may act in it. */
    record Unheld(GridPost post, Instant since) {}

    private static final String UNHELD = """
            select p.id, coalesce(max(before.valid_to), p.opened_at) since from grid_post p
            left join post_term before on before.post_id = p.id and before.manner = 'HOLDER' and not before.withdrawn
                and before.valid_to <= :now
            where p.closed_at is null and p.grid_code like :within and %s
            and not exists (select 1 from post_term t where t.post_id = p.id and t.manner = 'HOLDER' and not t.withdrawn
                and t.valid_from <= :now and (t.valid_to is null or t.valid_to > :now))
            group by p.id""";

    /** Not one grid after the other but the longest vacant first. */
    record After(Instant since, UUID id) {
        static final After NOTHING = new After(Instant.EPOCH, new UUID(0, 0));
    }

    /** @param scope condition on the column {@code p.grid_code} */
    List<Unheld> unheld(String scope, String within, Instant now, After after, int fetch) {
        List<?> found = database.createNativeQuery("select id, since from (" + UNHELD.formatted(scope)
                        + ") u where (since, id) > (:afterSince, :afterId) order by since, id")
                .setParameter("now", now)
                .setParameter("within", within + "%")
                .setParameter("afterSince", after.since)
                .setParameter("afterId", after.id)
                .setMaxResults(fetch)
                .getResultList();
        var posts =
                withTerms(found.stream().map(row -> (UUID) ((Object[]) row)[0]).toList());
        return found.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Unheld(
                        posts.stream()
                                .filter(post -> post.id.equals(row[0]))
                                .findFirst()
                                .orElseThrow(),
                        (Instant) row[1]))
                .sorted(Comparator.comparing(Unheld::since).thenComparing(unheld -> unheld.post.id.toString()))
                .toList();
    }

    private List<GridPost> withTerms(List<UUID> ids) {
        return database.createQuery(
                        "select distinct p from GridPost p left join fetch p.terms where p.id in :ids", GridPost.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** How many posts in this part of the district nobody acts in with their alarm raised, and how many nobody holds. */
    record Count(long unheld, long alarmed) {}

    Count count(String scope, Instant now) {
        var row = (Object[])
                database.createNativeQuery("select count(*), count(*) filter (where p.alarmed_for is not null"
                                + " and not exists (select 1 from post_term t where t.post_id = p.id and not t.withdrawn"
                                + " and t.valid_from <= :now and (t.valid_to is null or t.valid_to > p.alarmed_for)))"
                                + " from (" + UNHELD.formatted(scope) + ") u join grid_post p on p.id = u.id")
                        .setParameter("now", now)
                        .setParameter("within", "%")
                        .getSingleResult();
        return new Count(((Number) row[0]).longValue(), ((Number) row[1]).longValue());
    }
}
