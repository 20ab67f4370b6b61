package onegrid.grid.posts;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import onegrid.grid.grids.Grids;
import onegrid.kit.clock.DueRows;
import onegrid.kit.outbox.Outbox;
import onegrid.kit.problem.Unavailable;
import org.jboss.logging.Logger;

/** Opens posts with their grids, and raises the alarm for those that are vacant for too long. */
@ApplicationScoped
class PostSweep {
    private static final Logger LOG = Logger.getLogger(PostSweep.class);
    private static final int AFTER_THE_GRIDS = 10_000;

    private final PostOpening opening;
    private final DueRows due;
    private final GridPosts posts;
    private final PostSettings settings;
    private final Grids grids;
    private final Outbox outbox;
    private final Clock clock;

    PostSweep(
            PostOpening opening,
            DueRows due,
            GridPosts posts,
            PostSettings settings,
            Grids grids,
            Outbox outbox,
            Clock clock) {
        this.opening = opening;
        this.due = due;
        this.posts = posts;
        this.settings = settings;
        this.grids = grids;
        this.outbox = outbox;
        this.clock = clock;
    }

    void start(@Observes @Priority(AFTER_THE_GRIDS) StartupEvent started) {
        open();
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void open() {
        try {
            opening.follow();
        } catch (RuntimeException e) {
            LOG.warnf("Posts are not opened yet: %s", Unavailable.words(e));
        }
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        due.treat("grid_post", id -> {
            var post = posts.changeAny(id);
            var now = clock.instant();
            var vacant = post.press(settings.vacantAfter(), now);
            vacant.ifPresent(since -> grids.find(post.gridCode)
                    .ifPresent(grid -> outbox.append(PostVacant.of(grid, post.kind, since, now))));
        });
    }
}
