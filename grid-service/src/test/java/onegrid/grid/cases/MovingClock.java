package onegrid.grid.cases;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Real time, until a test moves or holds it. */
public final class MovingClock extends Clock {
    static final MovingClock CLOCK = new MovingClock();

    private volatile Duration ahead = Duration.ZERO;

    static class Bean {
        @Produces
        @Singleton
        @Alternative
        @Priority(1)
        Clock clock() {
            return CLOCK;
        }
    }

    void forward(Duration by) {
        ahead = ahead.plus(by);
    }

    void setTo(Instant now) {
        ahead = Duration.between(Instant.now(), now);
    }

    void reset() {
        ahead = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead).truncatedTo(java.time.temporal.ChronoUnit.MICROS); // as PostgreSQL keeps it
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
