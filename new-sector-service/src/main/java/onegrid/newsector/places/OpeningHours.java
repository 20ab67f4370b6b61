package onegrid.newsector.places;

import java.time.Instant;
import java.time.LocalTime;
import onegrid.kit.clock.Zone;

/** "08:00" to "20:00", every day, Asia/Shanghai; "24:00" is midnight; closing before opening is the next day. */
record OpeningHours(String opens, String closes) {
    boolean openAt(Instant instant) {
        var now = instant.atZone(Zone.SHANGHAI).toLocalTime().toSecondOfDay();
        var from = seconds(opens);
        var until = seconds(closes);
        return from < until ? now >= from && now < until : now >= from || now < until;
    }

    private static int seconds(String time) {
        return time.equals("24:00") ? 24 * 60 * 60 : LocalTime.parse(time).toSecondOfDay();
    }
}
