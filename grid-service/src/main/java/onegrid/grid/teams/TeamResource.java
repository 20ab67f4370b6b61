package onegrid.grid.teams;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import onegrid.grid.cases.Masking;
import onegrid.grid.grids.Grid;
import onegrid.grid.grids.Grids;
import onegrid.kit.command.Command;
import onegrid.kit.command.Versioned;
import onegrid.kit.paging.Page;
import onegrid.kit.paging.Paging;
import onegrid.kit.problem.Problem;
import onegrid.kit.scope.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Volunteer teams of a node: everybody may read, the community, street or centre in scope keeps them. */
@Path("/api/grids/{code: [0-9]+}/teams")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
class TeamResource {
    private final VolunteerTeams teams;
    private final Grids grids;
    private final Caller caller;
    private final Clock clock;

    TeamResource(VolunteerTeams teams, Grids grids, Caller caller, Clock clock) {
        this.teams = teams;
        this.grids = grids;
        this.caller = caller;
        this.clock = clock;
    }

    @Operation(summary = "Volunteer teams of a grid")
    @GET
    @Transactional
    public Page<TeamView> list(
            String code, @QueryParam("dissolved") boolean dissolved, @BeanParam @Valid Paging paging) {
        var node = node(code);
        var rows = teams.at(
                code,
                dissolved,
                paging.from(new UUID(0, 0), parts -> UUID.fromString(parts.getFirst())),
                paging.fetch());
        return Page.of(rows, paging.limit, team -> TeamView.of(team, node), team -> Paging.cursor(team.id));
    }

    @Operation(summary = "One volunteer team")
    @GET
    @Path("{team}")
    @Transactional
    public TeamView one(String code, UUID team) {
        return TeamView.of(find(code, team, LockModeType.NONE), node(code));
    }

    /** {@code leaderPost} names a post ("温泉社区党组织副书记"), never a person. */
    record Team(
            @NotBlank @Size(min = 2, max = 60) String name,
            @NotNull TeamKind kind,
            @NotBlank @Size(min = 2, max = 60) String leaderPost,
            @NotNull @Min(1) @Max(100_000) Integer members) {
        void into(VolunteerTeam team) {
            team.name = words("name", name);
            team.kind = kind;
            team.leaderPost = words("leaderPost", leaderPost);
            team.members = members;
        }

        private static String words(String field, String text) {
            var words = text.strip();
            if (!Masking.mask(words).equals(words)) {
                throw Problem.invalid(field, "holds a phone or identity number: name the team and the post only");
            }
            return words;
        }
    }

    @Operation(summary = "Form a volunteer team")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TeamView.class)))
    @POST
    @Transactional
    @RolesAllowed({"community", "street", "centre"})
    @Command("team.form")
    public Response form(String code, @Valid @NotNull Team request) {
        var node = inScope(code);
        var team = new VolunteerTeam();
        request.into(team);
        team.gridCode = code;
        team.formedAt = clock.instant();
        mayBeCalled(team);
        teams.add(team);
        return Response.created(URI.create("/api/grids/" + code + "/teams/" + team.id))
                .entity(TeamView.of(team, node))
                .build();
    }

    @Operation(summary = "Change name, kind, leading post or size of a team")
    @POST
    @Path("{team}/change")
    @Transactional
    @RolesAllowed({"community", "street", "centre"})
    @Command("team.change")
    public TeamView change(
            String code, UUID team, @Valid @NotNull Team request, @HeaderParam("If-Match") String ifMatch) {
        var node = inScope(code);
        var found = existing(code, team, ifMatch);
        request.into(found);
        mayBeCalled(found);
        teams.keep();
        return TeamView.of(found, node);
    }

    record Move(@NotBlank @Size(max = 19) String gridCode) {}

    /** To another node, where it is needed. */
    @Operation(summary = "Move a team to another grid")
    @POST
    @Path("{team}/move")
    @Transactional
    @RolesAllowed({"community", "street", "centre"})
    @Command("team.move")
    public TeamView move(
            String code, UUID team, @Valid @NotNull Move request, @HeaderParam("If-Match") String ifMatch) {
        inScope(code);
        var found = existing(code, team, ifMatch);
        var target = grids.node(request.gridCode)
                .filter(node -> caller.scope().covers(node.code()))
                .orElseThrow(() -> Problem.invalid("gridCode", "is not a grid in your part of the district"));
        found.gridCode = target.code();
        mayBeCalled(found);
        teams.keep();
        return TeamView.of(found, target);
    }

    record Dissolution(@NotBlank @Size(min = 2, max = 500) String reason) {}

    @Operation(summary = "Dissolve a team")
    @POST
    @Path("{team}/dissolve")
    @Transactional
    @RolesAllowed({"community", "street", "centre"})
    @Command("team.dissolve")
    public TeamView dissolve(
            String code, UUID team, @Valid @NotNull Dissolution request, @HeaderParam("If-Match") String ifMatch) {
        var node = inScope(code);
        var found = existing(code, team, ifMatch);
        found.dissolvedAt = clock.instant();
        found.dissolvedWhy = Masking.mask(request.reason);
        teams.keep();
        return TeamView.of(found, node);
    }

    private VolunteerTeam existing(String code, UUID id, String ifMatch) {
        var team = find(code, id, LockModeType.PESSIMISTIC_WRITE);
        Versioned.check(ifMatch, team.version);
        if (team.dissolvedAt != null) {
            throw Problem.rule("DISSOLVED", "This team is dissolved: form a new one");
        }
        return team;
    }

    private VolunteerTeam find(String code, UUID id, LockModeType lock) {
        return teams.find(code, id, lock).orElseThrow(() -> Problem.notFound("The team"));
    }

    private void mayBeCalled(VolunteerTeam team) {
        if (teams.taken(team.gridCode, team.name, team.id)) {
            throw Problem.rule("TEAM_NAME", "A team of this name is at this grid already");
        }
    }

    private Grid node(String code) {
        return grids.node(code).orElseThrow(() -> Problem.notFound("Grid " + code));
    }

    private Grid inScope(String code) {
        return grids.node(code)
                .filter(node -> caller.scope().covers(node.code()))
                .orElseThrow(() -> Problem.notFound("Grid " + code));
    }
}
