package onegrid.grid.posts;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import onegrid.grid.cases.HeadWork;
import onegrid.grid.cases.Masking;
import onegrid.grid.grids.Grid;
import onegrid.grid.grids.Grids;
import onegrid.grid.posts.PostTerm.Act;
import onegrid.kit.clock.Zone;
import onegrid.kit.command.Command;
import onegrid.kit.command.Versioned;
import onegrid.kit.problem.Problem;
import onegrid.kit.scope.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Who holds the posts of a grid, and the commands that change it. Read by staff in scope, changed from above. */
@Path("/api/grids/{code: [0-9]+}/posts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"grid-head", "building-head", "community", "street", "centre", "supervisor"})
@RunOnVirtualThread
class PostResource {
    private static final Period AHEAD = Period.ofDays(92);
    private static final Period BACK = Period.ofDays(3653);
    private static final String ACCOUNT =
            "(?![0-9]+[xX]?$)(?!.*(^|[^0-9A-Za-z])1[3-9][0-9]{9}([^0-9A-Za-z]|$))" + "[A-Za-z0-9][A-Za-z0-9._:-]{2,63}";
    private static final String ACCOUNT_WORDS = "is the id of an account: 3 to 64 letters, digits and . _ : - with a"
            + " letter among them; a post is never held under a name or a phone number";

    private final GridPosts posts;
    private final PostSettings settings;
    private final Grids grids;
    private final HeadWork work;
    private final Caller caller;
    private final Clock clock;

    PostResource(GridPosts posts, PostSettings settings, Grids grids, HeadWork work, Caller caller, Clock clock) {
        this.posts = posts;
        this.settings = settings;
        this.grids = grids;
        this.work = work;
        this.caller = caller;
        this.clock = clock;
    }

    record Posts(List<PostView> items) {}

    @Operation(summary = "Posts of a grid: who holds them, who stands in")
    @GET
    @Transactional
    public Posts list(String code) {
        var grid = inScope(code);
        return new Posts(posts.find(code).map(post -> view(post, grid)).stream().toList());
    }

    /** {@code from} is now where it is left out; it may lie 10 years back, or 92 days ahead. */
    record Appoint(
            @NotNull @Pattern(regexp = ACCOUNT, message = ACCOUNT_WORDS)
            String holder,

            OffsetDateTime from,
            @Size(max = 500) String note) {}

    @Operation(summary = "Appoint an account to a post")
    @POST
    @Path("{kind}/appoint")
    @Transactional
    @Command("post.appoint")
    public PostView appoint(
            String code, String kind, @Valid @NotNull Appoint request, @HeaderParam("If-Match") String ifMatch) {
        return change(
                code,
                kind,
                ifMatch,
                (post, now) -> post.appoint(request.holder, time("from", request.from, now), act(request.note, now)));
    }

    record HandOver(
            @NotNull @Pattern(regexp = ACCOUNT, message = ACCOUNT_WORDS)
            String to,

            OffsetDateTime at,
            @Size(max = 500) String note) {}

    @Operation(summary = "Hand a post over from one account to the next")
    @POST
    @Path("{kind}/hand-over")
    @Transactional
    @Command("post.hand-over")
    public PostView handOver(
            String code, String kind, @Valid @NotNull HandOver request, @HeaderParam("If-Match") String ifMatch) {
        return change(
                code,
                kind,
                ifMatch,
                (post, now) -> post.handOver(request.to, time("at", request.at, now), act(request.note, now)));
    }

    record StandIn(
            @NotNull @Pattern(regexp = ACCOUNT, message = ACCOUNT_WORDS)
            String holder,

            OffsetDateTime from,
            @NotNull OffsetDateTime until,
            @Size(max = 500) String note) {}

    @Operation(summary = "Let an account stand in for a post, up to 90 days")
    @POST
    @Path("{kind}/stand-in")
    @Transactional
    @Command("post.stand-in")
    public PostView standIn(
            String code, String kind, @Valid @NotNull StandIn request, @HeaderParam("If-Match") String ifMatch) {
        return change(code, kind, ifMatch, (post, now) -> {
            var from = time("from", request.from, now);
            var until = micros(request.until);
            if (!until.isAfter(from) || !until.isAfter(now)) {
                throw Problem.invalid("until", "is later than now and than the beginning");
            }
            if (until.isAfter(from.plus(settings.longestStandIn()))) {
                throw Problem.invalid(
                        "until",
                        "is at most " + settings.longestStandIn().toDays()
                                + " days after the beginning: appoint a head");
            }
            post.standIn(request.holder, from, until, act(request.note, now));
        });
    }

    record Ending(
            OffsetDateTime at,
            @NotBlank @Size(min = 2, max = 500) String reason) {}

    @Operation(summary = "End a standing in earlier than agreed")
    @POST
    @Path("{kind}/end-stand-in")
    @Transactional
    @Command("post.end-stand-in")
    public PostView endStandIn(
            String code, String kind, @Valid @NotNull Ending request, @HeaderParam("If-Match") String ifMatch) {
        return change(
                code,
                kind,
                ifMatch,
                (post, now) -> post.endStandIn(time("at", request.at, now), act(request.reason, now)));
    }

    @Operation(summary = "Vacate a post that nobody follows")
    @POST
    @Path("{kind}/vacate")
    @Transactional
    @Command("post.vacate")
    public PostView vacate(
            String code, String kind, @Valid @NotNull Ending request, @HeaderParam("If-Match") String ifMatch) {
        return change(
                code, kind, ifMatch, (post, now) -> post.vacate(time("at", request.at, now), act(request.reason, now)));
    }

    record Withdrawal(
            @NotNull UUID term,
            @NotBlank @Size(min = 2, max = 500) String reason) {}

    @Operation(summary = "Take back a term that has not begun")
    @POST
    @Path("{kind}/withdraw")
    @Transactional
    @Command("post.withdraw")
    public PostView withdraw(
            String code, String kind, @Valid @NotNull Withdrawal request, @HeaderParam("If-Match") String ifMatch) {
        return change(code, kind, ifMatch, (post, now) -> post.withdraw(request.term, act(request.reason, now)));
    }

    private interface Verb {
        void on(GridPost post, Instant now);
    }

    private PostView change(String code, String kind, String ifMatch, Verb verb) {
        var grid = inScope(code);
        if (!PostKind.of(grid).name().equals(kind)) {
            throw Problem.notFound(
                    "The post " + kind + " at " + grid.name() + ", which has a " + PostKind.of(grid) + ",");
        }
        if (!appoints(code)) {
            throw Problem.forbidden("A post is filled by the community, street or centre above its grid");
        }
        var post = posts.change(code).orElseThrow(() -> Problem.notFound("The post"));
        if (post.closedAt != null) {
            throw Problem.notFound("The post");
        }
        Versioned.check(ifMatch, post.version);
        var now = clock.instant();
        verb.on(post, now);
        posts.keep(post, now);
        return view(post, grid);
    }

    private Grid inScope(String code) {
        return grids.node(code)
                .filter(grid -> caller.scope().covers(grid.code()))
                .orElseThrow(() -> Problem.notFound("Grid " + code));
    }

    /** Nobody appoints to the place they answer for themselves: that is done from above. */
    private boolean appoints(String code) {
        return caller.is("community", "street", "centre")
                && caller.scope().prefixes().stream()
                        .anyMatch(prefix -> code.startsWith(prefix) && code.length() > prefix.length());
    }

    private PostView view(GridPost post, Grid grid) {
        return PostView.of(
                post, grid, caller.id(), appoints(grid.code()), work.openAt(grid.code()), settings, clock.instant());
    }

    private Act act(String words, Instant now) {
        return new Act(caller.post(), Masking.mask(words), now);
    }

    private static Instant time(String field, OffsetDateTime given, Instant now) {
        if (given == null) {
            return now;
        }
        var at = micros(given);
        var today = now.atZone(Zone.SHANGHAI);
        if (at.isAfter(today.plus(AHEAD).toInstant())
                || at.isBefore(today.minus(BACK).toInstant())) {
            throw Problem.invalid(field, "lies between 10 years back and 92 days ahead");
        }
        return at;
    }

    /** As PostgreSQL keeps it. */
    private static Instant micros(OffsetDateTime given) {
        return given.toInstant().truncatedTo(ChronoUnit.MICROS);
    }
}
