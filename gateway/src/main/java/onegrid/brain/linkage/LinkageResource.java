package onegrid.brain.linkage;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import onegrid.brain.linkage.Linkages.LogKind;
import onegrid.brain.policy.Level;
import onegrid.brain.situation.KnownCases;
import onegrid.kit.command.Command;
import onegrid.kit.command.Versioned;
import onegrid.kit.outbox.Outbox;
import onegrid.kit.paging.Page;
import onegrid.kit.paging.Paging;
import onegrid.kit.problem.Problem;
import onegrid.kit.scope.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Boards of running linkages, and what the centre and the street do about a slow one. */
@Path("/api/brain/linkages")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({
    "grid-head",
    "building-head",
    "community",
    "street",
    "centre",
    "supervisor",
    "unit",
    "property",
    "party",
    "new-sector"
})
class LinkageResource {
    private final EntityManager database;
    private final Linkages linkages;
    private final Pressure pressure;
    private final Boards boards;
    private final Outbox outbox;
    private final KnownCases cases;
    private final Caller caller;
    private final Clock clock;

    LinkageResource(
            EntityManager database,
            Linkages linkages,
            Pressure pressure,
            Boards boards,
            Outbox outbox,
            KnownCases cases,
            Caller caller,
            Clock clock) {
        this.database = database;
        this.linkages = linkages;
        this.pressure = pressure;
        this.boards = boards;
        this.outbox = outbox;
        this.cases = cases;
        this.caller = caller;
        this.clock = clock;
    }

    public record Urge(@Size(max = 500) String note) {}

    public record Escalate(
            @NotBlank @Size(min = 2, max = 500) String reason) {}

    public record Waive(
            @NotNull UUID directiveId,
            @NotBlank @Size(min = 2, max = 500) String reason) {}

    public record Reissue(
            @NotNull UUID directiveId,
            @NotBlank @Size(min = 2, max = 500) String note) {}

    private record From(Instant at, UUID id) {}

    @Operation(summary = "Linkages in scope, the newest first")
    @GET
    @Transactional
    public Page<LinkageView> list(
            @QueryParam("status") @DefaultValue("open") String status, @BeanParam @Valid Paging paging) {
        var statuses =
                switch (status) {
                    case "open" -> List.of("OPEN");
                    case "closed" -> List.of("CLOSED");
                    case "all" -> List.of("OPEN", "CLOSED");
                    default -> throw Problem.invalid("status", "is one of open, closed, all");
                };
        var from = paging.from(
                new From(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1)),
                parts -> new From(Instant.parse(parts.get(0)), UUID.fromString(parts.get(1))));
        var rows = boards.newest(statuses, from.at, from.id, paging.fetch());
        var page =
                Page.of(rows, paging.limit, linkage -> linkage, linkage -> Paging.cursor(linkage.openedAt, linkage.id));
        return new Page<>(boards.views(page.items()), page.next());
    }

    @Operation(summary = "One linkage: its parts, who has answered, and what was done about it")
    @GET
    @Path("{id}")
    @Transactional
    public LinkageView read(UUID id) {
        return view(boards.visible(id));
    }

    @Operation(summary = "Urge every part of a linkage that has not answered")
    @POST
    @Path("{id}/urge")
    @RolesAllowed({"centre", "street"})
    @Transactional
    @Command("linkage.urge")
    public LinkageView urge(UUID id, @Valid @NotNull Urge request, @HeaderParam("If-Match") String ifMatch) {
        var linkage = toSteer(id, ifMatch);
        if (pressure.waiting(linkage).isEmpty()) {
            throw illegal("Every part of this linkage has answered: there is nobody to urge");
        }
        pressure.urgeByHand(linkage, caller.post(), request.note);
        return changed(linkage);
    }

    @Operation(summary = "Raise a linkage to the next level")
    @POST
    @Path("{id}/escalate")
    @RolesAllowed({"centre", "street"})
    @Transactional
    @Command("linkage.escalate")
    public LinkageView escalate(UUID id, @Valid @NotNull Escalate request, @HeaderParam("If-Match") String ifMatch) {
        var linkage = toSteer(id, ifMatch);
        if (linkage.level == Level.DISTRICT) {
            throw illegal("The district is the highest level");
        }
        pressure.raise(linkage, 0, caller.post() + "：" + request.reason);
        return changed(linkage);
    }

    @Operation(summary = "Let a linkage go on without a part that was declined")
    @POST
    @Path("{id}/waive")
    @RolesAllowed({"centre", "street"})
    @Transactional
    @Command("linkage.waive")
    public LinkageView waive(UUID id, @Valid @NotNull Waive request, @HeaderParam("If-Match") String ifMatch) {
        var linkage = toSteer(id, ifMatch);
        var part = part(linkage, request.directiveId);
        part.waive(request.reason);
        linkages.log(linkage, LogKind.ANSWERED, Service.chinese(part.service) + "无需另派：" + request.reason);
        return changed(linkage);
    }

    @Operation(summary = "Ask a declined part once more")
    @POST
    @Path("{id}/reissue")
    @RolesAllowed({"centre", "street"})
    @Transactional
    @Command("linkage.reissue")
    public LinkageView reissue(UUID id, @Valid @NotNull Reissue request, @HeaderParam("If-Match") String ifMatch) {
        var linkage = toSteer(id, ifMatch);
        var part = part(linkage, request.directiveId);
        var now = clock.instant();
        part.reissue(request.note, now.plus(linkage.respondWithin()), now);
        var complainedOf = cases.place(linkage.caseId)
                .map(KnownCases.CasePlace::complainedOf)
                .orElse(null);
        outbox.append(DirectiveTold.Issued.of(linkage, part, complainedOf));
        linkages.log(linkage, LogKind.URGED, "再次请" + Service.chinese(part.service) + "办理：" + request.note);
        return changed(linkage);
    }

    private Linkage toSteer(UUID id, String ifMatch) {
        boards.visible(id);
        var linkage = linkages.locked(id);
        database.refresh(linkage);
        Versioned.check(ifMatch, linkage.version);
        if (!linkage.open()) {
            throw illegal("This linkage is closed");
        }
        return linkage;
    }

    private LinkagePart part(Linkage linkage, UUID directiveId) {
        return linkages.parts(linkage.id).stream()
                .filter(part -> part.directiveId.equals(directiveId))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("Directive " + directiveId + " of this linkage"));
    }

    private static Problem illegal(String why) {
        return new Problem(409, "illegal-transition", why).with("allowed", List.of());
    }

    private LinkageView changed(Linkage linkage) {
        linkages.changed(linkage);
        return view(linkage);
    }

    private LinkageView view(Linkage linkage) {
        return boards.views(List.of(linkage)).getFirst();
    }
}
