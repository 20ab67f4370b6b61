package onegrid.kit.inbox;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import onegrid.kit.inbox.DeadLetters.DeadLetter;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The operator's view of dead letters; each service gives it an address: {@code @Path("/api/party/ops/dead-letters")}. */
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("system-admin")
public abstract class DeadLetterOps {
    @Inject
    DeadLetters letters;

    @Operation(summary = "Messages that this part could not digest")
    @GET
    public Map<String, List<DeadLetter>> list() {
        return Map.of("items", letters.list());
    }

    @Operation(summary = "Try one undigested message again")
    @POST
    @Path("{id}/replay")
    public void replay(long id) {
        letters.replay(id);
    }

    @Operation(summary = "Try all undigested messages again")
    @POST
    @Path("replay-all")
    public Map<String, Integer> replayAll() {
        return Map.of("replayed", letters.replayAll());
    }
}
