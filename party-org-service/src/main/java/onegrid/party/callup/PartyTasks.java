package onegrid.party.callup;

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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import onegrid.kit.command.Command;
import onegrid.kit.directive.Directive;
import onegrid.kit.directive.DirectiveStatus;
import onegrid.kit.directive.TaskResource;
import onegrid.kit.directive.TaskView;
import onegrid.kit.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Call-ups, with the units' answers and the service that they gave. */
@Path("/api/party/tasks")
@Produces(MediaType.APPLICATION_JSON)
class PartyTasks extends TaskResource {
    private final CallUps callUps;

    PartyTasks(CallUps callUps) {
        this.callUps = callUps;
    }

    @Override
    protected String[] readers() {
        return new String[] {"party", "community", "street", "centre"};
    }

    record Answer(
            @NotBlank @Size(max = 20) String unit,
            @NotNull @Min(0) Integer coming) {}

    /** {@code minutes}: how long; {@code members}: how many took part. */
    record Service(
            @NotBlank @Size(max = 20) String unit,
            @NotNull @Min(1) @Max(1440) Integer minutes,
            @NotNull @Min(1) Integer members,
            @Size(max = 2000) String note) {}

    @Operation(summary = "Record how many members of a unit come")
    @POST
    @Path("{id}/answers")
    @Transactional
    @Command("task.answers")
    public TaskView answers(UUID id, @Valid @NotNull Answer request, @HeaderParam("If-Match") String ifMatch) {
        var directive = running(toAnswer(id, ifMatch), false);
        callUps.answer(directive, request.unit, request.coming);
        return view(directive);
    }

    /** Also after completion: the last to come home report last. */
    @Operation(summary = "Record the service that a unit has given")
    @POST
    @Path("{id}/service")
    @Transactional
    @Command("task.service")
    public TaskView service(UUID id, @Valid @NotNull Service request, @HeaderParam("If-Match") String ifMatch) {
        var directive = running(toAnswer(id, ifMatch), true);
        callUps.serve(directive, request.unit, request.minutes, request.members, request.note);
        return view(directive);
    }

    private static Directive running(Directive directive, boolean orCompleted) {
        var status = directive.status;
        if (status.open() || orCompleted && status == DirectiveStatus.COMPLETED) {
            return directive;
        }
        throw new Problem(409, "illegal-transition", "Task " + directive.id + " is " + status + ": nobody is called up")
                .with("current", status)
                .with("allowed", List.copyOf(status.next()));
    }
}
