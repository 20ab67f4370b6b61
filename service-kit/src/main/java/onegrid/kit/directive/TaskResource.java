package onegrid.kit.directive;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import onegrid.kit.command.Command;
import onegrid.kit.command.Versioned;
import onegrid.kit.paging.Page;
import onegrid.kit.paging.Paging;
import onegrid.kit.problem.Problem;
import onegrid.kit.scope.Caller;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The task list and the four commands of a directive. Each service extends it with an address, the posts that may read
 * and the commands of its own. The posts are a method, not {@code @RolesAllowed}: an annotation on the subclass would not
 * guard the methods that it inherits.
 */
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
public abstract class TaskResource {
    @Inject
    protected Directives directives;

    @Inject
    protected DirectivePart part;

    @Inject
    protected Caller caller;

    @ConfigProperty(name = "onegrid.service")
    String service;

    public record Note(@Size(max = 2000) String note) {}

    public record Progress(@NotBlank @Size(max = 2000) String note) {}

    public record Reason(
            @NotBlank @Size(min = 2, max = 2000) String reason) {}

    /** The roles that may read tasks here. */
    protected abstract String[] readers();

    /** Who may answer a task (read is wider); by default everybody who may read it. */
    protected boolean mayAnswer(Directive directive) {
        return true;
    }

    @Operation(summary = "Tasks of linkages in scope, sorted by when an answer is due")
    @GET
    @Transactional
    public Page<TaskView> list(
            @QueryParam("status") @DefaultValue("open") String status, @BeanParam @Valid Paging paging) {
        caller.mustBe(readers());
        var page = directives.list(status, paging, caller);
        var histories = directives.steps(page.items());
        return new Page<>(
                page.items().stream()
                        .map(directive -> view(directive, histories.getOrDefault(directive.id, List.of())))
                        .toList(),
                page.next());
    }

    @Operation(summary = "One task with its history and the commands that are allowed now")
    @GET
    @Path("{id}")
    @Transactional
    public TaskView read(UUID id) {
        return view(visible(id));
    }

    @Operation(summary = "Accept a task")
    @POST
    @Path("{id}/accept")
    @Transactional
    @Command("task.accept")
    public TaskView accept(UUID id, @Valid @NotNull Note request, @HeaderParam("If-Match") String ifMatch) {
        return view(directives.accept(toAnswer(id, ifMatch), request.note, caller));
    }

    @Operation(summary = "Decline a task with a reason")
    @POST
    @Path("{id}/decline")
    @Transactional
    @Command("task.decline")
    public TaskView decline(UUID id, @Valid @NotNull Reason request, @HeaderParam("If-Match") String ifMatch) {
        return view(directives.decline(toAnswer(id, ifMatch), request.reason, caller));
    }

    @Operation(summary = "Report progress of a task")
    @POST
    @Path("{id}/progress")
    @Transactional
    @Command("task.progress")
    public TaskView progress(UUID id, @Valid @NotNull Progress request, @HeaderParam("If-Match") String ifMatch) {
        return view(directives.progress(toAnswer(id, ifMatch), request.note, caller));
    }

    @Operation(summary = "Complete a task")
    @POST
    @Path("{id}/complete")
    @Transactional
    @Command("task.complete")
    public TaskView complete(UUID id, @Valid @NotNull Note request, @HeaderParam("If-Match") String ifMatch) {
        return view(directives.complete(toAnswer(id, ifMatch), request.note, caller));
    }

    /** The task, when this caller may see it. */
    protected Directive visible(UUID id) {
        caller.mustBe(readers());
        return directives.visible(id, caller);
    }

    /** The task, when this caller may act on it now. */
    protected Directive toAnswer(UUID id, String ifMatch) {
        var directive = visible(id);
        if (!mayAnswer(directive)) {
            throw Problem.forbidden("Your post may read this task, not answer it");
        }
        Versioned.check(ifMatch, directive.version);
        return directive;
    }

    protected TaskView view(Directive directive) {
        return view(directive, directives.steps(directive));
    }

    private TaskView view(Directive directive, List<Directives.Step> history) {
        return TaskView.of(directive, service, history, part.detail(directive), allowed(directive));
    }

    /** The commands that this caller may send now; a service adds its own. */
    protected List<String> allowed(Directive directive) {
        var commands = new ArrayList<String>();
        if (mayAnswer(directive)) {
            var next = directive.status.next();
            if (next.contains(DirectiveStatus.ACCEPTED)) {
                commands.add("accept");
            }
            if (next.contains(DirectiveStatus.IN_PROGRESS)) {
                commands.add("progress");
            }
            if (next.contains(DirectiveStatus.COMPLETED)) {
                commands.add("complete");
            }
            if (next.contains(DirectiveStatus.DECLINED)) {
                commands.add("decline");
            }
        }
        return commands;
    }
}
