package onegrid.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Lists or replays the messages that a service could not digest, signed in as the sample system administrator. */
final class DeadLetters {
    private static final Map<String, String> AREAS = Map.of(
            "grid-service", "cases",
            "party-org-service", "party",
            "property-service", "property",
            "new-sector-service", "new-sector",
            "gateway", "brain");

    private final Stack stack;
    private final Console console;
    private final HttpClient http = HttpClient.newHttpClient();

    DeadLetters(Stack stack, Console console) {
        this.stack = stack;
        this.console = console;
    }

    int run(List<String> arguments) {
        if (arguments.size() < 2 || !AREAS.containsKey(arguments.get(1))) {
            throw new StackProblem("Usage: ./onegrid dead-letters list|replay <service> [id]; services: "
                    + AREAS.keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        var letters = stack.part(arguments.get(1)) instanceof ServiceProcess service
                ? service.url() + "/api/" + AREAS.get(service.name()) + "/ops/dead-letters"
                : "";
        switch (arguments.getFirst()) {
            case "list" -> console.line("%s", ask("GET", letters).toPrettyString());
            case "replay" ->
                console.line("%s", ask("POST", letters + replay(arguments)).toPrettyString());
            default -> throw new StackProblem("`dead-letters` can `list` and `replay`.");
        }
        return 0;
    }

    private static String replay(List<String> arguments) {
        return arguments.size() > 2 ? "/" + encoded(arguments.get(2)) + "/replay" : "/replay-all";
    }

    private JsonNode ask(String method, String address) {
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + token())
                .method(method, HttpRequest.BodyPublishers.noBody()));
    }

    private String token() {
        var form = Map.of(
                        "grant_type", "password",
                        "client_id", "onegrid-cli",
                        "client_secret", stack.secrets().of("onegrid-cli"),
                        "username", "system-admin",
                        "password", Accounts.PASSWORD)
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(stack.keycloak().realmUrl() + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)))
                .path("access_token")
                .asText();
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new StackProblem(answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
            }
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new StackProblem("No answer (" + e + "). Does OneGrid run? `./onegrid status` tells.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackProblem("Interrupted");
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
