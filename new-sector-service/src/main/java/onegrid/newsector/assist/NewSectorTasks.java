package onegrid.newsector.assist;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import onegrid.kit.command.Command;
import onegrid.kit.directive.TaskResource;
import onegrid.kit.directive.TaskView;
import onegrid.kit.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Tasks to ask around, and what those asked have said. */
@Path("/api/new-sector/tasks")
@Produces(MediaType.APPLICATION_JSON)
class NewSectorTasks extends TaskResource {
    private final Assistances assistances;

    NewSectorTasks(Assistances assistances) {
        this.assistances = assistances;
    }

    @Override
    protected String[] readers() {
        return new String[] {"new-sector", "street", "centre"};
    }

    /** {@code answered}: whether they said yes, or have taken note. */
    record Asked(
            @NotBlank @Size(max = 200) String name,
            @NotNull Boolean answered,
            @Size(max = 2000) String note) {}

    @Operation(summary = "Record what a station or an enterprise has answered")
    @POST
    @Path("{id}/asked")
    @Transactional
    @Command("task.asked")
    public TaskView asked(UUID id, @Valid @NotNull Asked request, @HeaderParam("If-Match") String ifMatch) {
        var directive = toAnswer(id, ifMatch);
        if (!directive.status.open()) {
            throw new Problem(409, "illegal-transition", "Task " + id + " is " + directive.status + ": nobody is asked")
                    .with("current", directive.status)
                    .with("allowed", List.copyOf(directive.status.next()));
        }
        assistances.asked(directive, request.name, request.answered, request.note);
        return view(directive);
    }
}
