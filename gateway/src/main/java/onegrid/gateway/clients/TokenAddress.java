package onegrid.gateway.clients;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Where and how a district system gets its token: OAuth 2.0 metadata (RFC 8414), as far as there is something to say. */
@Path("/.well-known/oauth-authorization-server")
@Produces(MediaType.APPLICATION_JSON)
@NonBlocking
@PermitAll
class TokenAddress {
    private final Optional<String> publicUrl;

    /** @param publicUrl the gateway's address as others see it, where an ingress stands before it */
    TokenAddress(@ConfigProperty(name = "onegrid.public-url") Optional<String> publicUrl) {
        this.publicUrl = publicUrl;
    }

    record Metadata(
            String issuer,
            @JsonProperty("token_endpoint") String tokenEndpoint,
            @JsonProperty("grant_types_supported") List<String> grants,

            @JsonProperty("token_endpoint_auth_methods_supported")
            List<String> methods,

            @JsonProperty("response_types_supported") List<String> responses) {}

    @GET
    @Operation(summary = "Where and how a district system gets its token (RFC 8414)")
    public Metadata metadata(@Context UriInfo uri) {
        var here = publicUrl.orElseGet(() -> uri.getBaseUri().toString()).replaceFirst("/+$", "");
        return new Metadata(
                here,
                here + "/oauth2/token",
                List.of("client_credentials"),
                List.of("client_secret_basic", "client_secret_post"),
                List.of());
    }
}
