package onegrid.brain;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time of day plus what a test has moved it on; it never goes back. */
@Singleton
public class MovableClock extends Clock {
    private volatile Duration ahead = Duration.ZERO;

    synchronized void move(Duration on) {
        ahead = ahead.plus(on);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), ahead);
    }
}
