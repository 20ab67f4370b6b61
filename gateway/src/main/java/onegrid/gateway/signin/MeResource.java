package onegrid.gateway.signin;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import onegrid.kit.scope.Caller;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Who sits at the browser. Nobody is an answer too. */
@Path("/api/me")
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {
    private static final Set<String> POSTS = Set.of(
            "resident",
            "grid-head",
            "building-head",
            "community",
            "street",
            "centre",
            "unit",
            "property",
            "party",
            "new-sector",
            "supervisor",
            "system-admin",
            "security-admin",
            "auditor",
            "portal",
            "district-system");

    private final SecurityIdentity identity;
    private final Caller caller;

    MeResource(SecurityIdentity identity, Caller caller) {
        this.identity = identity;
        this.caller = caller;
    }

    /** Codes in gridScope are prefixes of grid codes; everything but signedIn is empty when nobody is signed in. */
    public record Me(
            boolean signedIn,
            String name,
            String username,
            List<String> roles,
            List<String> gridScope,
            String unit,
            String post) {}

    @Operation(summary = "Who is asking: posts, scope and unit")
    @GET
    public Me me() {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return new Me(false, null, null, List.of(), List.of(), null, null);
        }
        var roles = new TreeSet<>(caller.roles());
        roles.retainAll(POSTS);
        return new Me(
                true,
                caller.post(),
                token.getClaim("preferred_username"),
                List.copyOf(roles),
                caller.scope().prefixes(),
                caller.unit(),
                caller.post());
    }
}
