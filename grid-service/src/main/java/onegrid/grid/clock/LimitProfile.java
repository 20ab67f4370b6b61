package onegrid.grid.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import onegrid.kit.clock.WorkingTime;

/**
 * How long a case may take (domain.md §2.5). 紧急工作时 run day and night; the others count office time, so they need
 * the statutory calendar and fail with {@code calendar-missing} where a year of it is not loaded.
 */
public enum LimitProfile {
    EMERGENCY(Duration.ofHours(2), true, Duration.ofMinutes(15)),
    URGENT(Duration.ofHours(24), true, Duration.ofHours(24)),
    CONSULT(WorkingTime.WORKDAY, false, Duration.ofHours(24)),
    STANDARD(WorkingTime.WORKDAY.multipliedBy(5), false, Duration.ofHours(24)),
    COMPLEX(WorkingTime.WORKDAY.multipliedBy(15), false, Duration.ofHours(24));

    private static final Duration FILING = Duration.ofMinutes(30);

    private final Duration limit;
    private final boolean dayAndNight;
    private final Duration acceptance;

    LimitProfile(Duration limit, boolean dayAndNight, Duration acceptance) {
        this.limit = limit;
        this.dayAndNight = dayAndNight;
        this.acceptance = acceptance;
    }

    /** When a case filed now has to be answered. */
    public Instant due(Instant filed, WorkingTime time) {
        return plus(filed, limit, time);
    }

    /** When a unit has to have accepted or returned what it was given now. */
    public Instant acceptBy(Instant dispatched) {
        return dispatched.plus(acceptance);
    }

    /** What is left of a limit; zero once it has passed. Office time or clock time, as the profile counts. */
    public Duration left(Instant now, Instant due, WorkingTime time) {
        if (!now.isBefore(due)) {
            return Duration.ZERO;
        }
        return (dayAndNight ? Duration.between(now, due) : time.between(now, due)).truncatedTo(ChronoUnit.SECONDS);
    }

    /** When a kept rest of the limit ends. */
    public Instant plus(Instant start, Duration left, WorkingTime time) {
        return dayAndNight ? start.plus(left) : time.plus(start, left);
    }

    /** So many workdays later, or days of 24 hours where the clock runs day and night. */
    public Instant daysAfter(Instant due, int days, WorkingTime time) {
        return plus(due, (dayAndNight ? Duration.ofDays(1) : WorkingTime.WORKDAY).multipliedBy(days), time);
    }

    /** When the reporter of a case of this profile has to have been spoken with (响应): half an hour, two hours, a workday. */
    public Instant contactBy(Instant from, WorkingTime time) {
        return switch (this) {
            case EMERGENCY -> from.plus(Duration.ofMinutes(30));
            case URGENT -> from.plus(Duration.ofHours(2));
            default -> contactBeforeFiled(from, time);
        };
    }

    /** While the profile is not known: one workday. */
    public static Instant contactBeforeFiled(Instant reported, WorkingTime time) {
        return time.plus(reported, WorkingTime.WORKDAY);
    }

    /** When the desk has to have filed, refused or diverted a report: 30 working minutes. */
    public static Instant fileBy(Instant reported, WorkingTime time) {
        return time.plus(reported, FILING);
    }

    /** When another person has to have verified the result: one workday. */
    public static Instant verifyBy(Instant feedback, WorkingTime time) {
        return time.plus(feedback, WorkingTime.WORKDAY);
    }
}
