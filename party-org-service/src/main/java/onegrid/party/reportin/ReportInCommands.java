package onegrid.party.reportin;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import onegrid.kit.clock.Zone;
import onegrid.kit.command.Command;
import onegrid.kit.command.Versioned;
import onegrid.kit.problem.Problem;
import onegrid.kit.scope.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Reporting in: a unit first, then its members under references that only their unit can tell apart. */
@Path("/api/party")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"party", "street"})
@RunOnVirtualThread
class ReportInCommands {
    private static final Set<ReportInStatus> TAKES_MEMBERS =
            Set.of(ReportInStatus.CONFIRMED, ReportInStatus.ASSIGNED, ReportInStatus.ACTIVE);
    private static final Set<ReportInMove> NEEDS_CONSENT = Set.of(ReportInMove.ASSIGN, ReportInMove.ACTIVATE);

    private final EntityManager database;
    private final ReportIns reportIns;
    private final Caller caller;
    private final Clock clock;

    ReportInCommands(EntityManager database, ReportIns reportIns, Caller caller, Clock clock) {
        this.database = database;
        this.reportIns = reportIns;
        this.caller = caller;
        this.clock = clock;
    }

    record RegisterUnit(
            @NotBlank @Pattern(regexp = "[A-Z][A-Z0-9-]{1,19}")
            String code,

            @NotBlank @Size(max = 100) String name,
            @NotBlank @Pattern(regexp = "[0-9]{12}") String communityCode,
            @NotBlank @Size(max = 100) String liaisonPost,
            @NotBlank @Size(max = 40) String liaisonPhone,
            @Size(max = 10) List<@NotBlank @Size(max = 30) String> skills) {}

    /** {@code ref} of a member that was here before; null gives a new one. {@code available} null: not known. */
    record RegisterMember(
            UUID ref,
            @NotBlank @Pattern(regexp = "[0-9]{12}") String communityCode,
            @Size(max = 10) List<@NotBlank @Size(max = 30) String> skills,
            List<@NotNull @Pattern(regexp = "WORKDAY|EVENING|WEEKEND|NIGHT") String> available,
            LocalDate consentUntil) {}

    record UnitView(String code, String communityCode, ReportInStatus status, Set<ReportInStatus> next, long version)
            implements Versioned {}

    record MemberView(
            UUID ref,
            String unitCode,
            String communityCode,
            ReportInStatus status,
            LocalDate consentUntil,
            Set<ReportInStatus> next,
            long version)
            implements Versioned {}

    @Operation(summary = "Register a unit that reports in to a community")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = UnitView.class)))
    @POST
    @Path("units")
    @Transactional
    @Command("report-in.unit")
    public Response register(@Valid @NotNull RegisterUnit request) {
        var community = reportIns.communityIn(request.communityCode, caller.scope());
        if (database.find(ReportInUnit.class, request.code) != null || reportIns.named(request.name)) {
            throw Problem.rule("unit-reports-in-once", "A unit of this code or name has reported in already");
        }
        var unit = new ReportInUnit();
        unit.code = request.code;
        unit.name = request.name;
        unit.communityCode = community;
        unit.liaisonPost = request.liaisonPost;
        unit.liaisonPhone = request.liaisonPhone;
        unit.skills = array(request.skills);
        unit.status = ReportInStatus.REGISTERED;
        unit.registeredOn = today();
        database.persist(unit);
        database.flush();
        return Response.created(URI.create("/api/party/units/" + unit.code))
                .entity(view(unit))
                .build();
    }

    @Operation(summary = "Move a report-in unit on: confirm, assign, activate, pause or end")
    @POST
    @Path("units/{code}/{move}")
    @Transactional
    @Command("report-in.unit-move")
    public UnitView move(String code, String move, @HeaderParam("If-Match") String ifMatch) {
        var unit = reportIns.unit(code, caller.scope());
        Versioned.check(ifMatch, unit.version);
        unit.status = unit.status.moveTo(ReportInMove.of(move).to);
        database.flush();
        return view(unit);
    }

    @Operation(summary = "Register a member of a report-in unit, by reference and without a name")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = MemberView.class)))
    @POST
    @Path("units/{code}/members")
    @Transactional
    @Command("report-in.member")
    public Response register(String code, @Valid @NotNull RegisterMember request) {
        var unit = reportIns.unit(code, caller.scope());
        if (!TAKES_MEMBERS.contains(unit.status)) {
            throw Problem.rule("unit-before-member", "Unit " + code + " is " + unit.status + ": confirm it first");
        }
        if (request.ref != null && reportIns.current(request.ref)) {
            throw Problem.rule("one-community", "This member has reported in already; end that first");
        }
        var member = new ReportInMember();
        member.ref = request.ref == null ? UUID.randomUUID() : request.ref;
        member.unitCode = code;
        member.communityCode = reportIns.communityIn(request.communityCode, caller.scope());
        member.skills = array(request.skills);
        member.available = request.available == null ? null : array(request.available);
        member.status = ReportInStatus.REGISTERED;
        member.consentUntil = request.consentUntil;
        database.persist(member);
        database.flush();
        return Response.created(URI.create("/api/party/members/" + member.ref))
                .entity(view(member))
                .build();
    }

    @Operation(summary = "Move a report-in member on: confirm, assign, activate, pause or end")
    @POST
    @Path("members/{ref}/{move}")
    @Transactional
    @Command("report-in.member-move")
    public MemberView move(UUID ref, String move, @HeaderParam("If-Match") String ifMatch) {
        var member = reportIns.member(ref, caller.scope());
        Versioned.check(ifMatch, member.version);
        var command = ReportInMove.of(move);
        var status = member.status.moveTo(command.to);
        if (NEEDS_CONSENT.contains(command) && (member.consentUntil == null || member.consentUntil.isBefore(today()))) {
            throw Problem.rule("consent-current", "The member's consent is not current");
        }
        member.status = status;
        database.flush();
        return view(member);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Zone.SHANGHAI));
    }

    private static String[] array(List<String> words) {
        return words == null ? new String[0] : words.toArray(String[]::new);
    }

    private static UnitView view(ReportInUnit unit) {
        return new UnitView(unit.code, unit.communityCode, unit.status, unit.status.next(), unit.version);
    }

    private static MemberView view(ReportInMember member) {
        return new MemberView(
                member.ref,
                member.unitCode,
                member.communityCode,
                member.status,
                member.consentUntil,
                member.status.next(),
                member.version);
    }
}
