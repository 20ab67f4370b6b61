package onegrid.grid.grids;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import onegrid.grid.grids.GridRows.Last;
import onegrid.kit.clock.Zone;
import onegrid.kit.problem.Problem;

/** A grid as it is, or as it was: a retired code answers too, for what was filed under it stays readable (G6). */
@ApplicationScoped
public class GridStates {
    private final Grids grids;
    private final GridRows rows;

    GridStates(Grids grids, GridRows rows) {
        this.grids = grids;
        this.rows = rows;
    }

    /**
     * @param validTo null while it is in force
     * @param retired whether the code is not in force today
     * @param successors of a retired code, in force today
     */
    public record State(
            Grid grid,
            OffsetDateTime validTo,
            boolean retired,
            List<Relative> predecessors,
            List<Relative> successors) {}

    /** @param inForce whether the code is in force today */
    public record Relative(String code, String name, int level, boolean inForce) {}

    /** @param version of the grids; null for the one in force, or the last that had the code */
    public State of(String code, String version) {
        var set = grids.inForce();
        var number = version == null ? set.version : GridExportResource.number(version, rows);
        var present = number >= set.version ? grids.node(code) : java.util.Optional.<Grid>empty();
        if (present.isPresent()) {
            return state(set, present.get(), null);
        }
        var line = rows.lineOf(code, number);
        if (line.isEmpty() || !line.getLast().row().code().value().equals(code)) {
            throw Problem.notFound("Grid " + code);
        }
        return state(set, asItWas(line), Zone.at(line.getLast().validTo()));
    }

    private State state(GridSet set, Grid grid, OffsetDateTime validTo) {
        var code = grid.code();
        var retired = grids.node(code).isEmpty();
        return new State(
                grid,
                validTo,
                retired,
                relatives(set, set.lineage.predecessors(code)),
                retired ? relatives(set, set.lineage.successors(code, set.tree::contains)) : List.of());
    }

    private List<Relative> relatives(GridSet set, Collection<String> codes) {
        return codes.stream()
                .map(code -> {
                    var inForce = set.tree.find(code);
                    var name = inForce.map(Grid::name)
                            .orElseGet(() ->
                                    rows.lineOf(code, null).getLast().row().name());
                    return new Relative(code, name, new GridCode(code).level(), inForce.isPresent());
                })
                .toList();
    }

    /** The last of a line of rows from the street down, as it was then. */
    private static Grid asItWas(List<Last> line) {
        Grid grid = null;
        for (var place : line) {
            grid = Grid.of(place.row(), grid, 0, place.since(), place.version());
        }
        return grid;
    }
}
