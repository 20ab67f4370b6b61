package onegrid.gateway.clients;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * OAuth 2.0 client credentials (RFC 6749 §4.4) at the gateway's own address, so that a district system needs one address
 * only. Any of its valid secrets will do; the token itself is Keycloak's. Answers have OAuth's form, not RFC 9457's.
 */
@Path("/oauth2/token")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermitAll
class TokenResource {
    private final Clients clients;
    private final KeycloakClients keycloak;
    private final Clock clock;

    TokenResource(Clients clients, KeycloakClients keycloak, Clock clock) {
        this.clients = clients;
        this.keycloak = keycloak;
        this.clock = clock;
    }

    private record Credentials(String id, String secret) {}

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "A token for a district system, for its client id and secret (client credentials)")
    public Response token(
            @FormParam("grant_type") String grant,
            @FormParam("client_id") String id,
            @FormParam("client_secret") String secret,
            @HeaderParam("Authorization") String authorization) {
        if (grant == null) {
            return refused(400, "invalid_request", "grant_type is missing");
        }
        if (!grant.equals("client_credentials")) {
            return refused(
                    400, "unsupported_grant_type", "Only client_credentials is given here; people sign in at /login");
        }
        if (authorization != null && secret != null) {
            return refused(
                    400, "invalid_request", "The secret comes in one place: the header Authorization, or the body");
        }
        var shown = authorization != null ? basic(authorization) : new Credentials(id, secret);
        if (shown == null || shown.id == null || shown.secret == null) {
            return refused(401, "invalid_client", "Send client_id and client_secret, as Basic or in the body");
        }
        // Not in one transaction with the question to Keycloak: its answer may take seconds.
        return QuarkusTransaction.requiringNew().call(() -> valid(shown))
                ? noStore(Response.ok(keycloak.token(shown.id)))
                : refused(401, "invalid_client", "Unknown client, wrong or ended secret, or a client that is disabled");
    }

    private boolean valid(Credentials shown) {
        var now = clock.instant();
        var client = clients.find(shown.id);
        if (client == null || !client.registered().holdsAt(now)) {
            return false;
        }
        var secret = clients.matching(client.clientId, shown.secret, now);
        if (secret != null) {
            secret.used(now);
        }
        return secret != null;
    }

    /** Both parts are form-encoded before they are joined (RFC 6749 §2.3.1); null when it is something else. */
    private static Credentials basic(String authorization) {
        if (!authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return null;
        }
        try {
            var pair = new String(
                    Base64.getDecoder().decode(authorization.substring(6).strip()), StandardCharsets.UTF_8);
            var colon = pair.indexOf(':');
            return colon < 0
                    ? null
                    : new Credentials(decoded(pair.substring(0, colon)), decoded(pair.substring(colon + 1)));
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static Response refused(int status, String error, String words) {
        var answer = Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .entity(Map.of("error", error, "error_description", words));
        return noStore(status == 401 ? answer.header("WWW-Authenticate", "Basic realm=\"onegrid\"") : answer);
    }

    private static Response noStore(Response.ResponseBuilder answer) {
        return answer.type(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .header("Pragma", "no-cache")
                .build();
    }
}
