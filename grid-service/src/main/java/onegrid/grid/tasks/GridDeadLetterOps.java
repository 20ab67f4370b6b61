package onegrid.grid.tasks;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Path;
import onegrid.kit.inbox.DeadLetterOps;

/** Dead letters of grid-service, under the area that the operator knows it by. */
@Path("/api/cases/ops/dead-letters")
@RunOnVirtualThread
public class GridDeadLetterOps extends DeadLetterOps {}
