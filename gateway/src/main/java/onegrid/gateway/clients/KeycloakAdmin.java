package onegrid.gateway.clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import onegrid.kit.problem.Problem;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Keycloak's admin API and token endpoint, as the registrar: a client of its own whose service account has the role
 * manage-clients and nothing else. Its token goes to Keycloak only.
 */
@ApplicationScoped
class KeycloakAdmin {
    private static final Logger LOG = Logger.getLogger(KeycloakAdmin.class);
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final ObjectMapper json;
    private final Clock clock;
    private final URI realm;
    private final String id;
    private final String secret;
    private volatile Held held = new Held(null, Instant.MIN);

    KeycloakAdmin(
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "onegrid.keycloak.realm-url") URI realm,
            @ConfigProperty(name = "onegrid.keycloak.registrar.id", defaultValue = "onegrid-registrar") String id,
            @ConfigProperty(name = "onegrid.keycloak.registrar.secret") String secret) {
        this.json = json;
        this.clock = clock;
        this.realm = realm;
        this.id = id;
        this.secret = secret;
    }

    private record Held(String token, Instant until) {}

    /** Null when Keycloak does not accept the secret. */
    JsonNode token(String client, String secret) {
        var form = "grant_type=client_credentials&client_id=" + encoded(client) + "&client_secret=" + encoded(secret);
        var answer = exchange(HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        return switch (answer.statusCode()) {
            case 200 -> parsed(answer);
            case 400, 401 -> null;
            default -> throw refused("POST", "/token", answer);
        };
    }

    JsonNode read(String address) {
        return parsed(asRegistrar("GET", address, null));
    }

    /** @param body null: none */
    void send(String method, String address, Object body) {
        asRegistrar(method, address, body);
    }

    private HttpResponse<String> asRegistrar(String method, String address, Object body) {
        var answer = ask(method, address, body);
        if (answer.statusCode() == 401) { // Keycloak has new keys, or was set up anew
            held = new Held(null, Instant.MIN);
            answer = ask(method, address, body);
        }
        if (answer.statusCode() >= 300) {
            throw refused(method, address, answer);
        }
        return answer;
    }

    private HttpResponse<String> ask(String method, String address, Object body) {
        var request = HttpRequest.newBuilder(
                        URI.create(realm.toString().replaceFirst("/realms/", "/admin/realms/") + address))
                .header("Authorization", "Bearer " + registrar())
                .header("Content-Type", "application/json");
        return exchange(request.method(
                method,
                body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(written(body))));
    }

    private String registrar() {
        var now = clock.instant();
        var current = held;
        if (now.isBefore(current.until())) {
            return current.token();
        }
        var answer = token(id, secret);
        if (answer == null) {
            throw new Problem(
                    503,
                    "unavailable",
                    "The sign-in server does not accept the gateway's registrar: tell the operator");
        }
        var life = answer.path("expires_in").asLong();
        held = new Held(answer.path("access_token").asText(), now.plusSeconds(life / 2));
        return held.token();
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            LOG.warnf("Keycloak does not answer: %s", e.toString());
            throw new Problem(503, "unavailable", "Sign-in is not reachable right now; nothing was changed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(503, "unavailable", "Stopped while waiting for the sign-in server");
        }
    }

    private static Problem refused(String method, String address, HttpResponse<String> answer) {
        LOG.errorf("Keycloak refused %s %s with %d: %s", method, address, answer.statusCode(), answer.body());
        return new Problem(
                503,
                "unavailable",
                "The sign-in server refused this with " + answer.statusCode() + "; nothing was changed");
    }

    private JsonNode parsed(HttpResponse<String> answer) {
        try {
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException("Keycloak did not answer JSON", e);
        }
    }

    private String written(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
