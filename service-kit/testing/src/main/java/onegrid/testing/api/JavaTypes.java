package onegrid.testing.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Goes through schemas and the Java types behind them side by side. A description made from annotations alone does not
 * know which fields are always there, which may be null, and which of several records named {@code Row} is meant.
 */
final class JavaTypes {
    private static final String SCHEMA = "#/components/schemas/";

    /** Who writes a value: the caller, or we. */
    enum Use {
        ASKED,
        ANSWERED
    }

    private static final Set<String> PLAIN = Set.of("UUID", "OffsetDateTime", "LocalDate", "Instant", "JsonNode");

    /** Whatever it is of, it is there, unless it is a number in a box. Every answer of every test is held against it. */
    private static final Set<String> ALWAYS_SAID = Set.of("id", "number", "code", "status", "statusName", "state");

    private record Known(Class<?> type, Map<String, Type> variables, Set<Use> uses) {}

    private final ObjectNode schemas;
    private final Map<String, Known> known = new LinkedHashMap<>();

    JavaTypes(ObjectNode schemas) {
        this.schemas = schemas;
    }

    void walk(ObjectNode schema, Type type, Use use) {
        walk(schema, type, Map.of(), use);
    }

    private void walk(ObjectNode schema, Type asked, Map<String, Type> variables, Use use) {
        var type = variables.getOrDefault(asked.getTypeName(), asked);
        if (type instanceof Class<?> array && array.isArray() && schema.has("items")) {
            walk((ObjectNode) schema.get("items"), array.getComponentType(), variables, use);
            return;
        }
        var raw = raw(type);
        if (Collection.class.isAssignableFrom(raw)) {
            argument(type, 0).ifPresent(item -> child(schema, "items", item, variables, use));
        } else if (Map.class.isAssignableFrom(raw)) {
            argument(type, 1).ifPresent(value -> child(schema, "additionalProperties", value, variables, use));
        } else if (schema.has("$ref")) {
            named(schema.get("$ref").asText().substring(SCHEMA.length()), type, raw, variables, use);
        } else if (raw.isRecord() && schema.has("properties")) {
            fields(schema, raw, bound(type, raw, variables), use);
        }
    }

    private void child(ObjectNode schema, String member, Type type, Map<String, Type> variables, Use use) {
        if (schema.get(member) instanceof ObjectNode child) {
            walk(child, type, variables, use);
        }
    }

    private void named(String name, Type type, Class<?> raw, Map<String, Type> variables, Use use) {
        var one = known.computeIfAbsent(
                name, n -> new Known(raw, bound(type, raw, variables), EnumSet.noneOf(Use.class)));
        if (!one.uses.add(use) || !(schemas.get(name) instanceof ObjectNode schema)) {
            return;
        }
        if (raw.isSealed() && schema.get("oneOf") instanceof ArrayNode choices) {
            var subtypes = raw.getPermittedSubclasses();
            for (int i = 0; i < Math.min(choices.size(), subtypes.length); i++) {
                walk((ObjectNode) choices.get(i), subtypes[i], Map.of(), use);
                discriminated(raw, subtypes[i], choices.get(i).path("$ref").asText());
            }
        }
        fields(schema, raw, one.variables, use);
    }

    /** The member that says which of several records is meant stands in none of them in Java. */
    private void discriminated(Class<?> raw, Class<?> subtype, String reference) {
        var by = raw.getAnnotation(JsonTypeInfo.class);
        var names = raw.getAnnotation(JsonSubTypes.class);
        if (by == null || names == null || !reference.startsWith(SCHEMA)) {
            return;
        }
        var schema = (ObjectNode) schemas.get(reference.substring(SCHEMA.length()));
        Stream.of(names.value()).filter(one -> one.value() == subtype).forEach(one -> {
            schema.withObject("/properties/" + by.property()).put("const", one.name());
            schema.withArray("/required").add(by.property());
        });
    }

    private void fields(ObjectNode schema, Class<?> raw, Map<String, Type> variables, Use use) {
        for (var component : components(raw)) {
            if (schema.path("properties").get(component.getName()) instanceof ObjectNode field) {
                walk(field, component.getGenericType(), variables, use);
            }
        }
    }

    /** Says what is always there and what may be null; then gives each schema the name of its record. */
    void finish(ObjectNode document) {
        spellOutPlainTypes(document);
        known.forEach((name, one) -> {
            if (one.type.isRecord() && schemas.get(name) instanceof ObjectNode schema && schema.has("properties")) {
                describe(schema, one);
            }
        });
        rename(document);
    }

    /** A time or an id says what it is in place; a reference to "UUID" tells nobody anything. */
    private void spellOutPlainTypes(ObjectNode document) {
        for (var reference : document.findParents("$ref")) {
            var name = reference.get("$ref").asText();
            if (name.startsWith(SCHEMA) && PLAIN.contains(name.substring(SCHEMA.length()))) {
                var plain = (ObjectNode) reference;
                plain.remove("$ref");
                plain.setAll(plainly(schemas.path(name.substring(SCHEMA.length()))));
            }
        }
    }

    private static ObjectNode plainly(JsonNode schema) {
        var plain = ((ObjectNode) schema).deepCopy();
        plain.retain(schema.has("properties") ? List.of() : List.of("type", "format", "pattern")); // JsonNode: anything
        return plain;
    }

