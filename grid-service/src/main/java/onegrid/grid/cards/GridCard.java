package onegrid.grid.cards;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.OffsetDateTime;
import java.util.List;
import onegrid.grid.grids.GridKind;
import onegrid.grid.grids.GridStates.Relative;
import onegrid.grid.grids.GridStates.State;
import onegrid.grid.grids.GridView;
import onegrid.grid.grids.Limits;
import onegrid.grid.joined.JoinedUnitView;
import onegrid.grid.posts.Heads.Head;
import onegrid.grid.teams.TeamView;
import onegrid.kit.clock.Zone;
import onegrid.kit.command.Versioned;

/**
 * What is public about a grid (invariant G3): its place and limits, its head's post, its office's phones, who else
 * works there, its duties.
 *
 * @param levelName what the district calls this level
 * @param limits null for a grid of the past; so is its head
 * @param head null for the district
 * @param validTo null while it is in force
 * @param successors of a retired code, in force today
 * @param teams those of the grid first, then those of the nodes above it; units likewise
 */
record GridCard(
        @JsonUnwrapped GridView grid,
        String levelName,
        String kindName,
        List<Ancestor> ancestors,
        Limits limits,
        Head head,
        String contactPhone,
        String supervisionPhone,
        List<TeamView> teams,
        List<JoinedUnitView> units,
        List<Duty> duties,
        OffsetDateTime validFrom,
        OffsetDateTime validTo,
        boolean retired,
        List<Relative> predecessors,
        List<Relative> successors,
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

    static GridCard of(
            State state, String levelName, Limits limits, Head head, List<TeamView> teams, List<JoinedUnitView> units) {
        var grid = state.grid();
        return new GridCard(
                GridView.of(grid),
                levelName,
                kindName(grid.kind()),
                grid.ancestors().stream()
                        .map(above -> new Ancestor(above.code(), above.name(), above.level()))
                        .toList(),
                limits,
                head,
                grid.contactPhone(),
                grid.supervisionPhone(),
                teams,
                units,
                List.of(Duty.values()),
                Zone.at(grid.validFrom()),
                state.validTo(),
                state.retired(),
                state.predecessors(),
                state.successors(),
                grid.version());
    }

    private static String kindName(GridKind kind) {
        return switch (kind) {
            case BASE -> "基础网格";
            case DEDICATED -> "专属网格";
            case SCATTERED -> "散户网格";
        };
    }
}
