package onegrid.grid.opendata;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import onegrid.grid.opendata.Releases.Release;
import onegrid.kit.problem.Unavailable;
import org.jboss.logging.Logger;

/** Makes the next release when the last one is old enough. Of several replicas one does it. */
@ApplicationScoped
class ReleaseSweep {
    private static final Logger LOG = Logger.getLogger(ReleaseSweep.class);

    /** However often it is to be renewed: not more than one hundredth of the time is spent on it. */
    private static final int REST = 100;

    private final Releases releases;
    private final ReleaseMaking making;
    private final OpenDataSettings settings;
    private final Clock clock;
    private volatile Duration took = Duration.ZERO;

    ReleaseSweep(Releases releases, ReleaseMaking making, OpenDataSettings settings, Clock clock) {
        this.releases = releases;
        this.making = making;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(every = "1m", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void renew() {
        try {
            var now = clock.instant();
            if (releases.newest().map(newest -> isOld(newest, now)).orElse(true)) {
                var began = System.nanoTime();
                making.make("clock", now)
                        .ifPresent(made ->
                                LOG.infof("Open data released, number=%d cases=%d", made.number(), made.cases()));
                took = Duration.ofNanos(System.nanoTime() - began);
            }
        } catch (RuntimeException e) {
            LOG.warnf("Open data is not renewed yet: %s", Unavailable.words(e));
        }
    }

    private boolean isOld(Release newest, Instant now) {
        var rest = took.multipliedBy(REST);
        var wait = rest.compareTo(settings.renewEvery()) > 0 ? rest : settings.renewEvery();
        return !newest.madeAt().plus(wait).isAfter(now) && releases.changedSince(newest.madeAt());
    }
}
