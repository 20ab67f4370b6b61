package onegrid.kit.clock;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** The clock everybody asks; a test puts its own in its place. */
class Clocks {
    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        // PostgreSQL keeps microseconds; a finer answer would differ from the next read.
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }

    @Produces
    @Singleton
    WorkingTime workingTime() {
        return WorkingTime.of(WorkCalendar.statutory());
    }
}
