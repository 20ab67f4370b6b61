package onegrid.grid.cases;

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
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import onegrid.grid.dispatch.Unit;
import onegrid.grid.photos.Photos;
import onegrid.kit.clock.WorkingTime;
import onegrid.kit.command.Command;
import onegrid.kit.command.Versioned;
import onegrid.kit.problem.Problem;
import onegrid.kit.scope.Caller;

/** The commands of a case, each a sub-resource. */
@Path("/api/cases")
@RunOnVirtualThread
@RolesAllowed({"grid-head", "building-head", "community", "street", "centre", "unit", "property", "supervisor"})
class CaseCommandResource {
    private final GridCases cases;
    private final CaseIntake intake;
    private final CaseViews views;
    private final Photos photos;
    private final Unmask unmask;
    private final Caller caller;
    private final WorkingTime time;
    private final Clock clock;

    CaseCommandResource(
            GridCases cases,
            CaseIntake intake,
            CaseViews views,
            Photos photos,
            Unmask unmask,
            Caller caller,
            WorkingTime time,
            Clock clock) {
        this.cases = cases;
        this.intake = intake;
        this.views = views;
        this.photos = photos;
        this.unmask = unmask;
        this.caller = caller;
        this.time = time;
        this.clock = clock;
    }

    /** What a command does to a case that is locked and in sight. */
    private interface Verb {
        void on(GridCase gridCase, Actor actor, Instant at);
    }

    private CaseView send(CaseCommand command, UUID id, String ifMatch, Verb verb) {
        var actor = Actor.of(caller);
        var gridCase = cases.change(id, actor);
        Versioned.check(ifMatch, gridCase.version);
        command.demand(actor, gridCase);
        verb.on(gridCase, actor, clock.instant());
        cases.keep(gridCase);
        return views.of(gridCase, actor);
    }

    record File(
            @NotBlank @Size(max = 10) String matterCode,
            @Size(max = 19) String gridCode,
            @Min(1) @Max(4) Integer severity) {}

    @POST
    @Path("{id}/file")
    @Transactional
    @Command("case.file")
    public CaseView file(UUID id, @Valid @NotNull File request, @HeaderParam("If-Match") String ifMatch) {
        var matter = intake.matter(request.matterCode);
        return send(CaseCommand.FILE, id, ifMatch, (c, actor, at) -> {
            var place = request.gridCode != null
                    ? intake.place(request.gridCode)
                    : c.gridCode == null ? null : intake.place(c.gridCode);
            if (place != null && !actor.scope().covers(place.code())) {
                throw Problem.invalid("gridCode", "does not lie in your part of the district");
            }
            c.file(matter, request.severity, place, intake.before(matter, place, at, id), actor, at, time);
        });
    }

    record Refusal(
            @NotBlank @Size(min = 2, max = 500) String reason,
            @NotBlank @Size(min = 2, max = 500) String route) {}

    @POST
    @Path("{id}/reject")
    @Transactional
    @Command("case.reject")
    public CaseView reject(UUID id, @Valid @NotNull Refusal request, @HeaderParam("If-Match") String ifMatch) {
        return send(
                CaseCommand.REJECT,
                id,
                ifMatch,
                (c, actor, at) -> c.reject(actor, clean(request.reason), clean(request.route), at));
    }

    @POST
    @Path("{id}/divert")
    @Transactional
    @Command("case.divert")
    public CaseView divert(UUID id, @Valid @NotNull Refusal request, @HeaderParam("If-Match") String ifMatch) {
        return send(
                CaseCommand.DIVERT,
                id,
                ifMatch,
                (c, actor, at) -> c.divert(actor, clean(request.reason), clean(request.route), at));
    }

    record Nothing() {}

    @POST
    @Path("{id}/self-handle")
    @Transactional
    @Command("case.self-handle")
    public CaseView selfHandle(UUID id, @Valid Nothing request, @HeaderParam("If-Match") String ifMatch) {
        return send(CaseCommand.SELF_HANDLE, id, ifMatch, (c, actor, at) -> c.selfHandle(actor, at));
    }

