package onegrid.grid.cases;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import onegrid.grid.photos.Photos;
import onegrid.grid.tracking.TrackingToken;
import onegrid.kit.clock.WorkingTime;
import onegrid.kit.command.Command;
import onegrid.kit.command.Versioned;
import onegrid.kit.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The reporter's own view, without account: by number and token. A wrong one of either is the same 404. */
@Path("/api/cases")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermitAll
class TrackResource {
    private final GridCases cases;
    private final Duplicates duplicates;
    private final Photos photos;
    private final Unmask unmask;
    private final WorkingTime time;
    private final Clock clock;

    TrackResource(GridCases cases, Duplicates duplicates, Photos photos, Unmask unmask, WorkingTime time, Clock clock) {
        this.cases = cases;
        this.duplicates = duplicates;
        this.photos = photos;
        this.unmask = unmask;
        this.time = time;
        this.clock = clock;
    }

    @Operation(summary = "Follow a report by its number and tracking token")
    @GET
    @Path("track/{number}")
    @Transactional
    public TrackView read(String number, @QueryParam("token") String token) {
        return view(find(number, token, false));
    }

    record Rating(
            @NotNull @Min(1) @Max(5) Integer score,
            @NotNull Boolean solved,
            @Size(max = 500) String text) {}

    @Operation(summary = "Rate a closed case as its reporter")
    @POST
    @Path("track/{number}/rate")
    @Transactional
    @Command("case.rate")
    public TrackView rate(
            String number,
            @QueryParam("token") String token,
            @Valid @NotNull Rating request,
            @HeaderParam("If-Match") String ifMatch) {
        var c = find(number, token, true);
        Versioned.check(ifMatch, c.version);
        c.rate(Actor.reporter(), request.score, request.solved, Masking.mask(request.text), clock.instant(), time);
        duplicates.follow(c, Actor.reporter(), clock.instant());
        return kept(c);
    }

    record Reason(@NotBlank @Size(min = 2, max = 500) String reason) {}

    @Operation(summary = "Open a closed case again as its reporter")
    @POST
    @Path("track/{number}/reopen")
    @Transactional
    @Command("case.reopen")
    public TrackView reopen(
            String number,
            @QueryParam("token") String token,
            @Valid @NotNull Reason request,
            @HeaderParam("If-Match") String ifMatch) {
        var c = find(number, token, true);
        Versioned.check(ifMatch, c.version);
        c.reopen(Actor.reporter(), Masking.mask(request.reason), clock.instant(), time);
        duplicates.follow(c, Actor.reporter(), clock.instant());
        return kept(c);
    }

    @Operation(summary = "Take a report back as its reporter")
    @POST
    @Path("track/{number}/cancel")
    @Transactional
    @Command("case.cancel")
    public TrackView cancel(
            String number,
            @QueryParam("token") String token,
            @Valid @NotNull Reason request,
            @HeaderParam("If-Match") String ifMatch) {
        var c = find(number, token, true);
        Versioned.check(ifMatch, c.version);
        c.cancel(Actor.reporter(), Masking.mask(request.reason), clock.instant());
        duplicates.follow(c, Actor.reporter(), clock.instant());
        return kept(c);
    }

    record Urge(@Size(max = 500) String text) {}

    /** Once in 24 hours: 429 with {@code Retry-After} before. */
    @Operation(summary = "Urge the handling of one's report, once a day")
    @POST
    @Path("track/{number}/urge")
    @Transactional
    @Command("case.urge")
    public TrackView urge(String number, @QueryParam("token") String token, @Valid Urge request) {
        var master = duplicates.lockMasterOf(number);
        var c = find(number, token, true);
        var words = request == null ? null : Masking.mask(request.text);
        c.urge(Actor.reporter(), words, clock.instant());
        master.filter(m -> c.status == CaseStatus.MERGED).ifPresent(m -> {
            m.urgedFor(c, Actor.reporter(), words, clock.instant());
            cases.keep(m);
        });
        return kept(c);
    }

    private GridCase find(String number, String token, boolean toChange) {
        return cases.track(number, toChange)
                .filter(c -> TrackingToken.fits(token, c.tokenHash))
                .orElseThrow(() -> Problem.notFound("A case with this number and token"));
    }

    private TrackView kept(GridCase c) {
        cases.keep(c);
        return view(c);
    }

    private TrackView view(GridCase c) {
        var master = duplicates.masterOf(c);
        var promised = c.status == CaseStatus.MERGED ? c.masterId : c.id;
        return TrackView.of(
                c,
                master,
                cases.history(c.id),
                cases.promises(promised),
                photos.of(c.id),
                unmask.of(c.id),
                clock.instant());
    }
}
