package onegrid.property.orders;

import jakarta.ws.rs.Path;
import onegrid.kit.directive.TaskResource;

/** Street and centre may answer on a company's behalf; the history says who did. */
@Path("/api/property/tasks")
class PropertyTasks extends TaskResource {
    @Override
    protected String[] readers() {
        return new String[] {"property", "street", "centre"};
    }
}
