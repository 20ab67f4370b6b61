package onegrid.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * All requests of one operation that differ from its example in one place: a parameter, a header, a member of the body,
 * the body as a whole, a content type. Of very many a fixed choice is taken, the same in each run.
 */
public final class HostileRequests {
    private final ApiDocument document;
    private final ApiDocument.Operation operation;
    private final Map<String, String> known;

    /** @param content null for none */
    public record Request(String what, String address, Map<String, String> headers, byte[] content) {}

    /** @param known values of parameters that exist in the district, by name */
    public HostileRequests(ApiDocument document, ApiDocument.Operation operation, Map<String, String> known) {
        this.document = document;
        this.operation = operation;
        this.known = known;
    }

    public List<Request> chosen(int most) {
        var all = all();
        Collections.shuffle(all, new Random(operation.toString().hashCode()));
        return all.subList(0, Math.min(most, all.size()));
    }

    private List<Request> all() {
        var all = new ArrayList<Request>();
        var example = body();
        var type = contentType();
        var plain = type == null ? Map.<String, String>of() : Map.of("Content-Type", type);
        for (var written : operation.node().path("parameters")) {
            var parameter = document.resolve(written);
            var name = parameter.path("name").asText();
            for (var word : Hostile.WORDS) {
                switch (parameter.path("in").asText()) {
                    case "path" -> {
                        if (!word.isEmpty()) { // an empty segment is another address
                            all.add(new Request(
                                    name + "=" + word, address(Map.of(name, word), ""), plain, bytes(example)));
                        }
                    }
                    case "query" ->
                        all.add(new Request(
                                name + "=" + word,
                                address(Map.of(), "&" + name + "=" + encoded(word)),
                                plain,
                                bytes(example)));
                    default -> {
                        if (word.chars().allMatch(c -> c >= 32 && c < 127)) {
                            var headers = new LinkedHashMap<>(plain);
                            headers.put(name, word);
                            all.add(new Request(name + ": " + word, address(Map.of(), ""), headers, bytes(example)));
                        }
                    }
                }
            }
            if (parameter.path("in").asText().equals("query")) {
                all.add(new Request(
                        name + " twice", address(Map.of(), "&" + name + "=1&" + name + "=2"), plain, bytes(example)));
            }
        }
        all.add(new Request("an unknown parameter", address(Map.of(), "&no-such=1"), plain, bytes(example)));
        for (var accept : List.of("text/html", "image/png", "application/json;q=0", "nonsense")) {
            var headers = new LinkedHashMap<>(plain);
            headers.put("Accept", accept);
            all.add(new Request("Accept " + accept, address(Map.of(), ""), headers, bytes(example)));
        }
        if (!operation.method().equals("get")) {
            bodies(all, example, plain);
        }
        return all;
    }

    private void bodies(List<Request> all, JsonNode example, Map<String, String> plain) {
        Hostile.BODIES.forEach(body -> all.add(new Request(
                "body " + new String(body, 0, Math.min(30, body.length), StandardCharsets.UTF_8),
                address(Map.of(), ""),
                plain,
                body)));
        for (var type : List.of("text/plain", "application/xml", "multipart/form-data; boundary=x", "nonsense")) {
            all.add(new Request(
                    "Content-Type " + type, address(Map.of(), ""), Map.of("Content-Type", type), bytes(example)));
        }
        if (example instanceof ObjectNode object) {
            for (var member : members(object)) {
                for (var value : Hostile.VALUES) {
                    var changed = object.deepCopy();
                    ((ObjectNode) changed.at(member.where)).set(member.name, value);
                    all.add(new Request(
                            member.where + "/" + member.name + "=" + brief(value),
                            address(Map.of(), ""),
                            plain,
                            bytes(changed)));
                }
            }
        }
    }

    /** @param where the object that holds it, as a JSON pointer */
    private record Member(String where, String name) {}

    /** Members of the body and of the objects in it, also those that the example leaves out. */
    private List<Member> members(ObjectNode body) {
        var names = new TreeSet<String>();
        body.fieldNames().forEachRemaining(names::add);
        document.resolve(operation.node().at("/requestBody/content/application~1json/schema"))
                .path("properties")
                .fieldNames()
                .forEachRemaining(names::add);
        var members =
                new ArrayList<>(names.stream().map(name -> new Member("", name)).toList());
        body.properties().stream().filter(one -> one.getValue().isObject()).forEach(one -> one.getValue()
                .fieldNames()
                .forEachRemaining(name -> members.add(new Member("/" + one.getKey(), name))));
        return members;
    }

    private String address(Map<String, String> changed, String moreQuery) {
        var path = operation.path();
        var query = new StringBuilder();
        for (var written : operation.node().path("parameters")) {
            var parameter = document.resolve(written);
            var name = parameter.path("name").asText();
            var value = changed.getOrDefault(
                    name, known.getOrDefault(name, parameter.path("example").asText("1")));
            if (parameter.path("in").asText().equals("path")) {
                path = path.replace("{" + name + "}", encoded(value));
            } else if (parameter.path("in").asText().equals("query")
                    && (parameter.path("required").asBoolean() || known.containsKey(name))
                    && !moreQuery.startsWith("&" + name + "=")) {
                query.append('&').append(name).append('=').append(encoded(value));
            }
        }
        query.append(moreQuery);
        return query.isEmpty() ? path : path + "?" + query.substring(1);
    }

    private String contentType() {
        var types = operation.node().path("requestBody").path("content").fieldNames();
        return types.hasNext() ? types.next() : null;
    }

    private JsonNode body() {
        var content = operation.node().path("requestBody").path("content").path(String.valueOf(contentType()));
        return content.has("example") ? content.get("example") : null;
    }

    private byte[] bytes(JsonNode body) {
        if (body == null) {
            return null;
        }
        var text = String.valueOf(contentType()).contains("urlencoded")
                ? body.properties().stream()
                        .map(one -> encoded(one.getKey()) + "="
                                + encoded(
                                        one.getValue().isValueNode()
                                                ? one.getValue().asText()
                                                : one.getValue().toString()))
                        .collect(Collectors.joining("&"))
                : body.isTextual() ? body.asText() : body.toString();
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String brief(JsonNode value) {
        var text = value.toString();
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
