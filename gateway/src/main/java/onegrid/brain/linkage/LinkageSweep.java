package onegrid.brain.linkage;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import onegrid.kit.clock.DueRows;

/** Looks once a second which clocks have reached a share. */
@ApplicationScoped
class LinkageSweep {
    private final DueRows due;
    private final Linkages linkages;
    private final Pressure pressure;

    LinkageSweep(DueRows due, Linkages linkages, Pressure pressure) {
        this.due = due;
        this.linkages = linkages;
        this.pressure = pressure;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        due.treat("linkage", id -> pressure.byTheClock(linkages.locked(id)));
    }
}
