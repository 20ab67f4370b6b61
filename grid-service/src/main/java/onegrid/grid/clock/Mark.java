package onegrid.grid.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import onegrid.kit.clock.WorkingTime;

/**
 * Shares of its limit at which an open case is pressed, once each (domain.md §3.7): a reminder at half, a yellow warning
 * at 80 %, one level up when due; then supervision by the street (一级督办), by the district (二级督办) and the leaders'
 * list (挂牌督办) one, two and three limits later. Until the due time a share is counted as the limit counts time;
 * afterwards in clock time, because what is late does not rest at night.
 */
public enum Mark {
    REMINDED(50),
    WARNED(80),
    OVERDUE(100),
    SUPERVISED_BY_STREET(200),
    SUPERVISED_BY_DISTRICT(300),
    LISTED(400);

    private static final int WHOLE = 100;

    /** Percent of the limit. */
    public final int share;

    Mark(int share) {
        this.share = share;
    }

    /** The first mark after this share; none after the last. */
    public static Optional<Mark> after(int share) {
        return Arrays.stream(values()).filter(mark -> mark.share > share).findFirst();
    }

    /** @param from when the clock of this due time began to run */
    public Instant at(Instant from, Instant due, Limit limit, WorkingTime time) {
        if (share < WHOLE) {
            var whole = limit.left(from, due, time);
            return limit.plus(from, whole.multipliedBy(share).dividedBy(WHOLE), time);
        }
        return due.plus(Duration.between(from, due).multipliedBy(share - WHOLE).dividedBy(WHOLE));
    }
}