    record Dispatch(
            @NotBlank @Size(max = 40) String unit,
            @Size(max = 20) List<@NotBlank @Size(max = 40) String> coUnits,
            @Size(max = 500) String note) {}

    @POST
    @Path("{id}/dispatch")
    @Transactional
    @Command("case.dispatch")
    public CaseView dispatch(UUID id, @Valid @NotNull Dispatch request, @HeaderParam("If-Match") String ifMatch) {
        var unit = unit("unit", request.unit);
        return send(CaseCommand.DISPATCH, id, ifMatch, (c, actor, at) -> {
            var asked = request.coUnits != null
                    ? request.coUnits
                    : c.scale == Scale.BIG ? usual(c, unit) : List.<String>of();
            var helpers =
                    asked.stream().map(code -> unit("coUnits", code)).distinct().toList();
            c.dispatch(unit, helpers, actor, clean(request.note), at);
        });
    }

    /** A joint case without named helpers takes the catalogue's. */
    private static List<String> usual(GridCase c, Unit lead) {
        return c.matter.coUnits().stream()
                .filter(code -> !code.equals(lead.code()))
                .toList();
    }

    record Note(@Size(max = 500) String note) {}

    @POST
    @Path("{id}/accept")
    @Transactional
    @Command("case.accept")
    public CaseView accept(UUID id, @Valid Note request, @HeaderParam("If-Match") String ifMatch) {
        return send(CaseCommand.ACCEPT, id, ifMatch, (c, actor, at) -> c.accept(actor, note(request), at));
    }

    record Reason(@NotBlank @Size(min = 2, max = 500) String reason) {}

    @POST
    @Path("{id}/return")
    @Transactional
    @Command("case.return")
    public CaseView giveBack(UUID id, @Valid @NotNull Reason request, @HeaderParam("If-Match") String ifMatch) {
        return send(CaseCommand.RETURN, id, ifMatch, (c, actor, at) -> c.giveBack(actor, clean(request.reason), at));
    }

    record Ruling(
            @Size(max = 40) String unit,
            @NotBlank @Size(min = 2, max = 500) String reason) {}

    @POST
    @Path("{id}/rule")
    @Transactional
    @Command("case.rule")
    public CaseView rule(UUID id, @Valid @NotNull Ruling request, @HeaderParam("If-Match") String ifMatch) {
        var unit = request.unit == null ? null : unit("unit", request.unit);
        return send(CaseCommand.RULE, id, ifMatch, (c, actor, at) -> c.rule(unit, actor, clean(request.reason), at));
    }

    @POST
    @Path("{id}/start")
    @Transactional
    @Command("case.start")
    public CaseView start(UUID id, @Valid Note request, @HeaderParam("If-Match") String ifMatch) {
        return send(CaseCommand.START, id, ifMatch, (c, actor, at) -> c.start(actor, note(request), at));
    }

    record CoWork(
            @Size(max = 40) String unit,
            @NotBlank @Size(max = 500) String note) {}

    @POST
    @Path("{id}/co-done")
    @Transactional
    @Command("case.co-done")
    public CaseView coDone(UUID id, @Valid @NotNull CoWork request, @HeaderParam("If-Match") String ifMatch) {
        return send(CaseCommand.CO_DONE, id, ifMatch, (c, actor, at) -> {
            var unit = request.unit == null ? actor.unit() : request.unit;
            if (!actor.is("centre") && !unit.equals(actor.unit())) {
                throw Problem.forbidden("Only the centre reports for another unit");
            }
            c.coDone(unit, actor, clean(request.note), at);
        });
    }

    record Suspension(
            @NotBlank @Size(min = 2, max = 500) String reason,
            @NotNull LocalDate reviewOn,
            @Size(max = 9) List<@NotNull UUID> photos) {}

