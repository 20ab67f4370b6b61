package onegrid.gateway.clients;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import onegrid.kit.problem.Problem;

/**
 * The clients as Keycloak knows them: a service account each, whose tokens carry roles, scope, unit and post as those of
 * people do. The claims are written out in the client's own mappers, so that managing clients is all that the registrar
 * must be allowed to do. The secret that Keycloak makes for a client is never given away: clients show theirs to the
 * gateway ({@link TokenResource}).
 */
@ApplicationScoped
class KeycloakClients {
    /** Marks what is ours to change; another client of the realm is never touched. */
    private static final String OURS = "onegrid.client";

    private final KeycloakAdmin admin;
    private final Map<String, String> secrets = new ConcurrentHashMap<>();

    KeycloakClients(KeycloakAdmin admin) {
        this.admin = admin;
    }

    /** Makes Keycloak's client as this one is; the same twice is the same once. */
    void keep(Client client) {
        var known = find(client.clientId);
        if (known == null) {
            admin.send("POST", "/clients", representation(client));
            return;
        }
        if (!known.at("/attributes").path(OURS).asBoolean()) {
            throw new Problem(
                    409, "stored-before", "The sign-in server has another client of the name " + client.clientId);
        }
        var address = "/clients/" + known.path("id").asText();
        admin.send("PUT", address, representation(client));
        var mappers = address + "/protocol-mappers/models";
        for (var old : admin.read(mappers)) {
            admin.send("DELETE", mappers + "/" + old.path("id").asText(), null);
        }
        admin.send("POST", address + "/protocol-mappers/add-models", mappers(client));
    }

    /** A token of this client, as Keycloak answers it. */
    JsonNode token(String clientId) {
        var secret = secrets.computeIfAbsent(clientId, this::secret);
        var answer = admin.token(clientId, secret);
        if (answer == null) { // somebody made a new one in Keycloak
            secrets.remove(clientId, secret);
            answer = admin.token(clientId, secrets.computeIfAbsent(clientId, this::secret));
        }
        if (answer == null) {
            throw new Problem(503, "unavailable", "The sign-in server does not know this client as it should");
        }
        return answer;
    }

    private String secret(String clientId) {
        var known = find(clientId);
        if (known == null) {
            throw new Problem(
                    503, "unavailable", "The sign-in server has lost this client: change it once, and it is back");
        }
        return admin.read("/clients/" + known.path("id").asText() + "/client-secret")
                .path("value")
                .asText();
    }

    private JsonNode find(String clientId) {
        var found = admin.read("/clients?clientId=" + clientId);
        return found.isEmpty() ? null : found.get(0);
    }

    private static Map<String, Object> representation(Client client) {
        return Map.ofEntries(
                entry("clientId", client.clientId),
                entry("name", client.name),
                entry("description", client.organisation),
                entry("protocol", "openid-connect"),
                entry("publicClient", false),
                entry("standardFlowEnabled", false),
                entry("directAccessGrantsEnabled", false),
                entry("serviceAccountsEnabled", true),
                entry("enabled", client.state == Client.State.ACTIVE),
                entry("fullScopeAllowed", false),
                entry("attributes", Map.of(OURS, "true")),
                entry("protocolMappers", mappers(client)));
    }

    private static List<Map<String, Object>> mappers(Client client) {
        var mappers = new ArrayList<Map<String, Object>>();
        for (var role : client.roles) {
            mappers.add(mapper("role " + role, "oidc-hardcoded-role-mapper", Map.of("role", role)));
        }
        var scope = client.gridScope.stream().map(prefix -> '"' + prefix + '"').toList();
        mappers.add(claim("grid_scope", scope.toString(), "JSON"));
        mappers.add(claim("post", client.name, "String"));
        if (client.unit != null) {
            mappers.add(claim("unit", client.unit, "String"));
        }
        mappers.add(mapper(
                "audience",
                "oidc-audience-mapper",
                Map.of(
                        "included.custom.audience", "onegrid",
                        "access.token.claim", "true",
                        "id.token.claim", "false",
                        "introspection.token.claim", "true")));
        return mappers;
    }

    private static Map<String, Object> claim(String name, String value, String type) {
        return mapper(
                name,
                "oidc-hardcoded-claim-mapper",
                Map.of(
                        "claim.name",
                        name,
                        "claim.value",
                        value,
                        "jsonType.label",
                        type,
                        "access.token.claim",
                        "true",
                        "id.token.claim",
                        "false",
                        "introspection.token.claim",
                        "true"));
    }

    private static Map<String, Object> mapper(String name, String kind, Map<String, String> config) {
        return Map.of("name", name, "protocol", "openid-connect", "protocolMapper", kind, "config", config);
    }
}
