package onegrid.grid.opendata;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import onegrid.kit.problem.Unavailable;
import org.jboss.logging.Logger;

/** Makes the next release when the last one is old enough. Of several replicas one does it. */
@ApplicationScoped
class ReleaseSweep {
    private static final Logger LOG = Logger.getLogger(ReleaseSweep.class);

    private final Releases releases;
    private final OpenDataSettings settings;
    private final Clock clock;

    ReleaseSweep(Releases releases, OpenDataSettings settings, Clock clock) {
        this.releases = releases;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(every = "1m", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void renew() {
        try {
            var now = clock.instant();
            var due = releases.newest()
                    .map(newest -> !newest.madeAt().plus(settings.renewEvery()).isAfter(now))
                    .orElse(true);
            if (due) {
                releases.make("clock", now)
                        .ifPresent(made ->
                                LOG.infof("Open data released, number=%d cases=%d", made.number(), made.cases()));
            }
        } catch (RuntimeException e) {
            LOG.warnf("Open data is not renewed yet: %s", Unavailable.words(e));
        }
    }
}
