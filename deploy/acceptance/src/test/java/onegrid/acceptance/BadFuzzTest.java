package onegrid.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import onegrid.acceptance.Api.Answer;
import onegrid.testing.api.ApiDocument;
import onegrid.testing.api.HostileRequests;
import org.junit.jupiter.api.Test;

/**
 * The document of the API, tried out: every parameter and every member of a body with values at and beyond the edges,
 * by somebody without a token, a district system and the centre. Whatever comes in: no 5xx, and an answer as described.
 */
class BadFuzzTest {
    /** Of each operation so many requests, chosen the same way in each run; more with -Donegrid.fuzz.each=… */
    private static final int EACH = Integer.getInteger("onegrid.fuzz.each", 36);

    /** They would change the district under the tests that come after. Without a right to them they are tried, too. */
    private static final Set<String> ONLY_WITHOUT_RIGHTS = Set.of(
            "postBrainPoliciesEnforce",
            "postGridsImports",
            "postGridsChanges",
            "postGridsChangesWithdraw",
            "postDivisionsImports");

    private static final District district = TestDistrict.get();

    private record Finding(String operation, String what, int status, List<String> wrong) {}

    @Test
    void whateverComesInIsAnsweredAsDescribed() {
        var document = new ApiDocument((com.fasterxml.jackson.databind.node.ObjectNode)
                district.anybody().get("/openapi.json").ok().json());
        var places = places(document);
        var sent = new ConcurrentHashMap<Integer, Integer>();

        var findings = document.operations().parallelStream()
                .filter(operation -> !operation.id().equals("getBrainStream"))
                .flatMap(operation -> new HostileRequests(document, operation, places.apply(operation.path()))
                        .chosen(EACH).stream().map(request -> tried(document, operation, request, sent)))
                .filter(finding -> !finding.wrong.isEmpty())
                .toList();

        System.out.println("Fuzz: answers by status " + new TreeMap<>(sent));
        assertThat(findings.stream().map(BadFuzzTest::words).distinct().collect(Collectors.joining("\n")))
                .isEmpty();
        assertThat(sent.values().stream().mapToInt(Integer::intValue).sum())
                .isGreaterThan(document.operations().size());
    }

    private static Finding tried(
            ApiDocument document,
            ApiDocument.Operation operation,
            HostileRequests.Request request,
            Map<Integer, Integer> sent) {
        var who = Math.floorMod((operation + request.what()).hashCode(), 8);
        var api = ONLY_WITHOUT_RIGHTS.contains(operation.id()) || who == 0
                ? district.anybody()
                : who == 1 ? district.asHotline() : district.as("centre");
        var built = api.request(request.address());
        request.headers().forEach(built::setHeader);
        built.method(
                operation.method().toUpperCase(java.util.Locale.ROOT),
                request.content() == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(request.content()));
        var answer = api.send(built);
        sent.merge(answer.status(), 1, Integer::sum);
        return new Finding(operation.toString(), request.what(), answer.status(), wrong(document, operation, answer));
    }

    private static List<String> wrong(ApiDocument document, ApiDocument.Operation operation, Answer answer) {
        if (answer.status() >= 500) {
            return List.of("5xx: " + answer.text());
        }
        var type = answer.headers().firstValue("Content-Type").orElse(null);
        return document.undescribed(operation, answer.status(), type, json(type, answer));
    }

    private static JsonNode json(String type, Answer answer) {
        return type == null || !type.contains("json") || answer.text().isEmpty() ? null : answer.json();
    }

    private static String words(Finding finding) {
        var what = finding.what.length() > 80 ? finding.what.substring(0, 80) + "…" : finding.what;
        return finding.operation + " with " + what + " → " + finding.status + ": " + String.join("; ", finding.wrong);
    }

    /** Parameters that name something: where the list above an address has a row, its id. */
    private static java.util.function.Function<String, Map<String, String>> places(ApiDocument document) {
        var filed = Reports.filed(district, Reports.litter());
        var ids = new ConcurrentHashMap<String, String>();
        return path -> {
            var known = new HashMap<>(
                    Map.of("code", "410212001001", "kind", "GRID_HEAD", "move", "confirm", "version", "1"));
            if (path.startsWith("/api/cases/track/")) {
                known.put("number", filed.at("/number"));
                known.put("token", filed.at("/trackingToken"));
            } else if (path.startsWith("/api/cases/")) {
                known.put("id", filed.at("/id"));
                known.put("number", filed.at("/number"));
            } else if (path.contains("/{id}")) {
                known.put("id", ids.computeIfAbsent(path.substring(0, path.indexOf("/{id}")), BadFuzzTest::firstOf));
            }
            known.keySet().removeIf(name -> !path.contains("{" + name + "}") && !name.equals("token"));
            return known;
        };
    }

    private static String firstOf(String list) {
        var id = district.as("centre")
                .get(list + "?status=all&limit=1")
                .json()
                .at("/items/0/id")
                .asText("");
        return id.isEmpty() ? "00000000-0000-4000-8000-000000000000" : id;
    }
}
