package onegrid.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Two schemas of two documents: what the new one asks more of a caller, or promises less. */
final class Schemas {
    private static final Set<String> UPPER = Set.of("maxLength", "maximum", "maxItems", "exclusiveMaximum");
    private static final Set<String> LOWER = Set.of("minLength", "minimum", "minItems", "exclusiveMinimum");

    private final JsonNode released;
    private final JsonNode now;
    private final Set<String> seen = new HashSet<>();
    private final List<String> found = new ArrayList<>();

    Schemas(JsonNode released, JsonNode now) {
        this.released = released;
        this.now = now;
    }

    List<String> asked(String where, JsonNode before, JsonNode after) {
        compare(where, before, after, true);
        return found;
    }

    List<String> answered(String where, JsonNode before, JsonNode after) {
        compare(where, before, after, false);
        return found;
    }

    private void compare(String where, JsonNode oldSchema, JsonNode newSchema, boolean asked) {
        if (!seen.add(oldSchema + "→" + newSchema) || oldSchema.isMissingNode()) {
            return;
        }
        var before = flat(oldSchema, released, new HashSet<>());
        var after = flat(newSchema, now, new HashSet<>());
        types(where, before, after, asked);
        words(where, before, after, asked);
        if (asked) {
            limits(where, before, after);
        }
        fields(where, before, after, asked);
        if (before.has("items") && after.has("items")) {
            compare(where + "[]", before.get("items"), after.get("items"), asked);
        }
    }

    private void types(String where, JsonNode before, JsonNode after, boolean asked) {
        var old = list(before.path("type"));
        var fresh = list(after.path("type"));
        if (old.isEmpty() || fresh.isEmpty()) {
            return;
        }
        if (old.contains("number")) {
            old.add("integer");
        }
        if (fresh.contains("number")) {
            fresh.add("integer");
        }
        if (asked ? !fresh.containsAll(old) : !old.containsAll(fresh)) {
            found.add(where + " was " + String.join(" or ", old) + ", is " + String.join(" or ", fresh));
        }
    }

    private void words(String where, JsonNode before, JsonNode after, boolean asked) {
        if (asked && after.has("enum")) {
            var fresh = list(after.path("enum"));
            list(before.path("enum")).stream()
                    .filter(word -> !fresh.contains(word))
                    .forEach(word -> found.add(where + " does not take " + word + " any more"));
            if (!before.has("enum")) {
                found.add(where + " takes only some words now");
            }
        }
    }

    private void limits(String where, JsonNode before, JsonNode after) {
        for (var limit : after.properties()) {
            var old = before.path(limit.getKey());
            if (UPPER.contains(limit.getKey())
                            && (old.isMissingNode() || limit.getValue().asDouble() < old.asDouble())
                    || LOWER.contains(limit.getKey())
                            && (old.isMissingNode()
                                    ? limit.getValue().asDouble() > 0
                                    : limit.getValue().asDouble() > old.asDouble())) {
                found.add(where + " has a narrower " + limit.getKey());
            }
        }
        if (after.has("pattern") && !after.path("pattern").equals(before.path("pattern"))) {
            found.add(where + " has another pattern");
        }
    }

    private void fields(String where, JsonNode before, JsonNode after, boolean asked) {
        var oldAlways = list(before.path("required"));
        var always = list(after.path("required"));
        before.path("properties").properties().forEach(field -> {
            var name = where + "/" + field.getKey();
            if (!after.path("properties").has(field.getKey())) {
                found.add(name + " is gone");
            } else {
                compare(name, field.getValue(), after.path("properties").path(field.getKey()), asked);
            }
        });
        if (asked) {
            always.stream()
                    .filter(name -> !oldAlways.contains(name))
                    .forEach(name -> found.add(where + "/" + name + " is needed now"));
        } else {
            oldAlways.stream()
                    .filter(name ->
                            !always.contains(name) && after.path("properties").has(name))
                    .forEach(name -> found.add(where + "/" + name + " may be left out now"));
        }
    }

    /** Follows references, lays the parts of allOf over one another, and reads "this or null" as one type more. */
    private static ObjectNode flat(JsonNode schema, JsonNode root, Set<String> followed) {
        var flat = ApiFiles.JSON.createObjectNode();
        if (schema.has("$ref") && followed.add(schema.get("$ref").asText())) {
            lay(flat, flat(root.at(schema.get("$ref").asText().substring(1)), root, followed));
        }
        schema.path("allOf").forEach(part -> lay(flat, flat(part, root, followed)));
        var choices =
                StreamSupport.stream(schema.path("anyOf").spliterator(), false).toList();
        if (choices.size() == 2 && choices.get(1).path("type").asText().equals("null")) {
            lay(flat, flat(choices.get(0), root, followed));
            var types = list(flat.path("type"));
            if (!types.isEmpty()) {
                types.add("null");
                flat.set("type", ApiFiles.JSON.valueToTree(types));
            }
        }
        if (schema instanceof ObjectNode own) {
            lay(flat, own);
        }
        return flat;
    }

    private static void lay(ObjectNode into, ObjectNode more) {
        more.properties().forEach(member -> {
            if (member.getKey().equals("properties")) {
                member.getValue().properties().forEach(field -> {
                    var fields = into.withObject("/properties");
                    if (fields.get(field.getKey()) instanceof ObjectNode known
                            && field.getValue() instanceof ObjectNode) {
                        var both = ApiFiles.JSON.createObjectNode();
                        both.putArray("allOf").add(known.deepCopy()).add(field.getValue());
                        fields.set(field.getKey(), both);
                    } else {
                        fields.set(field.getKey(), field.getValue());
                    }
                });
            } else if (member.getKey().equals("required")) {
                var all = list(into.path("required"));
                all.addAll(list(member.getValue()));
                into.set("required", ApiFiles.JSON.valueToTree(all));
            } else {
                into.set(member.getKey(), member.getValue());
            }
        });
    }

    private static Set<String> list(JsonNode words) {
        var all = new LinkedHashSet<String>();
        if (words.isValueNode() && !words.isNull()) {
            all.add(words.asText());
        }
        words.forEach(word -> all.add(word.asText()));
        return all;
    }
}