    @POST
    @Path("{id}/suspend")
    @Transactional
    @Command("case.suspend")
    public CaseView suspend(UUID id, @Valid @NotNull Suspension request, @HeaderParam("If-Match") String ifMatch) {
        return send(CaseCommand.SUSPEND, id, ifMatch, (c, actor, at) -> {
            c.suspend(actor, clean(request.reason), request.reviewOn, at, time);
            photos.attach(request.photos, c.id, "EVIDENCE");
        });
    }

    @POST
    @Path("{id}/resume")
    @Transactional
    @Command("case.resume")
    public CaseView resume(UUID id, @Valid Note request, @HeaderParam("If-Match") String ifMatch) {
        return send(CaseCommand.RESUME, id, ifMatch, (c, actor, at) -> c.resume(actor, note(request), at, time));
    }

    record FeedbackGiven(
            @NotBlank @Size(min = 2, max = 2000) String text,
            @Size(max = 9) List<@NotNull UUID> photos,
            @Size(max = 500) String noPhotoReason) {}

    @POST
    @Path("{id}/feedback")
    @Transactional
    @Command("case.feedback")
    public CaseView feedback(UUID id, @Valid @NotNull FeedbackGiven request, @HeaderParam("If-Match") String ifMatch) {
        return send(CaseCommand.FEEDBACK, id, ifMatch, (c, actor, at) -> {
            var pictured = request.photos != null && !request.photos.isEmpty();
            c.feedback(actor, clean(request.text), pictured, clean(request.noPhotoReason), at, time);
            photos.attach(request.photos, c.id, "RESULT");
        });
    }

    record Verification(
            @NotNull Boolean passed,
            @NotBlank @Size(min = 2, max = 500) String text) {}

    @POST
    @Path("{id}/verify")
    @Transactional
    @Command("case.verify")
    public CaseView verify(UUID id, @Valid @NotNull Verification request, @HeaderParam("If-Match") String ifMatch) {
        return send(
                CaseCommand.VERIFY,
                id,
                ifMatch,
                (c, actor, at) -> c.verify(actor, request.passed, clean(request.text), at));
    }

    @POST
    @Path("{id}/cancel")
    @Transactional
    @Command("case.cancel")
    public CaseView cancel(UUID id, @Valid @NotNull Reason request, @HeaderParam("If-Match") String ifMatch) {
        return send(CaseCommand.CANCEL, id, ifMatch, (c, actor, at) -> c.cancel(actor, clean(request.reason), at));
    }

    @POST
    @Path("{id}/reopen")
    @Transactional
    @Command("case.reopen")
    public CaseView reopen(UUID id, @Valid @NotNull Reason request, @HeaderParam("If-Match") String ifMatch) {
        return send(
                CaseCommand.REOPEN, id, ifMatch, (c, actor, at) -> c.reopen(actor, clean(request.reason), at, time));
    }

    @POST
    @Path("{id}/mark-big")
    @Transactional
    @Command("case.mark-big")
    public CaseView markBig(UUID id, @Valid @NotNull Reason request, @HeaderParam("If-Match") String ifMatch) {
        return send(CaseCommand.MARK_BIG, id, ifMatch, (c, actor, at) -> c.markBig(actor, clean(request.reason), at));
    }

    record Unmasked(String name, String phone) {}

    /** Not a {@link Command}: its answer must not be kept for repeats, it would be a second copy in the clear. */
    @POST
    @Path("{id}/unmask")
    @Transactional
    public Unmasked unmask(UUID id, @Valid @NotNull Reason request) {
        var actor = Actor.of(caller);
        var plain = unmask.reveal(cases.see(id, actor), actor, clean(request.reason));
        return new Unmasked(plain.name(), plain.phone());
    }

    private static Unit unit(String field, String code) {
        return Unit.find(code)
                .filter(Unit::takesDispatch)
                .orElseThrow(() -> Problem.invalid(field, "names a unit that cases are not dispatched to"));
    }

    private static String note(Note request) {
        return request == null ? null : clean(request.note);
    }

    private static String clean(String text) {
        return Masking.mask(text);
    }
}
