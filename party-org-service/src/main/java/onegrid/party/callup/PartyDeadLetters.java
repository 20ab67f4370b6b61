package onegrid.party.callup;

import jakarta.ws.rs.Path;
import onegrid.kit.inbox.DeadLetterOps;

@Path("/api/party/ops/dead-letters")
class PartyDeadLetters extends DeadLetterOps {}
