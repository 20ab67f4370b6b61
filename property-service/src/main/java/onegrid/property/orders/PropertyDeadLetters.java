package onegrid.property.orders;

import jakarta.ws.rs.Path;
import onegrid.kit.inbox.DeadLetterOps;

@Path("/api/property/ops/dead-letters")
class PropertyDeadLetters extends DeadLetterOps {}
