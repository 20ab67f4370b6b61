package onegrid.grid.opendata;

import java.util.Map;
import java.util.function.Predicate;

/**
 * What may be told of the cases of one group: how they stand, and at which level they were coordinated. Both only where
 * no combination is 1 to 4; else one of them, else none.
 *
 * @param closedInTime null where it is not told
 */
record Shown(int cases, boolean status, boolean level, Integer closed, Integer closedInTime, Double medianHours) {

    /** One kind of case in a group. */
    record Kind(boolean closed, String level) {}

    static Shown of(Map<Kind, Integer> kinds, int inTime, Double medianHours) {
        var cases = sum(kinds, kind -> true);
        var closed = sum(kinds, Kind::closed);
        var together = kinds.values().stream().allMatch(Shown::isNoSmallCell);
        var status = isNoSmallCell(closed) && isNoSmallCell(cases - closed);
        var level = kinds.keySet().stream()
                .map(Kind::level)
                .distinct()
                .allMatch(each -> isNoSmallCell(sum(kinds, kind -> kind.level.equals(each))));
        var rated = status && isNoSmallCell(inTime) && isNoSmallCell(closed - inTime);
        return new Shown(
                cases,
                status,
                together || level && !status,
                status ? closed : null,
                rated ? inTime : null,
                status && closed >= Partition.LEAST ? medianHours : null);
    }

    private static int sum(Map<Kind, Integer> kinds, Predicate<Kind> which) {
        return kinds.entrySet().stream()
                .filter(kind -> which.test(kind.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private static boolean isNoSmallCell(int cases) {
        return cases == 0 || cases >= Partition.LEAST;
    }
}
