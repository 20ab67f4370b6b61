package onegrid.grid.grids;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.OffsetDateTime;
import java.util.List;
import onegrid.grid.grids.GridRows.Last;
import onegrid.kit.clock.Zone;
import onegrid.kit.command.Versioned;

/**
 * What is public about a grid (invariant G3): its place, its head's post, its office's phones, its duties; and what it
 * came from and became. A retired code has a card too: what was filed under it stays readable.
 *
 * @param validTo null while it is in force
 * @param successors of a retired code, in force today
 */
record GridCard(
        @JsonUnwrapped GridView grid,
        List<Ancestor> ancestors,
        String contactPhone,
        String supervisionPhone,
        List<Duty> duties,
        OffsetDateTime validFrom,
        OffsetDateTime validTo,
        boolean retired,
        List<Relative> predecessors,
        List<Relative> successors,
        long version)
        implements Versioned {

    record Ancestor(String code, String name, int level) {}

    /** @param inForce whether the code is in force today */
    record Relative(String code, String name, int level, boolean inForce) {}

    /** The four duties that sink to every party grid (domain.md, B12). */
    enum Duty {
        PARTY_WORK,
        OPINIONS,
        SERVICE_BY_PROXY,
        DISPUTES
    }

    static GridCard of(
            Grid grid,
            OffsetDateTime validTo,
            boolean retired,
            List<Relative> predecessors,
            List<Relative> successors) {
        return new GridCard(
                GridView.of(grid),
                grid.ancestors().stream()
                        .map(above -> new Ancestor(above.code(), above.name(), above.level()))
                        .toList(),
                grid.contactPhone(),
                grid.supervisionPhone(),
                List.of(Duty.values()),
                Zone.at(grid.validFrom()),
                validTo,
                retired,
                predecessors,
                successors,
                grid.version());
    }

    /** The last of a line of rows from the street down, as it was then. */
    static Grid asItWas(List<Last> line) {
        Grid grid = null;
        for (var place : line) {
            grid = Grid.of(place.row(), grid, 0, place.since(), place.version());
        }
        return grid;
    }
}
