package onegrid.kit.directive;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The life of a directive in the service that received it, as one table of moves. */
public enum DirectiveStatus {
    RECEIVED,
    ACCEPTED,
    IN_PROGRESS,
    COMPLETED,
    DECLINED,
    WITHDRAWN;

    private static final Map<DirectiveStatus, Set<DirectiveStatus>> MOVES = Map.of(
            RECEIVED, EnumSet.of(ACCEPTED, DECLINED, WITHDRAWN),
            ACCEPTED, EnumSet.of(IN_PROGRESS, COMPLETED, DECLINED, WITHDRAWN),
            IN_PROGRESS, EnumSet.of(IN_PROGRESS, COMPLETED, WITHDRAWN), // progress may be told many times
            COMPLETED, EnumSet.noneOf(DirectiveStatus.class),
            DECLINED, EnumSet.of(RECEIVED), // the brain may ask again
            WITHDRAWN, EnumSet.noneOf(DirectiveStatus.class));

    public Set<DirectiveStatus> next() {
        return MOVES.get(this);
    }

    public boolean open() {
        return this == RECEIVED || this == ACCEPTED || this == IN_PROGRESS;
    }
}
