package onegrid.kit.clock;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The clock everybody asks; a test puts its own in its place. */
class Clocks {
    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    WorkingTime workingTime() {
        return WorkingTime.of(WorkCalendar.statutory());
    }
}
