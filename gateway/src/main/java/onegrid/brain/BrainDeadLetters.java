package onegrid.brain;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Path;
import onegrid.kit.inbox.DeadLetterOps;

/** What the brain could not understand. */
@Path("/api/brain/ops/dead-letters")
@RolesAllowed("system-admin")
class BrainDeadLetters extends DeadLetterOps {}
