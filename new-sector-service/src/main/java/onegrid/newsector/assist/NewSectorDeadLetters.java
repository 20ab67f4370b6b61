package onegrid.newsector.assist;

import jakarta.ws.rs.Path;
import onegrid.kit.inbox.DeadLetterOps;

@Path("/api/new-sector/ops/dead-letters")
class NewSectorDeadLetters extends DeadLetterOps {}
