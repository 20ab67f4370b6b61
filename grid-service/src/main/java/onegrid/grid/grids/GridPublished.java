package onegrid.grid.grids;

import java.time.Instant;
import java.time.OffsetDateTime;
import onegrid.kit.clock.Zone;
import onegrid.kit.outbox.Event;

/** A grid of the version that has just come into force; degrees are WGS-84. */
record GridPublished(
        String code,
        String parentCode,
        int level,
        GridKind kind,
        String name,
        double longitude,
        double latitude,
        OffsetDateTime validFrom)
        implements Event {

    static GridPublished of(GridRow row, Instant validFrom) {
        return new GridPublished(
                row.code().value(),
                row.parentCode(),
                row.level(),
                row.kind(),
                row.name(),
                row.longitude(),
                row.latitude(),
                Zone.at(validFrom));
    }

    @Override
    public String type() {
        return "grid.grid.published.v1";
    }

    @Override
    public String topic() {
        return "onegrid.grids";
    }

    @Override
    public String subject() {
        return code;
    }
}
