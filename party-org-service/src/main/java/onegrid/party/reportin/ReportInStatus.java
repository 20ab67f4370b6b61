package onegrid.party.reportin;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import onegrid.kit.problem.Problem;

/** The life of a report-in (domain.md §9.7), of a unit as of a member, as one table of moves. */
public enum ReportInStatus {
    REGISTERED,
    CONFIRMED,
    ASSIGNED,
    ACTIVE,
    PAUSED,
    ENDED;

    private static final Map<ReportInStatus, Set<ReportInStatus>> MOVES = Map.of(
            REGISTERED, EnumSet.of(CONFIRMED, ENDED),
            CONFIRMED, EnumSet.of(ASSIGNED, ENDED),
            ASSIGNED, EnumSet.of(ACTIVE, ENDED),
            ACTIVE, EnumSet.of(PAUSED, ENDED),
            PAUSED, EnumSet.of(ACTIVE, ENDED),
            ENDED, EnumSet.noneOf(ReportInStatus.class));

    public Set<ReportInStatus> next() {
        return MOVES.get(this);
    }

    /** The new status, or 409 when the table does not have this move. */
    ReportInStatus moveTo(ReportInStatus to) {
        if (!next().contains(to)) {
            throw new Problem(409, "illegal-transition", "A report-in that is " + this + " cannot become " + to)
                    .with("current", this)
                    .with("allowed", next());
        }
        return to;
    }
}
