package onegrid.grid.open311;

import static onegrid.grid.open311.Answers.ENDING;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The address that stays when there is a next version: where which Open311 is spoken. */
@Path("/open311")
@Produces(MediaType.WILDCARD) // its ending says the form; what ready-made clients accept does not matter
@RunOnVirtualThread
@PermitAll
class DiscoveryResource {
    private final Answers answers;

    DiscoveryResource(Answers answers) {
        this.answers = answers;
    }

    @GET
    @Path("discovery" + ENDING)
    @Operation(summary = "Say which Open311 is spoken where: production and test, in which formats")
    public Response discovery(String ending) {
        return answers.object(ending, "discovery", format -> Discovery.at(answers.base(), answers.jurisdiction()));
    }
}
