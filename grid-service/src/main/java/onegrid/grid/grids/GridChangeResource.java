package onegrid.grid.grids;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import onegrid.grid.grids.GridChangeRows.GridChange;
import onegrid.grid.grids.GridChangeRows.State;
import onegrid.kit.clock.Zone;
import onegrid.kit.command.Command;
import onegrid.kit.paging.Page;
import onegrid.kit.paging.Paging;
import onegrid.kit.scope.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Split, merge, rename, move: many at once, all of them or none, today or on a day to come (domain.md, C7). */
@Path("/api/grids/changes")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class GridChangeResource {
    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private final GridChanges changes;
    private final GridChangeRows rows;
    private final Caller caller;

    GridChangeResource(GridChanges changes, GridChangeRows rows, Caller caller) {
        this.changes = changes;
        this.rows = rows;
        this.caller = caller;
    }

    /**
     * @param effectiveFrom null for now
     * @param acceptGaps land that has a grid today may be left without one
     */
    public record ChangeSet(
            @NotEmpty @Size(max = 2000) List<onegrid.grid.grids.@NotNull @Valid Operation> operations,
            OffsetDateTime effectiveFrom,
            @Size(max = 500) String note,
            boolean acceptGaps) {}

    /** {@code difference} is shown once, in the answer to the change. */
    public record ChangeView(
            UUID id,
            String kind,
            State state,
            String note,
            OffsetDateTime askedAt,
            String askedBy,
            OffsetDateTime effectiveFrom,
            Integer gridVersion,
            @JsonRawValue String problems,
            GridReport.Difference difference,
            List<String> allowed) {
        static ChangeView of(GridChange change, GridDraft draft, boolean mayChange) {
            return new ChangeView(
                    change.id(),
                    change.kind(),
                    change.state(),
                    change.note(),
                    Zone.at(change.askedAt()),
                    change.askedBy(),
                    Zone.at(change.effectiveFrom()),
                    change.version(),
                    change.problems(),
                    draft == null ? null : GridReport.difference(draft),
                    mayChange && change.state() == State.SCHEDULED ? List.of("withdraw") : List.of());
        }
    }

    @Operation(summary = "Changes of grids, the newest first")
    @GET
    @RolesAllowed(GridPosts.READING_VERSIONS)
    public Page<ChangeView> list(@BeanParam @Valid Paging paging) {
        record Cursor(Instant askedAt, UUID id) {}
        var before = paging.from(
                new Cursor(END_OF_TIME, new UUID(-1, -1)),
                parts -> new Cursor(Instant.parse(parts.get(0)), UUID.fromString(parts.get(1))));
        return Page.of(
                rows.list(paging.fetch(), before.askedAt, before.id),
                paging.limit,
                change -> ChangeView.of(change, null, mayChange()),
                change -> Paging.cursor(change.askedAt(), change.id()));
    }

    @Operation(summary = "One change of grids")
    @GET
    @Path("{id}")
    @RolesAllowed(GridPosts.READING_VERSIONS)
    public ChangeView one(UUID id) {
        return ChangeView.of(changes.find(id), null, mayChange());
    }

    @Operation(summary = "Split, merge, rename, move, reshape or create grids, or try it")
    @APIResponse(
            responseCode = "200",
            description = "A dry run: nothing was changed",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = GridReport.class)))
    @APIResponse(
            responseCode = "201",
            description = "Changed, or scheduled",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ChangeView.class)))
    @POST
    @Transactional
    @Command("grids.change")
    @RolesAllowed({"centre", "system-admin"})
    public Response change(
            @Valid @NotNull ChangeSet set,
            @QueryParam("dryRun") @DefaultValue("false") @Pattern(regexp = "true|false", message = "is true or false")
                    String dryRun) {
        var wanted = new Wanted.Operations(set.operations, set.acceptGaps);
        var day = set.effectiveFrom == null ? null : set.effectiveFrom.toInstant();
        if (dryRun.equals("true")) {
            return Response.ok(changes.tryOut(wanted, day)).build();
        }
        var outcome = changes.ask(wanted, day, set.note, caller.post());
        return Response.created(
                        URI.create("/api/grids/changes/" + outcome.change().id()))
                .entity(ChangeView.of(outcome.change(), outcome.draft(), mayChange()))
                .build();
    }

    @Operation(summary = "Take back a change of grids that is not yet in force")
    @POST
    @Path("{id}/withdraw")
    @Transactional
    @Command("grids.withdraw")
    @RolesAllowed({"centre", "system-admin"})
    public ChangeView withdraw(UUID id) {
        return ChangeView.of(changes.withdraw(id), null, mayChange());
    }

    private boolean mayChange() {
        return caller.is("centre", "system-admin");
    }
}
