package onegrid.grid.posts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Posts follow the grids: each grid of the version in force has the post of its head, and a grid that ceases takes its
 * post along. The bundled sample district comes with sample holders; in a district of one's own nobody holds anything
 * until somebody is appointed, and the alarm says so.
 */
@ApplicationScoped
class PostOpening {
    private static final long TURN = 0x706f7374L; // "post"

    private final EntityManager database;
    private final PostSettings settings;
    private final Clock clock;
    private final boolean sample;
    private volatile int followed;

    PostOpening(
            EntityManager database,
            PostSettings settings,
            Clock clock,
            @ConfigProperty(name = "onegrid.grids.folder") Optional<Path> folder) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
        this.sample = folder.isEmpty();
    }

    /** Does nothing while the version in force is the one followed last. */
    @Transactional
    public void follow() {
        var version = ((Number) database.createNativeQuery("select coalesce(max(number), 0) from grid_version")
                        .getSingleResult())
                .intValue();
        if (version == followed) {
            return;
        }
        database.createNativeQuery("select 1 from pg_advisory_xact_lock(" + TURN + ")")
                .getSingleResult();
        close();
        open();
        if (sample && version == 1) {
            fillWithSampleHolders();
        }
        followed = version;
    }

    private void open() {
        database.createNativeQuery("""
                        insert into grid_post (id, grid_code, kind, opened_at, next_mark_at)
                        select gen_random_uuid(), code, case level when 5 then 'BUILDING_HEAD' else 'GRID_HEAD' end,
                            valid_from, valid_from + make_interval(secs => :after)
                        from grid where valid_to is null and level > 0
                        on conflict (grid_code) do update set closed_at = null, opened_at = excluded.opened_at,
                            next_mark_at = excluded.next_mark_at where grid_post.closed_at is not null""")
                .setParameter("after", (double) settings.vacantAfter().toSeconds())
                .executeUpdate();
    }

    private void close() {
        Instant now = clock.instant();
        var ceased = "post_id in (select p.id from grid_post p where p.closed_at is null and not exists"
                + " (select 1 from grid g where g.code = p.grid_code and g.valid_to is null))"
                + " and not withdrawn and (valid_to is null or valid_to > :now)";
        var told = "ending = 'GRID_CLOSED', end_reason = '网格撤销', ended_by = 'system', ended_at = :now";
        database.createNativeQuery(
                        "update post_term set valid_to = :now, " + told + " where valid_from < :now and " + ceased)
                .setParameter("now", now)
                .executeUpdate();
        database.createNativeQuery("update post_term set withdrawn = true, " + told + " where " + ceased)
                .setParameter("now", now)
                .executeUpdate();
        database.createNativeQuery("update grid_post p set closed_at = :now, next_mark_at = null, version = version + 1"
                        + " where closed_at is null and not exists"
                        + " (select 1 from grid g where g.code = p.grid_code and g.valid_to is null)")
                .setParameter("now", now)
                .executeUpdate();
    }

    private void fillWithSampleHolders() {
        database.createNativeQuery("""
                        insert into post_term (id, post_id, manner, holder, valid_from, recorded_at, recorded_by, note)
                        select gen_random_uuid(), p.id, 'HOLDER', 'sample-' || p.grid_code,
                            p.opened_at - interval '1 year', p.opened_at,
                            'system', '示例'
                        from grid_post p where not exists (select 1 from post_term t where t.post_id = p.id)""").executeUpdate();
        database.createNativeQuery("update grid_post p set next_mark_at = null where exists"
                        + " (select 1 from post_term t where t.post_id = p.id and t.valid_to is null)")
                .executeUpdate();
    }
}
