package onegrid.grid.cases;

import static onegrid.grid.cases.Masking.mask;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import onegrid.grid.cases.CaseCommands.Reason;
import onegrid.grid.dispatch.Posts;
import onegrid.kit.command.Command;
import onegrid.kit.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Commands of the desk that decides whether a report becomes a case, and of which matter. */
@Path("/api/cases")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Posts.WORKING_ON_CASES)
class FilingResource {
    private final CaseCommands commands;
    private final CaseIntake intake;
    private final Duplicates duplicates;

    FilingResource(CaseCommands commands, CaseIntake intake, Duplicates duplicates) {
        this.commands = commands;
        this.intake = intake;
        this.duplicates = duplicates;
    }

    record File(
            @NotBlank @Size(max = 10) String matterCode,
            @Size(max = 19) String gridCode,
            @Min(1) @Max(4) Integer severity) {}

    @Operation(summary = "File a report under a matter; its clock begins")
    @POST
    @Path("{id}/file")
    @Transactional
    @Command("case.file")
    public CaseView file(UUID id, @Valid @NotNull File request, @HeaderParam("If-Match") String ifMatch) {
        var matter = intake.matter(request.matterCode);
        return commands.send(CaseCommand.FILE, id, ifMatch, (c, actor, at) -> {
            var place = place(c, request.gridCode);
            if (place != null && !actor.scope().covers(place.code())) {
                throw Problem.invalid("gridCode", "does not lie in your part of the district");
            }
            c.file(matter, request.severity, place, intake.before(matter, place, c, at), actor, at, intake.time());
        });
    }

    /** The grid in the version in force now, if a new one is named or one was known. */
    private Place place(GridCase c, String gridCode) {
        if (gridCode != null) {
            return intake.place(gridCode);
        }
        return c.place == null ? null : intake.today(c.place, c.longitude, c.latitude);
    }

    record Reclassification(
            @NotBlank @Size(max = 10) String matterCode,
            @NotBlank @Size(min = 2, max = 500) String reason) {}

    @Operation(summary = "Put a filed case under another matter")
    @POST
    @Path("{id}/reclassify")
    @Transactional
    @Command("case.reclassify")
    public CaseView reclassify(
            UUID id, @Valid @NotNull Reclassification request, @HeaderParam("If-Match") String ifMatch) {
        var matter = intake.matter(request.matterCode);
        return commands.send(
                CaseCommand.RECLASSIFY,
                id,
                ifMatch,
                (c, actor, at) -> c.reclassify(
                        matter, intake.before(matter, c.place, c, at), actor, mask(request.reason), at, intake.time()));
    }

    @Operation(summary = "Confirm the matter that the words suggested")
    @POST
    @Path("{id}/confirm-matter")
    @Transactional
    @Command("case.confirm-matter")
    public CaseView confirmMatter(UUID id, @HeaderParam("If-Match") String ifMatch) {
        return commands.send(CaseCommand.CONFIRM_MATTER, id, ifMatch, (c, actor, at) -> c.confirmMatter(actor, at));
    }

    record Refusal(
            @NotBlank @Size(min = 2, max = 500) String reason,
            @NotBlank @Size(min = 2, max = 500) String route) {}

    @Operation(summary = "Refuse a report and say where it belongs")
    @POST
    @Path("{id}/reject")
    @Transactional
    @Command("case.reject")
    public CaseView reject(UUID id, @Valid @NotNull Refusal request, @HeaderParam("If-Match") String ifMatch) {
        return commands.send(
                CaseCommand.REJECT,
                id,
                ifMatch,
                (c, actor, at) -> c.reject(actor, mask(request.reason), mask(request.route), at));
    }

    /**
     * @param kind one of the six diversions
     * @param route null for the usual way of its kind
     */
    record Diverting(
            @NotBlank String kind,
            @NotBlank @Size(min = 2, max = 500) String reason,
            @Size(min = 2, max = 500) String route) {}

    @Operation(summary = "Divert a report that is not for the grid: emergencies, law, repeats")
    @POST
    @Path("{id}/divert")
    @Transactional
    @Command("case.divert")
    public CaseView divert(UUID id, @Valid @NotNull Diverting request, @HeaderParam("If-Match") String ifMatch) {
        var kind = Diversion.named(request.kind);
        return commands.send(
                CaseCommand.DIVERT,
                id,
                ifMatch,
                (c, actor, at) -> c.divert(kind, actor, mask(request.reason), mask(request.route), at));
    }

    /** @param into number of the case that is handled for both */
    record Merging(
            @NotBlank @Size(max = 20) String into,
            @NotBlank @Size(min = 2, max = 500) String reason) {}

    @Operation(summary = "Merge a case into another of the same matter")
    @POST
    @Path("{id}/merge")
    @Transactional
    @Command("case.merge")
    public CaseView merge(UUID id, @Valid @NotNull Merging request, @HeaderParam("If-Match") String ifMatch) {
        var master = duplicates.master(request.into, commands.actor());
        return commands.send(
                CaseCommand.MERGE,
                id,
                ifMatch,
                (c, actor, at) -> duplicates.merge(c, master, actor, mask(request.reason), at));
    }

    @Operation(summary = "Take a merged case apart again")
    @POST
    @Path("{id}/unmerge")
    @Transactional
    @Command("case.unmerge")
    public CaseView unmerge(UUID id, @Valid @NotNull Reason request, @HeaderParam("If-Match") String ifMatch) {
        return commands.send(
                CaseCommand.UNMERGE, id, ifMatch, (c, actor, at) -> c.unmerge(actor, request.masked(), at));
    }

    @Operation(summary = "Cancel a case before it is accepted")
    @POST
    @Path("{id}/cancel")
    @Transactional
    @Command("case.cancel")
    public CaseView cancel(UUID id, @Valid @NotNull Reason request, @HeaderParam("If-Match") String ifMatch) {
        return commands.send(CaseCommand.CANCEL, id, ifMatch, (c, actor, at) -> {
            c.cancel(actor, request.masked(), at);
            duplicates.follow(c, actor, at);
        });
    }
}
