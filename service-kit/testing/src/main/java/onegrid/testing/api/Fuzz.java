package onegrid.testing.api;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import onegrid.testing.Tokens;

/**
 * Hostile requests to one service under test, without the rest of the suite: quicker than the acceptance tests' run
 * over the whole stack, for whoever looks for a mistake. {@code -Donegrid.fuzz=60} sends so many to each operation.
 */
final class Fuzz {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ApiDocument document;

    Fuzz(ApiDocument document) {
        this.document = document;
    }

    /** What was answered with 5xx, or not as described. */
    List<String> of(String service, int each) {
        return document.operations().stream()
                .filter(one -> one.service().equals(service) && !one.path().endsWith("/stream"))
                .flatMap(one -> new HostileRequests(document, one, Map.of("code", "410212001001", "kind", "GRID_HEAD"))
                        .chosen(each).stream().flatMap(request -> wrong(one, request).stream()))
                .distinct()
                .toList();
    }

    private List<String> wrong(ApiDocument.Operation operation, HostileRequests.Request request) {
        var built = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + request.address()))
                .header("Authorization", "Bearer " + token(operation))
                .header("Accept", "application/json, application/*;q=0.9, text/*;q=0.5, image/*;q=0.5")
                .method(
                        operation.method().toUpperCase(Locale.ROOT),
                        request.content() == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(request.content()));
        request.headers().forEach(built::setHeader);
        try {
            var answer = http.send(built.build(), BodyHandlers.ofString());
            var type = answer.headers().firstValue("Content-Type").orElse(null);
            var json = type != null && type.contains("json") && !answer.body().isEmpty()
                    ? ApiFiles.JSON.readTree(answer.body())
                    : null;
            var wrong = answer.statusCode() >= 500
                    ? List.of(answer.body())
                    : document.undescribed(operation, answer.statusCode(), type, json);
            var what = request.what().length() > 60 ? request.what().substring(0, 60) + "…" : request.what();
            return wrong.stream()
                    .map(one -> operation + " with " + what + " → " + answer.statusCode() + " " + one)
                    .toList();
        } catch (IOException e) {
            return List.of(operation + " with " + request.what() + ": " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Somebody who may do it. */
    private static String token(ApiDocument.Operation operation) {
        var roles = operation.node().path("x-roles");
        var role = roles.toString().contains("\"centre\"") || roles.isEmpty()
                ? "centre"
                : roles.get(0).asText();
        return Tokens.of(role).in("410212").unit(role).token();
    }
}
