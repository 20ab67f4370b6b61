package onegrid.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeMap;

/** Puts the document of the gateway together: one service's part after the other, always in the same order. */
final class Assembly {
    private static final String SCHEMA = "#/components/schemas/";

    private Assembly() {}

    /** The document with this part in the place of what the service had there before. */
    static ObjectNode with(ObjectNode document, ObjectNode part, String service) {
        var hand = new ByHand();
        var paths = new TreeMap<String, JsonNode>();
        document.path("paths").properties().forEach(path -> {
            var item = ((ObjectNode) path.getValue()).deepCopy();
            item.remove(item.properties().stream()
                    .filter(one -> one.getValue().path("x-service").asText().equals(service)
                            || one.getValue().path("x-service").asText().equals("by-hand"))
                    .map(java.util.Map.Entry::getKey)
                    .toList());
            if (!item.isEmpty()) {
                paths.put(path.getKey(), item);
            }
        });
        add(paths, (ObjectNode) part.path("paths"));
        add(paths, hand.paths());
        var whole = hand.beginning();
        var own = whole.withObject("/components/schemas").deepCopy();
        var schemas = new TreeMap<String, JsonNode>();
        document.path("components")
                .path("schemas")
                .properties()
                .forEach(one -> schemas.put(one.getKey(), one.getValue()));
        part.path("components").path("schemas").properties().forEach(one -> schemas.put(one.getKey(), one.getValue()));
        own.properties().forEach(one -> schemas.put(one.getKey(), one.getValue()));
        var components = whole.withObject("/components");
        whole.set("paths", sorted(paths));
        components.set("schemas", sorted(schemas));
        return used(whole);
    }

    private static void add(TreeMap<String, JsonNode> paths, ObjectNode more) {
        more.properties().forEach(path -> {
            var item = paths.computeIfAbsent(path.getKey(), key -> ApiFiles.JSON.createObjectNode());
            ((ObjectNode) item).setAll((ObjectNode) path.getValue());
        });
    }

    private static ObjectNode sorted(TreeMap<String, JsonNode> members) {
        var object = ApiFiles.JSON.createObjectNode();
        members.forEach(object::set);
        return object;
    }

    /** Without schemas that nobody refers to. */
    static ObjectNode used(ObjectNode document) {
        var schemas = (ObjectNode) document.at("/components/schemas");
        Set<String> reached = new LinkedHashSet<>();
        reach(document.path("paths"), schemas, reached);
        document.path("components").properties().stream()
                .filter(one -> !one.getKey().equals("schemas"))
                .forEach(one -> reach(one.getValue(), schemas, reached));
        schemas.retain(reached);
        return document;
    }

    private static void reach(JsonNode node, ObjectNode schemas, Set<String> reached) {
        for (var reference : node.findValuesAsText("$ref")) {
            if (reference.startsWith(SCHEMA) && reached.add(reference.substring(SCHEMA.length()))) {
                reach(schemas.path(reference.substring(SCHEMA.length())), schemas, reached);
            }
        }
    }
}
