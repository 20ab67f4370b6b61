package onegrid.kit.clock;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Working time and everything shown is Asia/Shanghai; instants are stored in UTC. */
public final class Zone {
    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private Zone() {}

    /** As it goes to the wire: ISO-8601 with +08:00. Null stays null. */
    public static OffsetDateTime at(Instant instant) {
        return instant == null ? null : instant.atZone(SHANGHAI).toOffsetDateTime();
    }
}
