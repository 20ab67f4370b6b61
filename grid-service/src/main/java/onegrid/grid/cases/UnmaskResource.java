package onegrid.grid.cases;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import onegrid.grid.dispatch.Posts;
import onegrid.kit.scope.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Who reported, in the clear. */
@Path("/api/cases")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Posts.WORKING_ON_CASES)
class UnmaskResource {
    private final GridCases cases;
    private final Unmask unmask;
    private final Caller caller;

    UnmaskResource(GridCases cases, Unmask unmask, Caller caller) {
        this.cases = cases;
        this.unmask = unmask;
        this.caller = caller;
    }

    record Unmasked(String name, String phone) {}

    /** Not a command: its answer must not be kept for repeats, it would be a second copy in the clear. */
    @Operation(summary = "Show the reporter's name and phone; the reason is logged and shown to the reporter")
    @POST
    @Path("{id}/unmask")
    @Transactional
    public Unmasked unmask(UUID id, @Valid @NotNull CaseCommands.Reason request) {
        var actor = Actor.of(caller);
        var plain = unmask.reveal(cases.see(id, actor), actor, request.masked());
        return new Unmasked(plain.name(), plain.phone());
    }
}