    private static void describe(ObjectNode schema, Known one) {
        var asked = one.uses.contains(Use.ASKED);
        var fields = (ObjectNode) schema.get("properties");
        var always = new ArrayList<String>();
        for (var component : components(one.type)) {
            var name = component.getName();
            if (!(fields.get(name) instanceof ObjectNode field)) {
                continue;
            }
            if (component.getAccessor().isAnnotationPresent(JsonRawValue.class)) {
                field.removeAll();
            } else if (mayBeNull(component, asked)) {
                fields.set(name, orNull(field));
            }
            if (!asked && !component.getAccessor().isAnnotationPresent(JsonInclude.class)) {
                always.add(name);
            }
        }
        if (asked) {
            if (one.uses.size() == 1) {
                schema.put("additionalProperties", false); // an unknown field is refused
            }
        } else if (!always.isEmpty()) {
            schema.set("required", ApiFiles.JSON.valueToTree(always));
        }
    }

    private static boolean mayBeNull(RecordComponent component, boolean asked) {
        var type = component.getType();
        if (type.isPrimitive()
                || component.getAccessor().isAnnotationPresent(NotNull.class)
                || component.getAccessor().isAnnotationPresent(NotBlank.class)
                || component.getAccessor().isAnnotationPresent(NotEmpty.class)) {
            return false;
        }
        return asked
                || !(ALWAYS_SAID.contains(component.getName()) && !Number.class.isAssignableFrom(type))
                        && !Collection.class.isAssignableFrom(type)
                        && !Map.class.isAssignableFrom(type);
    }

    private static ObjectNode orNull(ObjectNode field) {
        if (field.has("$ref")) {
            var either = ApiFiles.JSON.createObjectNode();
            if (field.has("description")) {
                either.set("description", field.remove("description"));
            }
            either.putArray("anyOf").add(field).addObject().put("type", "null");
            return either;
        }
        if (field.path("type").isTextual()) {
            var type = field.get("type").asText();
            field.putArray("type").add(type).add("null");
            if (field.get("enum") instanceof ArrayNode words) {
                words.addNull();
            }
        }
        return field;
    }

    private void rename(ObjectNode document) {
        var names = new LinkedHashMap<String, String>();
        known.forEach((name, one) -> names.put(name, name(one)));
        var renamed = ApiFiles.JSON.createObjectNode();
        schemas.properties().forEach(schema -> {
            var name = names.getOrDefault(schema.getKey(), schema.getKey());
            if (renamed.has(name) && !renamed.get(name).equals(schema.getValue())) {
                throw new AssertionError("two records are both called " + name + ": give one a @Schema(name = …)");
            }
            renamed.set(name, schema.getValue());
        });
        schemas.removeAll();
        schemas.setAll(renamed);
        document.findParents("$ref").forEach(node -> {
            var reference = node.get("$ref").asText();
            if (reference.startsWith(SCHEMA)) {
                var name = reference.substring(SCHEMA.length());
                ((ObjectNode) node).put("$ref", SCHEMA + names.getOrDefault(name, name));
            }
        });
    }

    /** {@code CaseList.Row} is CaseListRow, {@code Page<CaseList.Row>} is CaseListRowPage. */
    private static String name(Known one) {
        var own = name(one.type);
        return one.variables.values().stream()
                        .map(JavaTypes::raw)
                        .map(JavaTypes::name)
                        .reduce("", String::concat)
                + own;
    }

    private static String name(Class<?> type) {
        var annotated = type.getAnnotation(Schema.class);
        if (annotated != null && !annotated.name().isEmpty()) {
            return annotated.name();
        }
        var around = type.getEnclosingClass();
        var prefix = around == null ? "" : name(around).replaceAll("(Resource|Commands)$", "");
        return type.getSimpleName().startsWith(prefix) ? type.getSimpleName() : prefix + type.getSimpleName();
    }

    private static List<RecordComponent> components(Class<?> type) {
        return !type.isRecord()
                ? List.of()
                : Stream.of(type.getRecordComponents())
                        .filter(one -> !one.getAccessor().isAnnotationPresent(JsonIgnore.class))
                        .flatMap(one -> one.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                                ? components(one.getType()).stream()
                                : Stream.of(one))
                        .toList();
    }

    private static Map<String, Type> bound(Type type, Class<?> raw, Map<String, Type> outer) {
        var bound = new LinkedHashMap<String, Type>();
        for (int i = 0; i < raw.getTypeParameters().length && type instanceof ParameterizedType named; i++) {
            var argument = named.getActualTypeArguments()[i];
            bound.put(raw.getTypeParameters()[i].getName(), outer.getOrDefault(argument.getTypeName(), argument));
        }
        return bound;
    }

    private static java.util.Optional<Type> argument(Type type, int index) {
        return type instanceof ParameterizedType named
                ? java.util.Optional.of(named.getActualTypeArguments()[index])
                : java.util.Optional.empty();
    }

    private static Class<?> raw(Type type) {
        return type instanceof Class<?> plain
                ? plain
                : type instanceof ParameterizedType named ? (Class<?>) named.getRawType() : Object.class;
    }
}
