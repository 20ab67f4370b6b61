package onegrid.grid.cases;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import onegrid.grid.dispatch.Posts;
import onegrid.kit.clock.Zone;
import onegrid.kit.command.Command;
import onegrid.kit.problem.Problem;
import onegrid.kit.scope.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Before somebody reports once more: what is open near by and likely the same, and "me too". */
@Path("/api/cases")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Posts.REPORTING)
class SameMatterResource {
    private final SameMatter sameMatter;
    private final CaseIntake intake;
    private final Caller caller;

    SameMatterResource(SameMatter sameMatter, CaseIntake intake, Caller caller) {
        this.sameMatter = sameMatter;
        this.intake = intake;
        this.caller = caller;
    }

    /**
     * @param text suggests the matter where none is given
     * @param point WGS-84 degrees; excludes gridCode
     */
    record Question(
            @Size(max = 2000) String text,
            @Size(max = 10) String matterCode,
            @Valid Report.Point point,
            @Size(max = 19) String gridCode) {}

    /**
     * What anybody may know of a case of others: no text, no point, no person.
     *
     * @param confidence 0 … 1 in steps of a tenth: not a probe into what others wrote
     * @param metres up to the next 50, so that no point can be found out; null where not both points are known
     */
    record Near(
            String number,
            String matterCode,
            String matterName,
            String gridName,
            CaseStatus status,
            String statusName,
            OffsetDateTime reportedAt,
            double confidence,
            boolean sameMatter,
            Integer metres) {
        private static final int STEP = 50;

        static Near of(SameMatter.Likely found) {
            var c = found.gridCase();
            return new Near(
                    c.number,
                    c.matter.code(),
                    c.matter.name(),
                    c.place.name(),
                    c.status,
                    c.status.title(),
                    Zone.at(c.reportedAt),
                    Math.round(found.confidence() * 10) / 10.0,
                    found.sameMatter(),
                    found.metres() == null ? null : (int) Math.max(1, Math.ceil(found.metres() / STEP)) * STEP);
        }
    }

    record Nearby(List<Near> cases) {}

    @Operation(summary = "Find open cases near by that are likely the same, before reporting")
    @POST
    @Path("nearby")
    @Transactional
    public Nearby nearby(@Valid @NotNull Question request) {
        if (request.matterCode == null && request.text == null) {
            throw Problem.invalid("matterCode", "or text is needed");
        }
        if ((request.point == null) == (request.gridCode == null)) {
            throw Problem.invalid("point", "or gridCode is needed, and only one of them");
        }
        var place = request.point != null ? intake.at(request.point) : intake.place(request.gridCode);
        var matter = intake.matter(request.matterCode, request.text);
        return new Nearby(sameMatter.near(matter, blankToNull(request.text), place, request.point).stream()
                .map(Near::of)
                .toList());
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /**
     * @param text what the reporter has written already; null for nothing
     * @param photos uploaded already; whoever handles the case sees them with it
     */
    record Joining(
            @Valid Report.Person reporter,
            @Size(max = 2000) String text,
            @Size(max = 9) List<@NotNull UUID> photos) {
        static final Joining NOTHING = new Joining(null, null, null);
    }

    /** A number and a token of one's own for a matter that somebody else reported first. */
    @Operation(summary = "Join an open case that somebody else has reported")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Receipt.class)))
    @POST
    @Path("track/{number}/join")
    @Transactional
    @Command("case.join")
    public Response join(String number, @Valid Joining request, @HeaderParam("Idempotency-Key") String key) {
        var master = sameMatter
                .joinable(number)
                .orElseThrow(() -> Problem.notFound("An open case with this number that others may join"));
        var receipt = intake.join(master, request == null ? Joining.NOTHING : request, Actor.of(caller), key);
        return Response.created(URI.create("/api/cases/" + receipt.id()))
                .entity(receipt)
                .build();
    }
}
