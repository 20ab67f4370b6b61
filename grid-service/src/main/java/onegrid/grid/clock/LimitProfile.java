package onegrid.grid.clock;

import java.time.Duration;
import java.time.Instant;
import onegrid.kit.clock.WorkingTime;

/** How pressing a case is (domain.md §2.5): its usual limit, and how soon it is accepted and its reporter spoken with. */
public enum LimitProfile {
    EMERGENCY("2紧急工作时", Duration.ofMinutes(15)),
    URGENT("24紧急工作时", Duration.ofHours(24)),
    CONSULT("1工作日", Duration.ofHours(24)),
    STANDARD("5工作日", Duration.ofHours(24)),
    COMPLEX("15工作日", Duration.ofHours(24));

    private static final Duration FILING = Duration.ofMinutes(30);

    private final Limit limit;
    private final Duration acceptance;

    LimitProfile(String limit, Duration acceptance) {
        this.limit = Limit.of(limit);
        this.acceptance = acceptance;
    }

    /** How long a case may take whose matter has no limit of its own. */
    public Limit limit() {
        return limit;
    }

    /** When a unit has to have accepted or returned what it was given now. */
    public Instant acceptBy(Instant dispatched) {
        return dispatched.plus(acceptance);
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
