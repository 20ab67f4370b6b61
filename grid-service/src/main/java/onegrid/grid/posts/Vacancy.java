package onegrid.grid.posts;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** When nobody acts in a post, and when the alarm for it is due (G5). */
final class Vacancy {
    /** Half-open; {@code to} null: it goes on. */
    record Span(Instant from, Instant to) {
        boolean holds(Instant at) {
            return !at.isBefore(from) && (to == null || at.isBefore(to));
        }
    }

    private Vacancy() {}

    /** The times since {@code opened} that no span covers, the earliest first; the last one may have no end. */
    static List<Span> gaps(Instant opened, List<Span> covered) {
        var gaps = new ArrayList<Span>();
        var from = opened;
        for (var span :
                covered.stream().sorted(Comparator.comparing(Span::from)).toList()) {
            if (span.from.isAfter(from)) {
                gaps.add(new Span(from, span.from));
            }
            if (span.to == null) {
                return gaps;
            }
            from = span.to.isAfter(from) ? span.to : from;
        }
        gaps.add(new Span(from, null));
        return gaps;
    }

    /** Since when it is vacant; empty while somebody acts. */
    static Optional<Instant> since(Instant opened, List<Span> covered, Instant now) {
        return gaps(opened, covered).stream()
                .filter(gap -> gap.holds(now))
                .map(Span::from)
                .findFirst();
    }

    /**
     * The first vacancy that reaches this length and does not lie behind us; each raises its alarm once.
     *
     * @param alarmedFor beginning of the vacancy that has had its alarm; null: none yet
     */
    static Optional<Span> alarming(
            Instant opened, List<Span> covered, Duration after, Instant alarmedFor, Instant now) {
        return gaps(opened, covered).stream()
                .filter(gap -> gap.to == null || gap.to.isAfter(now))
                .filter(gap -> alarmedFor == null || gap.from.isAfter(alarmedFor))
                .filter(gap -> gap.to == null || gap.from.plus(after).isBefore(gap.to))
                .findFirst();
    }
}
