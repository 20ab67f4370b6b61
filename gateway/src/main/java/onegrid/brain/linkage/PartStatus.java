package onegrid.brain.linkage;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * How far a service is with its part, as far as the brain was told. It only moves forward: what is told late or twice
 * changes nothing. A declined part may be asked again or waived by the centre.
 */
public enum PartStatus {
    ISSUED,
    RECEIVED,
    ACCEPTED,
    IN_PROGRESS,
    COMPLETED,
    DECLINED,
    WAIVED,
    WITHDRAWN;

    // Steps may be skipped: an answer that overtook an earlier one is as true.
    private static final Map<PartStatus, Set<PartStatus>> MOVES = Map.of(
            ISSUED, EnumSet.of(RECEIVED, ACCEPTED, IN_PROGRESS, COMPLETED, DECLINED, WITHDRAWN),
            RECEIVED, EnumSet.of(ACCEPTED, IN_PROGRESS, COMPLETED, DECLINED, WITHDRAWN),
            ACCEPTED, EnumSet.of(IN_PROGRESS, COMPLETED, DECLINED, WITHDRAWN),
            IN_PROGRESS, EnumSet.of(COMPLETED, WITHDRAWN),
            COMPLETED, EnumSet.noneOf(PartStatus.class),
            DECLINED, EnumSet.of(ISSUED, WAIVED),
            WAIVED, EnumSet.noneOf(PartStatus.class),
            WITHDRAWN, EnumSet.noneOf(PartStatus.class));

    boolean canBecome(PartStatus next) {
        return MOVES.get(this).contains(next);
    }

    /** Nothing more is to come from this service, or the centre has said that nothing more is needed. */
    boolean answered() {
        return this == COMPLETED || this == DECLINED || this == WAIVED || this == WITHDRAWN;
    }
}
