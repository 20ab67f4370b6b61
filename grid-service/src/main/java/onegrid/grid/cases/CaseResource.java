package onegrid.grid.cases;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import onegrid.grid.dispatch.Posts;
import onegrid.grid.matters.Suggestions;
import onegrid.kit.command.Command;
import onegrid.kit.paging.Page;
import onegrid.kit.scope.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Reporting, and reading what lies in one's scope. */
@Path("/api/cases")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Posts.WORKING_ON_CASES)
class CaseResource {
    private final CaseIntake intake;
    private final GridCases cases;
    private final CaseList list;
    private final CaseCounts counts;
    private final CaseViews views;
    private final Suggestions suggestions;
    private final Caller caller;

    CaseResource(
            CaseIntake intake,
            GridCases cases,
            CaseList list,
            CaseCounts counts,
            CaseViews views,
            Suggestions suggestions,
            Caller caller) {
        this.intake = intake;
        this.cases = cases;
        this.list = list;
        this.counts = counts;
        this.views = views;
        this.suggestions = suggestions;
        this.caller = caller;
    }

    @Operation(summary = "Report a matter; it gets a number, an owner and a due time")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Receipt.class)))
    @POST
    @Transactional
    @Command("case.report")
    @RolesAllowed(Posts.REPORTING)
    public Response report(@Valid @NotNull Report request, @HeaderParam("Idempotency-Key") String key) {
        var receipt = intake.take(request, Actor.of(caller), key);
        return Response.created(URI.create("/api/cases/" + receipt.id()))
                .entity(receipt)
                .build();
    }

    record Text(@NotBlank @Size(min = 2, max = 2000) String text) {}

    record SuggestionView(String matterCode, String matterName, String className, int severity, double confidence) {
        static SuggestionView of(Suggestions.Suggestion s) {
            return new SuggestionView(
                    s.matter().code(),
                    s.matter().name(),
                    s.matter().className(),
                    s.matter().severity(),
                    Math.round(s.confidence() * 1000) / 1000.0);
        }
    }

    record SuggestionViews(List<SuggestionView> suggestions) {}

    @Operation(summary = "Suggest the matter from the words of a report")
    @POST
    @Path("suggest")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Posts.REPORTING)
    public SuggestionViews suggest(@Valid @NotNull Text request) {
        return new SuggestionViews(
                suggestions.of(request.text).stream().map(SuggestionView::of).toList());
    }

    @Operation(summary = "Cases in scope, sorted by what is due")
    @GET
    @Transactional
    public Page<CaseList.Row> list(@BeanParam @Valid CaseList.Filter filter) {
        return list.page(filter, Actor.of(caller));
    }

    @Operation(summary = "How many cases in scope are open, overdue, due today or waiting")
    @GET
    @Path("counts")
    @Transactional
    public CaseCounts.Counts counts() {
        return counts.of(Actor.of(caller));
    }

    @Operation(summary = "One case with its history and the commands that are allowed now")
    @GET
    @Path("{id}")
    @Transactional
    public CaseView read(UUID id) {
        var actor = Actor.of(caller);
        return views.of(cases.see(id, actor), actor);
    }

    @Operation(summary = "One case by its number")
    @GET
    @Path("by-number/{number}")
    @Transactional
    public CaseView byNumber(String number) {
        var actor = Actor.of(caller);
        return views.of(cases.seeNumber(number, actor), actor);
    }
}
