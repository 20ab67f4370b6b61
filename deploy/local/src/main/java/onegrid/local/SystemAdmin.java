package onegrid.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks a running stack as its sample system administrator. */
final class SystemAdmin {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Stack stack;
    private final HttpClient http = HttpClient.newHttpClient();

    SystemAdmin(Stack stack) {
        this.stack = stack;
    }

    record Answer(int status, String text) {
        JsonNode json() {
            try {
                return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
            } catch (IOException e) {
                throw new StackProblem("Not JSON: " + text, e);
            }
        }
    }

    /** @param body as JSON; null: none. Throws when the answer is not 2xx. */
    Answer ask(String method, String address, Object body) {
        var answer = tryTo(method, address, body);
        if (answer.status >= 300) {
            throw new StackProblem(address + " answered " + answer.status + ": " + answer.text);
        }
        return answer;
    }

    Answer tryTo(String method, String address, Object body) {
        return send(HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(
                                        JSON.valueToTree(body).toString())));
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
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var answer =
                send(HttpRequest.newBuilder(URI.create(stack.keycloak().realmUrl() + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
        if (answer.status != 200) {
            throw new StackProblem("The sample system administrator cannot sign in: " + answer.text);
        }
        return answer.json().path("access_token").asText();
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (IOException e) {
            throw new StackProblem("No answer (" + e + "). Does OneGrid run? `./onegrid status` tells.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackProblem("Interrupted");
        }
    }
}
