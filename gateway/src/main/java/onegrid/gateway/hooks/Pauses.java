package onegrid.gateway.hooks;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** When a failed delivery is tried again: pauses that grow, each a little different, and an end. */
@ApplicationScoped
class Pauses {
    private static final Duration LONGEST_ASKED = Duration.ofHours(1);

    private final HookSettings settings;

    Pauses(HookSettings settings) {
        this.settings = settings;
    }

    /**
     * @param attempt the number of the attempt that failed
     * @param asked what the receiver asked for (Retry-After); null for nothing
     * @return null when it is given up; the last try is at the end of the time
     */
    Instant next(int attempt, Instant createdAt, Instant now, Duration asked) {
        var end = createdAt.plus(settings.giveUpAfter());
        if (!now.isBefore(end)) {
            return null;
        }
        var pauses = settings.pauses();
        var pause = jittered(pauses.get(Math.min(attempt, pauses.size()) - 1));
        var wanted = asked == null ? pause : longer(pause, asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked);
        var next = now.plus(wanted);
        return next.isBefore(end) ? next : end;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration jittered(Duration pause) {
        return Duration.ofMillis(
                Math.round(pause.toMillis() * ThreadLocalRandom.current().nextDouble(0.8, 1.2)));
    }
}
