package onegrid.grid.grids;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import onegrid.kit.problem.Problem;
import onegrid.kit.problem.Unavailable;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/** Imports into an empty database, and notices when another replica has published a version. */
@Readiness
@ApplicationScoped
class GridWatch implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(GridWatch.class);

    private final GridImports imports;
    private final Grids grids;
    private String told = "";
    /** Files that failed their checks are not read again before the next start; an operator may upload others. */
    private boolean refused;

    GridWatch(GridImports imports, Grids grids) {
        this.imports = imports;
        this.grids = grids;
    }

    void start(@Observes StartupEvent started) {
        look();
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try {
            if (!grids.loaded() && !refused) {
                importFirst();
            }
            grids.refresh();
            told = "";
        } catch (RuntimeException e) {
            refused = e instanceof Problem problem && problem.status() == 400;
            var what = e instanceof Problem problem
                    ? problem.getMessage() + " " + problem.more().getOrDefault("errors", "")
                    : Unavailable.words(e);
            if (!what.equals(told)) {
                LOG.errorf("Grids are not loaded: %s", what);
                told = what;
            }
        }
    }

    private void importFirst() {
        var before = System.nanoTime();
        if (imports.importFirst()) {
            LOG.infof("Grids imported, version=1 millis=%d", (System.nanoTime() - before) / 1_000_000);
        }
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("grids in memory")
                .status(grids.loaded())
                .build();
    }
}
