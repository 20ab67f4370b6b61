package onegrid.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A request that a test has sent and the answer that it got: {@code {"request":{"path","body"},
 * "answer":{"status","contentType","body"}}}.
 */
record Example(JsonNode content) {

    static Optional<Example> of(String operationId) {
        var file = ApiFiles.example(operationId);
        return Files.exists(file) ? Optional.of(new Example(ApiFiles.read(file))) : Optional.empty();
    }

    /** Puts the parts of the example where they belong in the operation. */
    void into(ObjectNode operation, String path) {
        parameters(operation, path);
        var asked = content.path("request").path("body");
        if (!asked.isMissingNode()) {
            var types = operation.path("requestBody").path("content");
            types.properties().stream().limit(1).forEach(type -> ((ObjectNode) type.getValue()).set("example", asked));
        }
        var answer = content.path("answer");
        var type = answer.path("contentType").asText().split(";")[0].strip();
        if (operation
                                .path("responses")
                                .path(answer.path("status").asText())
                                .path("content")
                                .get(type)
                        instanceof ObjectNode media
                && answer.has("body")) {
            media.set("example", answer.get("body"));
        }
    }

    private void parameters(ObjectNode operation, String path) {
        var asked = URI.create(content.path("request").path("path").asText(""));
        var values = new HashMap<String, String>();
        if (asked.getRawQuery() != null) {
            for (var pair : asked.getRawQuery().split("&")) {
                var parts = pair.split("=", 2);
                values.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
            }
        }
        values.putAll(inPath(path, asked.getRawPath()));
        for (var parameter : operation.path("parameters")) {
            var value = values.get(parameter.path("name").asText());
            if (value != null && parameter instanceof ObjectNode node) {
                node.set("example", typed(value, node.path("schema")));
            }
        }
    }

    private static Map<String, String> inPath(String template, String path) {
        var names = Pattern.compile("\\{(\\w+)\\}")
                .matcher(template)
                .results()
                .map(one -> one.group(1))
                .toList();
        var values = new HashMap<String, String>();
        var words =
                Pattern.compile(template.replaceAll("\\{\\w+\\}", "([^/]+)")).matcher(String.valueOf(path));
        if (words.matches()) {
            for (int i = 0; i < names.size(); i++) {
                values.put(names.get(i), decoded(words.group(i + 1)));
            }
        }
        return values;
    }

    /** {@code true} and {@code 20} as the schema has them. */
    private static JsonNode typed(String value, JsonNode schema) {
        var types = schema.path("type").toString();
        var plain = types.contains("boolean") && value.matches("true|false")
                || types.contains("integer") && value.matches("-?[0-9]{1,18}")
                || types.contains("number") && value.matches("-?[0-9]+(\\.[0-9]+)?");
        try {
            return plain
                    ? ApiFiles.JSON.readTree(value)
                    : ApiFiles.JSON.getNodeFactory().textNode(value);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
