package onegrid.party.callup;

import java.time.DayOfWeek;
import java.time.Instant;
import onegrid.kit.clock.Zone;

/** The part of the week in which somebody is called up, in Asia/Shanghai. */
enum Availability {
    WORKDAY,
    EVENING,
    WEEKEND,
    NIGHT;

    private static final int MORNING = 8;
    private static final int WORK_ENDS = 18;
    private static final int NIGHT_BEGINS = 22;

    static Availability at(Instant instant) {
        var time = instant.atZone(Zone.SHANGHAI);
        if (time.getHour() < MORNING || time.getHour() >= NIGHT_BEGINS) {
            return NIGHT;
        }
        if (time.getDayOfWeek() == DayOfWeek.SATURDAY || time.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return WEEKEND;
        }
        return time.getHour() < WORK_ENDS ? WORKDAY : EVENING;
    }
}
