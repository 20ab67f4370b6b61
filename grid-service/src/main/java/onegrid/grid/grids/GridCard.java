package onegrid.grid.grids;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.OffsetDateTime;
import java.util.List;
import onegrid.kit.clock.Zone;
import onegrid.kit.command.Versioned;

/** What is public about a grid (invariant G3): its place, its head's post, its office's phones, its duties. */
record GridCard(
        @JsonUnwrapped GridView grid,
        List<Ancestor> ancestors,
        String contactPhone,
        String supervisionPhone,
        List<Duty> duties,
        OffsetDateTime validFrom,
        long version)
        implements Versioned {

    record Ancestor(String code, String name, int level) {}

    /** The four duties that sink to every party grid (domain.md, B12). */
    enum Duty {
        PARTY_WORK,
        OPINIONS,
        SERVICE_BY_PROXY,
        DISPUTES
    }

    static GridCard of(Grid grid) {
        return new GridCard(
                GridView.of(grid),
                grid.ancestors().stream()
                        .map(above -> new Ancestor(above.code(), above.name(), above.level()))
                        .toList(),
                grid.contactPhone(),
                grid.supervisionPhone(),
                List.of(Duty.values()),
                Zone.at(grid.validFrom()),
                grid.version());
    }
}
