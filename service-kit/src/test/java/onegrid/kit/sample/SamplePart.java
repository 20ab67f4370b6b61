package onegrid.kit.sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import onegrid.kit.directive.Directive;
import onegrid.kit.directive.DirectivePart;
import onegrid.kit.directive.TaskResource;
import onegrid.kit.inbox.DeadLetterOps;

@ApplicationScoped
public class SamplePart implements DirectivePart {
    private final List<UUID> received = new CopyOnWriteArrayList<>();

    @Override
    public void received(Directive directive) {
        received.add(directive.id);
    }

    @Override
    public Object detail(Directive directive) {
        return Map.of("people", directive.peopleAffected);
    }

    public long timesReceived(UUID id) {
        return received.stream().filter(id::equals).count();
    }

    @Path("/api/sample/tasks")
    static class Tasks extends TaskResource {
        @Override
        protected String[] readers() {
            return new String[] {"street", "centre"};
        }
    }

    @Path("/api/sample/ops/dead-letters")
    static class Ops extends DeadLetterOps {}
}
