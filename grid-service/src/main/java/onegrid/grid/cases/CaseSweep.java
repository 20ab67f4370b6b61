package onegrid.grid.cases;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import onegrid.kit.clock.DueRows;
import onegrid.kit.clock.WorkingTime;

/** Looks once a second which open cases have reached a mark of their clock. */
@ApplicationScoped
class CaseSweep {
    private final DueRows due;
    private final GridCases cases;
    private final WorkingTime time;
    private final Clock clock;

    CaseSweep(DueRows due, GridCases cases, WorkingTime time, Clock clock) {
        this.due = due;
        this.cases = cases;
        this.time = time;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        due.treat("grid_case", this::press);
    }

    /** In the transaction that holds the case. */
    void press(UUID id) {
        var gridCase = cases.changeAny(id).orElseThrow();
        gridCase.press(clock.instant(), time);
        cases.keep(gridCase);
    }
}
