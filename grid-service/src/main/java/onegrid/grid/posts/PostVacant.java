package onegrid.grid.posts;

import java.time.Instant;
import java.time.OffsetDateTime;
import onegrid.grid.grids.Grid;
import onegrid.kit.clock.Zone;
import onegrid.kit.outbox.Event;

/** Nobody has acted as the head of this grid for longer than the district allows; told once a vacancy. */
record PostVacant(
        String gridCode,
        String gridName,
        String communityCode,
        PostKind kind,
        String title,
        OffsetDateTime vacantSince,
        OffsetDateTime alarmedAt)
        implements Event {

    static PostVacant of(Grid grid, PostKind kind, Instant since, Instant at) {
        return new PostVacant(
                grid.code(), grid.name(), grid.communityCode(), kind, kind.titleAt(grid), Zone.at(since), Zone.at(at));
    }

    @Override
    public String type() {
        return "grid.post.vacant.v1";
    }

    @Override
    public String topic() {
        return "onegrid.grids";
    }

    @Override
    public String subject() {
        return gridCode;
    }
}
