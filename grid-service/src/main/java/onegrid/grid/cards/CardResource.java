package onegrid.grid.cards;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import onegrid.grid.grids.GridStates;
import onegrid.grid.grids.Grids;
import onegrid.grid.joined.JoinedUnits;
import onegrid.grid.posts.Heads;
import onegrid.grid.teams.VolunteerTeams;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The public card of every node, from the district down to the building. */
@Path("/api/grids/{code: [0-9]+}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
class CardResource {
    private final Grids grids;
    private final GridStates states;
    private final Heads heads;
    private final VolunteerTeams teams;
    private final JoinedUnits units;
    private final CardSettings settings;

    CardResource(
            Grids grids,
            GridStates states,
            Heads heads,
            VolunteerTeams teams,
            JoinedUnits units,
            CardSettings settings) {
        this.grids = grids;
        this.states = states;
        this.heads = heads;
        this.teams = teams;
        this.units = units;
        this.settings = settings;
    }

    /** A retired code answers as it was, with what follows it; {@code version} asks for an older state. */
    @Operation(summary = "The public card of a grid: limits, head's post, teams and units")
    @GET
    @Transactional
    public GridCard card(String code, @QueryParam("version") String version) {
        var state = states.of(code, version);
        var grid = state.grid();
        if (state.validTo() != null) {
            return GridCard.of(state, settings.levelNames().get(grid.level()), null, null, List.of(), List.of());
        }
        return GridCard.of(
                state,
                settings.levelNames().get(grid.level()),
                grids.limits(grid),
                heads.of(grid).orElse(null),
                teams.serving(grid),
                units.serving(grid));
    }
}
