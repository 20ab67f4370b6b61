package onegrid.testing.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.net.URI;
import java.nio.file.Files;
import java.util.stream.Collectors;

/** Keeps a request and its answer as an example: of several the one that shows most and is still read at a glance. */
final class Recorder {
    private static final int AT_A_GLANCE = 3500;
    private static final int LONGEST_LIST = 2;

    private Recorder() {}

    static synchronized void keep(
            ApiDocument.Operation operation, URI asked, Object sent, Response answer, JsonNode body) {
        if (answer.statusCode() / 100 != 2) {
            return;
        }
        var example = ApiFiles.JSON.createObjectNode();
        var request = example.putObject("request");
        request.put("path", asked.getRawPath() + (asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery()));
        if (sent instanceof String text && text.startsWith("{")) {
            request.set("body", parsed(text));
        }
        var answered = example.putObject("answer");
        answered.put("status", answer.statusCode());
        if (answer.contentType() != null && !answer.contentType().isEmpty()) {
            answered.put("contentType", answer.contentType().split(";")[0]);
        }
        if (body != null) {
            answered.set("body", shortened(body));
        } else if (answer.contentType() != null && answer.contentType().contains("xml")) {
            answered.put("body", answer.asString());
        } else if (answer.contentType() != null && answer.contentType().contains("csv")) {
            var lines = answer.asString().lines().limit(4).collect(Collectors.joining("\n"));
            answered.put("body", lines.substring(0, Math.min(lines.length(), AT_A_GLANCE / 2)));
        }
        var file = ApiFiles.example(operation.id());
        if (!Files.exists(file) || better(example, ApiFiles.read(file))) {
            ApiFiles.write(file, example);
        }
    }

    private static boolean better(ObjectNode one, ObjectNode other) {
        return worth(one) > worth(other);
    }

    private static int worth(ObjectNode example) {
        var length = example.toString().length();
        return length <= AT_A_GLANCE ? length : 2 * AT_A_GLANCE - length;
    }

    private static JsonNode parsed(String text) {
        try {
            return ApiFiles.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return ApiFiles.JSON.createObjectNode();
        }
    }

    private static JsonNode shortened(JsonNode value) {
        if (value instanceof ArrayNode list) {
            var kept = list.size() > 0 && list.get(0).isValueNode() ? Math.max(list.size(), 1) : LONGEST_LIST;
            while (list.size() > kept) {
                list.remove(list.size() - 1);
            }
        }
        value.forEach(Recorder::shortened);
        return value;
    }
}
