package onegrid.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** An OpenAPI 3.1 document: finds the operation of a request and says what of an answer it does not describe. */
public final class ApiDocument {
    private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");
    /** JSON Schema 2020-12 and the one member around the named schemas. */
    private static final JsonMetaSchema DIALECT = JsonMetaSchema.builder(JsonMetaSchema.getV202012())
            .keyword(new NonValidationKeyword("components"))
            .keyword(new NonValidationKeyword("example"))
            .build();

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.builder(
                    JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012))
            .defaultMetaSchemaIri(DIALECT.getIri())
            .metaSchema(DIALECT)
            .build();

    private final ObjectNode root;
    private final List<Operation> operations = new ArrayList<>();
    private final Map<String, JsonSchema> schemas = new ConcurrentHashMap<>();

    public ApiDocument(ObjectNode root) {
        this.root = root;
        root.path("paths").properties().forEach(path -> METHODS.stream()
                .filter(path.getValue()::has)
                .forEach(method ->
                        operations.add(new Operation(method, path.getKey(), pattern(path.getKey()), (ObjectNode)
                                path.getValue().get(method)))));
        // An address comes before one that would take a part of it for a parameter.
        operations.sort(java.util.Comparator.<Operation>comparingInt(one -> one.path.split("\\{").length)
                .thenComparing(one -> -one.path.length()));
    }

    public static ApiDocument committed() {
        return new ApiDocument(ApiFiles.read(ApiFiles.document()));
    }

    /** @param path with parameters in braces */
    public record Operation(String method, String path, Pattern pattern, ObjectNode node) {
        public String id() {
            return node.path("operationId").asText();
        }

        public String service() {
            return node.path("x-service").asText();
        }

        @Override
        public String toString() {
            return method.toUpperCase(Locale.ROOT) + " " + path;
        }
    }

    public List<Operation> operations() {
        return operations;
    }

    public JsonNode root() {
        return root;
    }

    /** @param path decoded, without query */
    public Optional<Operation> find(String method, String path) {
        return operations.stream()
                .filter(one -> one.method.equalsIgnoreCase(method)
                        && one.pattern.matcher(path).matches())
                .findFirst();
    }

    /** Follows a reference inside this document. */
    public JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? resolve(root.at(node.get("$ref").asText().substring(1))) : node;
    }

    /** What this answer has that the operation does not describe: its status, its content type, its content. */
    public List<String> undescribed(Operation operation, int status, String contentType, JsonNode body) {
        var answer = resolve(operation.node.path("responses").path(Integer.toString(status)));
        if (answer.isMissingNode()) {
            return List.of("status " + status + " is not described");
        }
        var type = contentType == null ? "" : contentType.split(";")[0].strip();
        var content = answer.path("content");
        if (content.isMissingNode() || content.isEmpty()) {
            return type.isEmpty() || body == null
                    ? List.of()
                    : List.of("an answer " + status + " has no content, but came as " + type);
        }
        if (type.isEmpty() && body == null) {
            return List.of();
        }
        if (!content.has(type)) {
            return List.of("an answer " + status + " is not described as " + type);
        }
        return body == null ? List.of() : violations(content.path(type).path("schema"), body);
    }

    /** What of a value does not follow a schema of this document. */
    public List<String> violations(JsonNode schema, JsonNode value) {
        if (schema.isMissingNode()) {
            return List.of();
        }
        return schemas.computeIfAbsent(schema.toString(), text -> compiled(schema)).validate(value).stream()
                .map(ValidationMessage::getMessage)
                .limit(10)
                .toList();
    }

    private JsonSchema compiled(JsonNode schema) {
        var whole = ApiFiles.JSON.createObjectNode();
        whole.setAll((ObjectNode) schema.deepCopy());
        whole.putObject("components").set("schemas", root.path("components").path("schemas"));
        return SCHEMAS.getSchema(
                whole,
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    }

    private static Pattern pattern(String path) {
        var words = new StringBuilder();
        for (var segment : path.split("(?=\\{)|(?<=\\})")) {
            words.append(segment.startsWith("{") ? "[^/]+" : Pattern.quote(segment));
        }
        return Pattern.compile(words + "/?");
    }
}
