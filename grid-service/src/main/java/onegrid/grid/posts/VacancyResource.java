package onegrid.grid.posts;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import onegrid.grid.grids.Grids;
import onegrid.grid.posts.GridPosts.After;
import onegrid.grid.posts.GridPosts.Count;
import onegrid.grid.posts.GridPosts.Unheld;
import onegrid.kit.clock.Zone;
import onegrid.kit.paging.Page;
import onegrid.kit.paging.Paging;
import onegrid.kit.scope.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Grids in scope whose head's post nobody holds, the longest vacant first. */
@Path("/api/grids/vacancies")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"community", "street", "centre", "supervisor"})
@RunOnVirtualThread
class VacancyResource {
    private final GridPosts posts;
    private final PostSettings settings;
    private final Grids grids;
    private final Caller caller;
    private final Clock clock;

    VacancyResource(GridPosts posts, PostSettings settings, Grids grids, Caller caller, Clock clock) {
        this.posts = posts;
        this.settings = settings;
        this.grids = grids;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @param unheldSince since when nobody holds the post
     * @param standInUntil until when somebody stands in; then no alarm runs
     * @param alarmedAt when the alarm of this vacancy was raised
     */
    record Row(
            String gridCode,
            String gridName,
            String path,
            PostKind kind,
            String title,
            PostView.State state,
            OffsetDateTime unheldSince,
            OffsetDateTime standInUntil,
            OffsetDateTime alarmDue,
            OffsetDateTime alarmedAt) {}

    @Operation(summary = "Posts in scope that nobody holds, the longest vacant first")
    @GET
    @Transactional
    public Page<Row> list(
            @QueryParam("gridCode")
                    @DefaultValue("")
                    @Pattern(regexp = "[0-9]{0,19}", message = "is the beginning of a grid code")
                    String gridCode,
            @BeanParam @Valid Paging paging) {
        var now = clock.instant();
        var after = paging.from(
                After.NOTHING, parts -> new After(Instant.parse(parts.get(0)), UUID.fromString(parts.get(1))));
        var rows = posts.unheld(caller.scope().condition("p.grid_code"), gridCode, now, after, paging.fetch());
        return Page.of(rows, paging.limit, row -> view(row, now), row -> Paging.cursor(row.since(), row.post().id));
    }

    @Operation(summary = "How many posts in scope nobody holds")
    @GET
    @Path("count")
    @Transactional
    public Count count() {
        return posts.count(caller.scope().condition("p.grid_code"), clock.instant());
    }

    private Row view(Unheld row, Instant now) {
        var post = row.post();
        var grid = grids.find(post.gridCode);
        return new Row(
                post.gridCode,
                grid.map(found -> found.name()).orElse(post.gridCode),
                grid.map(found -> found.path()).orElse(null),
                post.kind,
                grid.map(post.kind::titleAt).orElse(null),
                PostView.state(post, now),
                Zone.at(row.since()),
                Zone.at(post.standingIn(now).map(term -> term.validTo).orElse(null)),
                Zone.at(post.alarmDue(settings.vacantAfter(), now).orElse(null)),
                Zone.at(post.alarmOn(now).orElse(null)));
    }
}
