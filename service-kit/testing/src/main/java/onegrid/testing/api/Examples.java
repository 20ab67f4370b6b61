package onegrid.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which examples an operation needs, and whether they keep to its schemas. */
public final class Examples {
    private static final Set<String> READABLE =
            Set.of("application/json", "application/ld+json", "application/geo+json", "text/csv", "text/xml");

    private Examples() {}

    /** True when a readable body, asked or answered, is shown nowhere. */
    static boolean missing(JsonNode operation) {
        var asked = operation.path("requestBody").path("content");
        if (asked.has("application/json") && !asked.path("application/json").has("example")) {
            return true;
        }
        for (var answer : operation.path("responses").properties()) {
            var content = answer.getValue().path("content");
            if (answer.getKey().startsWith("2")
                    && content.properties().stream().anyMatch(type -> READABLE.contains(type.getKey()))) {
                return content.properties().stream()
                                .noneMatch(type -> type.getValue().has("example"))
                        && operation.path("responses").properties().stream()
                                .noneMatch(other -> other.getKey().startsWith("2")
                                        && !other.getValue()
                                                .path("content")
                                                .findValues("example")
                                                .isEmpty());
            }
        }
        return false;
    }

    /** What of the examples of the whole document does not keep to its schema. */
    public static List<String> wrong(ApiDocument document) {
        var wrong = new ArrayList<String>();
        for (var operation : document.operations()) {
            check(document, operation + " request", operation.node().path("requestBody"), wrong);
            operation
                    .node()
                    .path("responses")
                    .properties()
                    .forEach(answer -> check(
                            document, operation + " " + answer.getKey(), document.resolve(answer.getValue()), wrong));
            for (var parameter : operation.node().path("parameters")) {
                var one = document.resolve(parameter);
                if (one.has("example")) {
                    document.violations(one.path("schema"), one.path("example"))
                            .forEach(violation -> wrong.add(
                                    operation + " parameter " + one.path("name").asText() + ": " + violation));
                }
            }
        }
        return wrong;
    }

    private static void check(ApiDocument document, String where, JsonNode withContent, List<String> wrong) {
        withContent.path("content").properties().forEach(type -> {
            var examples = new ArrayList<JsonNode>();
            if (type.getValue().has("example")) {
                examples.add(type.getValue().get("example"));
            }
            type.getValue().path("examples").forEach(one -> examples.add(one.path("value")));
            examples.forEach(example -> document.violations(type.getValue().path("schema"), example)
                    .forEach(violation -> wrong.add(where + ": " + violation)));
        });
    }
}
