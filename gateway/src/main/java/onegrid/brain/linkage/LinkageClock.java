package onegrid.brain.linkage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The one clock of a linkage: from its start to its due time, standing still while the case is suspended. Shares are
 * percents of that span (domain.md §3.7: remind at 50, yellow at 80, one level up at 100).
 */
record LinkageClock(Instant from, Instant due, Instant stopped) {
    static final List<Integer> SHARES = List.of(50, 80, 100);

    /** When this share of the span is reached; null while the clock stands still. */
    Instant at(int share) {
        return stopped != null ? null : from.plus(span().multipliedBy(share).dividedBy(100));
    }

    boolean reached(int share, Instant now) {
        return stopped == null && !at(share).isAfter(now);
    }

    /** 0 at the start, 1 when due, more when overdue; where it stands while it is stopped. */
    double share(Instant now) {
        var passed = Duration.between(from, stopped != null ? stopped : now);
        var span = span();
        return span.isZero() ? 1 : Math.max(0, (double) passed.toMillis() / span.toMillis());
    }

    private Duration span() {
        var span = Duration.between(from, due);
        return span.isNegative() ? Duration.ZERO : span;
    }
}
