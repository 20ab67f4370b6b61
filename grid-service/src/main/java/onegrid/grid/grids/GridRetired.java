package onegrid.grid.grids;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import onegrid.kit.clock.Zone;
import onegrid.kit.outbox.Event;

/**
 * A code that is no longer in force and never comes back (G6).
 *
 * @param successors the grids that have its land now; empty where none has
 */
record GridRetired(String code, String name, int level, List<String> successors, OffsetDateTime validTo)
        implements Event {
    static GridRetired of(GridRow row, List<String> successors, Instant validTo) {
        return new GridRetired(row.code().value(), row.name(), row.level(), successors, Zone.at(validTo));
    }

    @Override
    public String type() {
        return "grid.grid.retired.v1";
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
