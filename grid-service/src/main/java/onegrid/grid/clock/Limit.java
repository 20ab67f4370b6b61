package onegrid.grid.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import onegrid.kit.clock.WorkingTime;

/**
 * How long something may take, in one of the four units of the field (domain.md §2.5): 8紧急工作时, 2紧急工作日, 5工作时,
 * 15工作日. 紧急 runs day and night; the others count office time, so they need the statutory calendar and fail with
 * {@code calendar-missing} where a year of it is not loaded.
 */
public record Limit(int amount, Unit unit) {
    private static final Pattern WRITTEN = Pattern.compile("([1-9][0-9]{0,2})(紧急工作时|紧急工作日|工作时|工作日)");

    /** What the amount counts. */
    public enum Unit {
        URGENT_HOUR("紧急工作时", Duration.ofHours(1), true),
        URGENT_DAY("紧急工作日", Duration.ofDays(1), true),
        WORK_HOUR("工作时", Duration.ofHours(1), false),
        WORKDAY("工作日", WorkingTime.WORKDAY, false);

        private final String title;
        private final Duration one;
        private final boolean dayAndNight;

        Unit(String title, Duration one, boolean dayAndNight) {
            this.title = title;
            this.one = one;
            this.dayAndNight = dayAndNight;
        }
    }

    public Limit {
        if (amount < 1) {
            throw new IllegalArgumentException("a limit is at least one: " + amount);
        }
    }

    /** As the catalogue and people write it: {@code 5工作时}. */
    public static Limit of(String written) {
        var found = WRITTEN.matcher(written);
        if (!found.matches()) {
            throw new IllegalArgumentException("not a limit such as 5工作日: " + written);
        }
        for (var unit : Unit.values()) {
            if (unit.title.equals(found.group(2))) {
                return new Limit(Integer.parseInt(found.group(1)), unit);
            }
        }
        throw new IllegalArgumentException("no unit " + found.group(2));
    }

    /** When it ends if it begins now. */
    public Instant due(Instant from, WorkingTime time) {
        return plus(from, unit.one.multipliedBy(amount), time);
    }

    /** What is left of it; zero once it has passed. Office time or clock time, as the unit counts. */
    public Duration left(Instant now, Instant due, WorkingTime time) {
        if (!now.isBefore(due)) {
            return Duration.ZERO;
        }
        var left = unit.dayAndNight ? Duration.between(now, due) : time.between(now, due);
        return left.truncatedTo(ChronoUnit.SECONDS);
    }

    /** When a kept rest of it ends. */
    public Instant plus(Instant start, Duration left, WorkingTime time) {
        return unit.dayAndNight ? start.plus(left) : time.plus(start, left);
    }

    /** So many workdays later, or days of 24 hours where the clock runs day and night. */
    public Instant daysAfter(Instant due, int days, WorkingTime time) {
        return plus(due, (unit.dayAndNight ? Duration.ofDays(1) : WorkingTime.WORKDAY).multipliedBy(days), time);
    }

    /** As people write it. */
    @Override
    public String toString() {
        return amount + unit.title;
    }
}
