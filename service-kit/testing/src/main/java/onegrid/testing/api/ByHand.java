package onegrid.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What a person writes about the API, {@code contracts/openapi.hand.json}: its members {@code x-…} are rules for the
 * making of the document and do not appear in it, everything else does.
 */
final class ByHand {
    private final ObjectNode content;

    ByHand() {
        this.content = ApiFiles.read(ApiFiles.byHand());
    }

    /** The beginning of the document: title, tags, shared parameters and answers; without addresses. */
    ObjectNode beginning() {
        var beginning = content.deepCopy();
        beginning.remove(beginning.properties().stream()
                .map(Map.Entry::getKey)
                .filter(key -> key.startsWith("x-") || key.equals("paths"))
                .toList());
        return beginning;
    }

    /** Addresses that no resource method serves. */
    ObjectNode paths() {
        var paths = content.withObject("/paths").deepCopy();
        paths.forEach(item -> item.properties().forEach(method -> {
            var operation = (ObjectNode) method.getValue();
            Example.of(operation.path("operationId").asText()).ifPresent(example -> example.into(operation, ""));
        }));
        return paths;
    }

    String tag(String path) {
        return StreamSupport.stream(content.path("x-tags").spliterator(), false)
                .filter(row -> path.matches(row.path("path").asText()))
                .map(row -> row.path("tag").asText())
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "no tag for " + path + ": add a row to x-tags of contracts/openapi.hand.json"));
    }

    /** Public: a token may be sent and need not. The gateway's own test holds this against its table. */
    ArrayNode security(String http, String path) {
        var known = (ArrayNode) content.path("x-security").path("known");
        var anybody = StreamSupport.stream(
                        content.path("x-security").path("public").spliterator(), false)
                .anyMatch(row -> row.path("method").asText().equals(http)
                        && path.matches(row.path("path").asText()));
        var all = ApiFiles.JSON.createArrayNode();
        if (anybody) {
            all.addObject();
        }
        return all.addAll(known.deepCopy());
    }

    String words(String status, String said) {
        return content.path("x-words").path(status).asText(said);
    }

    /** What a file of this content type is: annotations say its type only. */
    Optional<ObjectNode> file(String contentType) {
        return content.path("x-files").get(contentType) instanceof ObjectNode schema
                ? Optional.of(schema.deepCopy())
                : Optional.empty();
    }

    /** With a description and an example, where we have them. */
    ObjectNode parameter(ObjectNode parameter) {
        var words = content.path("x-parameters").path(parameter.path("name").asText());
        words.properties().forEach(word -> {
            if (!parameter.has(word.getKey())) {
                parameter.set(word.getKey(), word.getValue());
            }
        });
        return parameter;
    }

    /** Names of shared answers by status. */
    Map<String, String> errors(String http, String path, boolean takesBody, boolean conditional) {
        var names = new LinkedHashMap<String, String>();
        for (var row : content.path("x-errors")) {
            var when = row.path("when").asText();
            if (path.matches(row.path("path").asText())
                    && (when.isEmpty()
                            || when.equals("read") && http.equals("get")
                            || when.equals("write") && !http.equals("get")
                            || when.equals("body") && takesBody
                            || when.equals("condition") && conditional)) {
                row.path("answers")
                        .properties()
                        .forEach(answer ->
                                names.put(answer.getKey(), answer.getValue().asText()));
            }
        }
        return names;
    }

    /** The summary for people who read Chinese, by the operation's name. */
    Optional<String> chinese(String operationId) {
        return content.path("x-chinese").properties().stream()
                .filter(row -> operationId.matches(row.getKey()))
                .map(row -> row.getValue().asText())
                .findFirst();
    }

    /** What the annotations cannot say: each member, and each answer by status, takes the place of what is there. */
    void overlay(String operationId, ObjectNode operation) {
        content.path("x-overlay").path(operationId).properties().forEach(member -> {
            if (member.getKey().equals("responses")) {
                var answers = operation.withObject("/responses");
                member.getValue().properties().forEach(answer -> put(answers, answer));
            } else {
                put(operation, member);
            }
        });
    }

    private static void put(ObjectNode into, Map.Entry<String, JsonNode> member) {
        if (member.getValue().isNull()) {
            into.remove(member.getKey());
        } else {
            into.set(member.getKey(), member.getValue().deepCopy());
        }
    }
}
