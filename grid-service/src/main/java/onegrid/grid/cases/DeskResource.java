package onegrid.grid.cases;

import static onegrid.grid.cases.CaseCommands.unit;
import static onegrid.grid.cases.Masking.mask;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import onegrid.grid.cases.CaseCommands.Note;
import onegrid.grid.cases.CaseCommands.Reason;
import onegrid.grid.dispatch.Posts;
import onegrid.grid.dispatch.Unit;
import onegrid.grid.photos.Photos;
import onegrid.kit.clock.WorkingTime;
import onegrid.kit.command.Command;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Commands of the desks above the handler: who gets a case, when its clock stops, whether its result holds. */
@Path("/api/cases")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Posts.WORKING_ON_CASES)
class DeskResource {
    private final CaseCommands commands;
    private final Duplicates duplicates;
    private final Photos photos;
    private final WorkingTime time;

    DeskResource(CaseCommands commands, Duplicates duplicates, Photos photos, WorkingTime time) {
        this.commands = commands;
        this.duplicates = duplicates;
        this.photos = photos;
        this.time = time;
    }

    record Dispatch(
            @NotBlank @Size(max = 40) String unit,
            @Size(max = 20) List<@NotBlank @Size(max = 40) String> coUnits,
            @Size(max = 500) String note) {}

    @Operation(summary = "Give a case to a unit, with helpers")
    @POST
    @Path("{id}/dispatch")
    @Transactional
    @Command("case.dispatch")
    public CaseView dispatch(UUID id, @Valid @NotNull Dispatch request, @HeaderParam("If-Match") String ifMatch) {
        var unit = unit("unit", request.unit);
        return commands.send(CaseCommand.DISPATCH, id, ifMatch, (c, actor, at) -> {
            var asked = request.coUnits != null
                    ? request.coUnits
                    : c.scale == Scale.BIG ? usual(c, unit) : List.<String>of();
            var helpers =
                    asked.stream().map(code -> unit("coUnits", code)).distinct().toList();
            c.dispatch(unit, helpers, actor, mask(request.note), at);
        });
    }

    /** A joint case without named helpers takes the catalogue's. */
    private static List<String> usual(GridCase c, Unit lead) {
        return c.matter.coUnits().stream()
                .filter(code -> !code.equals(lead.code()) && !Complaint.concerns(c.complainedOf, code))
                .toList();
    }

    record Ruling(
            @Size(max = 40) String unit,
            @NotBlank @Size(min = 2, max = 500) String reason) {}

    @Operation(summary = "Rule on a case that a unit gives back")
    @POST
    @Path("{id}/rule")
    @Transactional
    @Command("case.rule")
    public CaseView rule(UUID id, @Valid @NotNull Ruling request, @HeaderParam("If-Match") String ifMatch) {
        var unit = request.unit == null ? null : unit("unit", request.unit);
        return commands.send(
                CaseCommand.RULE, id, ifMatch, (c, actor, at) -> c.rule(unit, actor, mask(request.reason), at));
    }

    record Suspension(
            @NotBlank @Size(min = 2, max = 500) String reason,
            @NotNull LocalDate reviewOn,
            @Size(max = 9) List<@NotNull UUID> photos) {}

    @Operation(summary = "Suspend a case until a day of review; its clock stands still")
    @POST
    @Path("{id}/suspend")
    @Transactional
    @Command("case.suspend")
    public CaseView suspend(UUID id, @Valid @NotNull Suspension request, @HeaderParam("If-Match") String ifMatch) {
        return commands.send(CaseCommand.SUSPEND, id, ifMatch, (c, actor, at) -> {
            c.suspend(actor, mask(request.reason), request.reviewOn, at, time);
            photos.attach(request.photos, c.id, "EVIDENCE");
        });
    }

    @Operation(summary = "Resume a suspended case with what was left of its limit")
    @POST
    @Path("{id}/resume")
    @Transactional
    @Command("case.resume")
    public CaseView resume(UUID id, @Valid Note request, @HeaderParam("If-Match") String ifMatch) {
        return commands.send(
                CaseCommand.RESUME, id, ifMatch, (c, actor, at) -> c.resume(actor, Note.of(request), at, time));
    }

    record Verification(
            @NotNull Boolean passed,
            @NotBlank @Size(min = 2, max = 500) String text) {}

    @Operation(summary = "Verify a result: close the case, or send it back to work")
    @POST
    @Path("{id}/verify")
    @Transactional
    @Command("case.verify")
    public CaseView verify(UUID id, @Valid @NotNull Verification request, @HeaderParam("If-Match") String ifMatch) {
        return commands.send(CaseCommand.VERIFY, id, ifMatch, (c, actor, at) -> {
            c.verify(actor, request.passed, mask(request.text), at);
            duplicates.follow(c, actor, at);
        });
    }

    @Operation(summary = "Mark a case as big, so that the brain decides again")
    @POST
    @Path("{id}/mark-big")
    @Transactional
    @Command("case.mark-big")
    public CaseView markBig(UUID id, @Valid @NotNull Reason request, @HeaderParam("If-Match") String ifMatch) {
        return commands.send(
                CaseCommand.MARK_BIG, id, ifMatch, (c, actor, at) -> c.markBig(actor, request.masked(), at));
    }
}
