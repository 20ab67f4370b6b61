package onegrid.grid.grids;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import onegrid.kit.clock.DueRows;

/** Looks every second which change's day has come; replicas take turns by the row. */
@ApplicationScoped
class GridChangeSweep {
    private final DueRows due;
    private final GridChanges changes;

    GridChangeSweep(DueRows due, GridChanges changes) {
        this.due = due;
        this.changes = changes;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        due.treat("grid_change", changes::enforce);
    }
}
