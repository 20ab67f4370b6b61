package onegrid.kit.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * Counts office time: 08:30–12:00 and 14:00–18:00 on the days of the {@link WorkCalendar}, in Asia/Shanghai. One
 * workday (工作日) is 7.5 hours of it, so five workdays from Monday 10:00 end next Monday 10:00.
 */
public final class WorkingTime {
    /** Half-open part of a day. */
    private record Shift(LocalTime from, LocalTime to) {}

    private static final List<Shift> SHIFTS = List.of(
            new Shift(LocalTime.of(8, 30), LocalTime.of(12, 0)), new Shift(LocalTime.of(14, 0), LocalTime.of(18, 0)));

    public static final Duration WORKDAY =
            SHIFTS.stream().map(shift -> Duration.between(shift.from, shift.to)).reduce(Duration.ZERO, Duration::plus);

    private final WorkCalendar calendar;

    private WorkingTime(WorkCalendar calendar) {
        this.calendar = calendar;
    }

    public static WorkingTime of(WorkCalendar calendar) {
        return new WorkingTime(calendar);
    }

    /** The moment at which this much office time has passed; a start outside office hours begins with the next shift. */
    public Instant plus(Instant start, Duration working) {
        if (working.isNegative()) {
            throw new IllegalArgumentException("working time is not negative: " + working);
        }
        var left = working;
        var from = start.atZone(Zone.SHANGHAI);
        for (var day = from.toLocalDate(); ; day = day.plusDays(1)) {
            if (!calendar.isWorkday(day)) {
                continue;
            }
            for (var shift : SHIFTS) {
                var opens = later(from, at(day, shift.from));
                var open = Duration.between(opens, at(day, shift.to));
                if (!open.isPositive()) {
                    continue;
                }
                if (left.compareTo(open) <= 0) {
                    return opens.plus(left).toInstant();
                }
                left = left.minus(open);
            }
        }
    }

    /** Office time between two moments; zero when the second is not later. */
    public Duration between(Instant start, Instant end) {
        var from = start.atZone(Zone.SHANGHAI);
        var to = end.atZone(Zone.SHANGHAI);
        var sum = Duration.ZERO;
        for (var day = from.toLocalDate(); !day.isAfter(to.toLocalDate()); day = day.plusDays(1)) {
            if (!calendar.isWorkday(day)) {
                continue;
            }
            for (var shift : SHIFTS) {
                var opens = later(from, at(day, shift.from));
                var closes = at(day, shift.to).isBefore(to) ? at(day, shift.to) : to;
                if (opens.isBefore(closes)) {
                    sum = sum.plus(Duration.between(opens, closes));
                }
            }
        }
        return sum;
    }

    private static ZonedDateTime at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(Zone.SHANGHAI);
    }

    private static ZonedDateTime later(ZonedDateTime a, ZonedDateTime b) {
        return a.isAfter(b) ? a : b;
    }
}
