package onegrid.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import onegrid.testing.Contracts;

/**
 * The AsyncAPI 3 document of the topics, made of {@code contracts/asyncapi.hand.json} and of the schemas and samples of
 * {@code contracts/events}. AsyncAPI's own schemas follow draft 7, where nothing stands beside a reference, so a
 * reference with more becomes a part of allOf.
 */
public final class EventDocument {
    private static final String ENDING = ".schema.json";
    private static final String SCHEMAS = "#/components/schemas/";

    private EventDocument() {}

    public static Path file() {
        return Contracts.folder().resolveSibling("asyncapi.json");
    }

    public static ObjectNode made() {
        var document = ApiFiles.read(Contracts.folder().resolveSibling("asyncapi.hand.json"));
        var files = schemas();
        var components = document.withObject("/components");
        var messages = components.putObject("messages");
        files.forEach(
                (type, schema) -> sample(type).ifPresent(sample -> messages.set(type, message(type, schema, sample))));
        var schemas = components.putObject("schemas");
        files.forEach((name, schema) -> {
            schema.path("$defs").properties().forEach(one -> schemas.set(one.getKey(), converted(one.getValue())));
            var own = schema.deepCopy();
            own.remove(List.of("$schema", "$defs"));
            schemas.set(name, converted(own));
        });
        document.path("channels").forEach(channel -> {
            var events = ((ObjectNode) channel).remove("x-events").asText();
            var told = ((ObjectNode) channel).putObject("messages");
            messages.fieldNames().forEachRemaining(type -> {
                if (type.matches(events)) {
                    told.putObject(type).put("$ref", "#/components/messages/" + type);
                }
            });
        });
        return document;
    }

    private static ObjectNode message(String type, ObjectNode schema, JsonNode sample) {
        var message = ApiFiles.JSON.createObjectNode();
        message.put("name", type);
        message.put("title", schema.path("title").asText());
        message.put("contentType", "application/cloudevents+json");
        message.putObject("payload").put("$ref", SCHEMAS + type);
        message.putObject("bindings").putObject("kafka").putObject("key").put("type", "string");
        message.putArray("examples").addObject().put("name", "sample").set("payload", sample);
        return message;
    }

    private static JsonNode converted(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            var converted = ApiFiles.JSON.createObjectNode();
            object.properties()
                    .forEach(member -> converted.set(
                            member.getKey(),
                            member.getKey().equals("$ref")
                                    ? ApiFiles.JSON
                                            .getNodeFactory()
                                            .textNode(
                                                    reference(member.getValue().asText()))
                                    : converted(member.getValue())));
            if (converted.has("$ref") && converted.size() > 1) {
                var whole = ApiFiles.JSON.createObjectNode();
                if (converted.path("title").isTextual()) {
                    whole.set("title", converted.remove("title"));
                }
                var reference = converted.remove("$ref");
                whole.putArray("allOf")
                        .add(ApiFiles.JSON.createObjectNode().set("$ref", reference))
                        .add(converted);
                return whole;
            }
            return converted;
        }
        if (schema.isArray()) {
            var list = ApiFiles.JSON.createArrayNode();
            schema.forEach(one -> list.add(converted(one)));
            return list;
        }
        return schema;
    }

    private static String reference(String written) {
        return written.contains("#/$defs/")
                ? SCHEMAS + written.substring(written.indexOf("#/$defs/") + 8)
                : SCHEMAS + written.replace(ENDING, "");
    }

    private static java.util.Optional<JsonNode> sample(String type) {
        var file = Contracts.folder().resolve(type + ".sample.json");
        return Files.exists(file) ? java.util.Optional.of(ApiFiles.read(file)) : java.util.Optional.empty();
    }

    private static TreeMap<String, ObjectNode> schemas() {
        var found = new TreeMap<String, ObjectNode>();
        try (var files = Files.list(Contracts.folder())) {
            files.filter(file -> file.toString().endsWith(ENDING))
                    .forEach(file -> found.put(file.getFileName().toString().replace(ENDING, ""), ApiFiles.read(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
