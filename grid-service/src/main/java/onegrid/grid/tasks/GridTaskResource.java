package onegrid.grid.tasks;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import onegrid.kit.command.Command;
import onegrid.kit.directive.Directive;
import onegrid.kit.directive.TaskResource;
import onegrid.kit.directive.TaskView;
import onegrid.kit.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Tasks of linkages for the grid side. Offices answer; the head of a neighbouring grid says that it was seen. */
@Path("/api/grids/tasks")
@Produces(MediaType.APPLICATION_JSON)
public class GridTaskResource extends TaskResource {
    private final NeighbourGrids neighbours;
    private final Clock clock;

    GridTaskResource(NeighbourGrids neighbours, Clock clock) {
        this.neighbours = neighbours;
        this.clock = clock;
    }

    @Override
    protected String[] readers() {
        return new String[] {"grid-head", "community", "street", "centre", "unit"};
    }

    @Override
    protected boolean mayAnswer(Directive directive) {
        return caller.is("community", "street", "centre") && caller.scope().covers(directive.gridCode);
    }

    @Operation(summary = "Say that a neighbouring grid has seen the task")
    @POST
    @Path("{id}/seen")
    @Transactional
    @Command("task.seen")
    public TaskView seen(UUID id) {
        var directive = visible(id);
        var mine = mine(directive);
        if (mine.isEmpty()) {
            throw Problem.forbidden("Only the head of a neighbouring grid says that the task was seen");
        }
        mine.forEach(near -> near.seen(caller.post(), clock.instant()));
        return view(directive);
    }

    @Override
    protected List<String> allowed(Directive directive) {
        var commands = new ArrayList<>(super.allowed(directive));
        if (mine(directive).stream().anyMatch(near -> near.seenAt == null)) {
            commands.add("seen");
        }
        return commands;
    }

    private List<Neighbour> mine(Directive directive) {
        if (!caller.is("grid-head")) {
            return List.of();
        }
        return neighbours.neighbours(directive.id).stream()
                .filter(near -> caller.scope().covers(near.gridCode))
                .toList();
    }
}
