package onegrid.gateway.clients;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import onegrid.kit.clock.Zone;

/**
 * Counts the calls of clients. The rate of a minute is counted by each replica for itself; the quota of a day by all
 * together ({@link DayCounts}), so that neither a restart nor another replica gives it a second time.
 */
@ApplicationScoped
public class Meter {
    private final DayCounts days;
    private final Clock clock;
    private final Cache<String, Bucket> minutes = Caffeine.newBuilder()
            .expireAfterAccess(Duration.ofMinutes(5))
            .maximumSize(10_000)
            .build();

    Meter(DayCounts days, Clock clock) {
        this.days = days;
        this.clock = clock;
    }

    /**
     * How a client stands after a call.
     *
     * @param exceeded "minute" or "day" when the call was one too many, else null
     * @param minuteEnds seconds until the minute's calls are there again
     */
    public record Reading(String exceeded, long minuteLeft, long minuteEnds, long dayLeft, long dayEnds) {
        public long secondsToWait() {
            return "day".equals(exceeded) ? dayEnds : minuteEnds;
        }
    }

    /** Takes one call from minute and day; from neither when it is one too many. */
    public Reading take(Registered client) {
        var now = clock.instant().atZone(Zone.SHANGHAI);
        var today = now.toLocalDate();
        var dayEnds = Math.max(
                1,
                Duration.between(now, today.plusDays(1).atStartOfDay(Zone.SHANGHAI))
                        .toSeconds());
        var bucket = minutes.get(client.clientId() + " " + client.perMinute(), first -> minute(client.perMinute()));
        var dayLeft = client.perDay() - days.of(client.clientId(), today);
        if (dayLeft <= 0) {
            var probe = bucket.estimateAbilityToConsume(1);
            return new Reading("day", probe.getRemainingTokens(), 60, 0, dayEnds);
        }
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        var minuteEnds = Math.max(
                1,
                Duration.ofNanos(probe.getNanosToWaitForReset()).plusMillis(999).toSeconds());
        if (!probe.isConsumed()) {
            return new Reading("minute", 0, minuteEnds, dayLeft, dayEnds);
        }
        days.count(client.clientId(), today);
        return new Reading(null, probe.getRemainingTokens(), minuteEnds, dayLeft - 1, dayEnds);
    }

    private static Bucket minute(int calls) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(calls).refillIntervally(calls, Duration.ofMinutes(1)))
                .build();
    }

    long today(String clientId) {
        return days.of(clientId, LocalDate.ofInstant(clock.instant(), Zone.SHANGHAI));
    }

    void stop(@Observes ShutdownEvent stopping) {
        days.write();
    }
}
