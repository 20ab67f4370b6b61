package onegrid.grid.joined;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import onegrid.grid.cases.Masking;
import onegrid.grid.dispatch.Unit;
import onegrid.grid.grids.Grid;
import onegrid.grid.grids.Grids;
import onegrid.kit.command.Command;
import onegrid.kit.paging.Page;
import onegrid.kit.paging.Paging;
import onegrid.kit.problem.Problem;
import onegrid.kit.scope.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** District units that join a grid (B4): everybody may read, the community, street or centre in scope keeps them. */
@Path("/api/grids/{code: [0-9]+}/units")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
class JoinedUnitResource {
    /** Units that are found by the place of a case are at every grid anyway. */
    private static final Set<Unit.Kind> JOINING = EnumSet.of(Unit.Kind.DEPARTMENT, Unit.Kind.UTILITY);

    private final JoinedUnits units;
    private final Grids grids;
    private final Caller caller;

    JoinedUnitResource(JoinedUnits units, Grids grids, Caller caller) {
        this.units = units;
        this.grids = grids;
        this.caller = caller;
    }

    /** Past and coming ones too. */
    @Operation(summary = "District units that have joined a grid")
    @GET
    @Transactional
    public Page<JoinedUnitView> list(String code, @BeanParam @Valid Paging paging) {
        var grid = grids.node(code).orElseThrow(() -> Problem.notFound("Grid " + code));
        var rows =
                units.at(code, paging.from(new UUID(0, 0), parts -> UUID.fromString(parts.getFirst())), paging.fetch());
        return Page.of(
                rows, paging.limit, joined -> JoinedUnitView.of(joined, grid), joined -> Paging.cursor(joined.id));
    }

    record Joining(
            @NotBlank @Size(max = 40) String unit,
            LocalDate since,
            LocalDate until,
            @Size(max = 200) String task) {}

    @Operation(summary = "Let a district unit join a grid")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = JoinedUnitView.class)))
    @POST
    @Transactional
    @RolesAllowed({"community", "street", "centre"})
    @Command("grid.join-unit")
    public Response join(String code, @Valid @NotNull Joining request) {
        var grid = inScope(code);
        var unit = Unit.find(request.unit)
                .filter(known -> JOINING.contains(known.kind()) && known.takesDispatch())
                .orElseThrow(() -> Problem.invalid("unit", "is not the code of a department or utility of /api/units"));
        var since = request.since == null ? units.today() : request.since;
        if (request.until != null && !request.until.isAfter(since)) {
            throw Problem.invalid("until", "is later than the day of joining");
        }
        if (units.of(code, unit.code()).stream().anyMatch(known -> known.overlaps(since, request.until))) {
            throw Problem.rule("UNIT_JOINED", unit.title() + " has joined this grid in that time already");
        }
        var joined = new JoinedUnit();
        joined.gridCode = code;
        joined.unit = unit.code();
        joined.task = Masking.mask(request.task);
        joined.since = since;
        joined.until = request.until;
        units.add(joined);
        return Response.created(URI.create("/api/grids/" + code + "/units"))
                .entity(JoinedUnitView.of(joined, grid))
                .build();
    }

    record Leaving(
            LocalDate until,
            @NotBlank @Size(min = 2, max = 500) String reason) {}

    @Operation(summary = "End the joining of a unit")
    @POST
    @Path("{unit}/leave")
    @Transactional
    @RolesAllowed({"community", "street", "centre"})
    @Command("grid.leave-unit")
    public JoinedUnitView leave(String code, String unit, @Valid @NotNull Leaving request) {
        var grid = inScope(code);
        var today = units.today();
        var until = request.until == null ? today : request.until;
        var joined = units.of(code, unit).stream()
                .filter(known -> known.until == null || known.until.isAfter(today))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("The unit at this grid"));
        if (until.isBefore(joined.since)) {
            throw Problem.invalid("until", "is not before the day of joining");
        }
        joined.until = until;
        joined.leftWhy = Masking.mask(request.reason);
        return JoinedUnitView.of(joined, grid);
    }

    private Grid inScope(String code) {
        return grids.find(code)
                .filter(grid -> caller.scope().covers(grid.code()))
                .orElseThrow(() -> Problem.notFound("Grid " + code));
    }
}
