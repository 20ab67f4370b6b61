package onegrid.grid.cards;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import onegrid.grid.grids.Grids;
import onegrid.grid.joined.JoinedUnits;
import onegrid.grid.posts.Heads;
import onegrid.grid.teams.VolunteerTeams;
import onegrid.kit.problem.Problem;

/** The public card of every node, from the district down to the building. */
@Path("/api/grids/{code: [0-9]+}")
@Authenticated
@RunOnVirtualThread
class CardResource {
    private final Grids grids;
    private final Heads heads;
    private final VolunteerTeams teams;
    private final JoinedUnits units;
    private final CardSettings settings;

    CardResource(Grids grids, Heads heads, VolunteerTeams teams, JoinedUnits units, CardSettings settings) {
        this.grids = grids;
        this.heads = heads;
        this.teams = teams;
        this.units = units;
        this.settings = settings;
    }

    @GET
    @Transactional
    public GridCard card(String code) {
        var grid = grids.node(code).orElseThrow(() -> Problem.notFound("Grid " + code));
        return GridCard.of(
                grid,
                settings.levelNames().get(grid.level()),
                grids.limits(grid),
                heads.of(grid).orElse(null),
                teams.serving(grid),
                units.serving(grid));
    }
}
