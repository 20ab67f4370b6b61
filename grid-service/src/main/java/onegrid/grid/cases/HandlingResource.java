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
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import onegrid.grid.cases.CaseCommands.Note;
import onegrid.grid.cases.CaseCommands.Reason;
import onegrid.grid.dispatch.Posts;
import onegrid.grid.photos.Photos;
import onegrid.kit.clock.WorkingTime;
import onegrid.kit.command.Command;
import onegrid.kit.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Commands of who handles a case: the head of its grid, the lead unit, a co-unit. */
@Path("/api/cases")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Posts.WORKING_ON_CASES)
class HandlingResource {
    private final CaseCommands commands;
    private final Photos photos;
    private final WorkingTime time;

    HandlingResource(CaseCommands commands, Photos photos, WorkingTime time) {
        this.commands = commands;
        this.photos = photos;
        this.time = time;
    }

    record Nothing() {}

    @Operation(summary = "Handle a small case in its own grid")
    @POST
    @Path("{id}/self-handle")
    @Transactional
    @Command("case.self-handle")
    public CaseView selfHandle(UUID id, @Valid Nothing request, @HeaderParam("If-Match") String ifMatch) {
        return commands.send(CaseCommand.SELF_HANDLE, id, ifMatch, (c, actor, at) -> c.selfHandle(actor, at));
    }

    @Operation(summary = "Accept a case that was dispatched to one's unit")
    @POST
    @Path("{id}/accept")
    @Transactional
    @Command("case.accept")
    public CaseView accept(UUID id, @Valid Note request, @HeaderParam("If-Match") String ifMatch) {
        return commands.send(CaseCommand.ACCEPT, id, ifMatch, (c, actor, at) -> c.accept(actor, Note.of(request), at));
    }

    @Operation(summary = "Give a case back within a day, with a reason")
    @POST
    @Path("{id}/return")
    @Transactional
    @Command("case.return")
    public CaseView giveBack(UUID id, @Valid @NotNull Reason request, @HeaderParam("If-Match") String ifMatch) {
        return commands.send(
                CaseCommand.RETURN, id, ifMatch, (c, actor, at) -> c.giveBack(actor, request.masked(), at));
    }

    @Operation(summary = "Start the work on an accepted case")
    @POST
    @Path("{id}/start")
    @Transactional
    @Command("case.start")
    public CaseView start(UUID id, @Valid Note request, @HeaderParam("If-Match") String ifMatch) {
        return commands.send(CaseCommand.START, id, ifMatch, (c, actor, at) -> c.start(actor, Note.of(request), at));
    }

    /** @param unit by the centre on behalf of a unit; null for one's own */
    record Arrival(
            @Size(max = 40) String unit, @Size(max = 500) String note) {}

    @Operation(summary = "Report the arrival of a unit on the spot")
    @POST
    @Path("{id}/arrive")
    @Transactional
    @Command("case.arrive")
    public CaseView arrive(UUID id, @Valid Arrival request, @HeaderParam("If-Match") String ifMatch) {
        return commands.send(CaseCommand.ARRIVE, id, ifMatch, (c, actor, at) -> {
            var unit = actingUnit(request == null ? null : request.unit, actor);
            c.arrive(unit, actor, request == null ? null : mask(request.note), at);
        });
    }

    @Operation(summary = "Say that somebody has spoken with the reporter")
    @POST
    @Path("{id}/contact")
    @Transactional
    @Command("case.contact")
    public CaseView contact(UUID id, @Valid Note request, @HeaderParam("If-Match") String ifMatch) {
        return commands.send(
                CaseCommand.CONTACT, id, ifMatch, (c, actor, at) -> c.contact(actor, Note.of(request), at));
    }

    /** The unit that a word is said for: one's own, or any by the centre. */
    private static String actingUnit(String named, Actor actor) {
        var unit = named == null ? actor.unit() : named;
        if (unit == null) {
            throw Problem.invalid("unit", "is needed: your post belongs to no unit");
        }
        if (!actor.is("centre") && !unit.equals(actor.unit())) {
            throw Problem.forbidden("Only the centre speaks for another unit");
        }
        return unit;
    }

    record CoWork(
            @Size(max = 40) String unit,
            @NotBlank @Size(max = 500) String note) {}

    @Operation(summary = "Say that a helping unit's part is done")
    @POST
    @Path("{id}/co-done")
    @Transactional
    @Command("case.co-done")
    public CaseView coDone(UUID id, @Valid @NotNull CoWork request, @HeaderParam("If-Match") String ifMatch) {
        return commands.send(CaseCommand.CO_DONE, id, ifMatch, (c, actor, at) -> {
            c.coDone(actingUnit(request.unit, actor), actor, mask(request.note), at);
        });
    }

    /** @param days workdays after the present due time; days of 24 hours where the clock runs day and night */
    record Extension(
            @NotBlank @Size(min = 2, max = 500) String reason,
            OffsetDateTime until,
            @Min(1) @Max(90) Integer days) {}

    @Operation(summary = "Extend the limit of a case once")
    @POST
    @Path("{id}/extend")
    @Transactional
    @Command("case.extend")
    public CaseView extend(UUID id, @Valid @NotNull Extension request, @HeaderParam("If-Match") String ifMatch) {
        if ((request.until == null) == (request.days == null)) {
            throw Problem.invalid("until", "or days is needed, and only one of them");
        }
        return commands.send(CaseCommand.EXTEND, id, ifMatch, (c, actor, at) -> {
            var until = request.until != null
                    ? request.until.toInstant().truncatedTo(ChronoUnit.SECONDS)
                    : c.clock.limit.daysAfter(c.clock.dueAt, request.days, time);
            c.extend(until, actor, mask(request.reason), at, time);
        });
    }

    record FeedbackGiven(
            @NotBlank @Size(min = 2, max = 2000) String text,
            @Size(max = 9) List<@NotNull UUID> photos,
            @Size(max = 500) String noPhotoReason) {}

    @Operation(summary = "Give the result of the work, with photos")
    @POST
    @Path("{id}/feedback")
    @Transactional
    @Command("case.feedback")
    public CaseView feedback(UUID id, @Valid @NotNull FeedbackGiven request, @HeaderParam("If-Match") String ifMatch) {
        return commands.send(CaseCommand.FEEDBACK, id, ifMatch, (c, actor, at) -> {
            var pictured = request.photos != null && !request.photos.isEmpty();
            c.feedback(actor, mask(request.text), pictured, mask(request.noPhotoReason), at, time);
            photos.attach(request.photos, c.id, "RESULT");
        });
    }
}
