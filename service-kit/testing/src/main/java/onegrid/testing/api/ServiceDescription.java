package onegrid.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a service says about itself, made from its annotations and its Java types, with what all operations of the suite
 * share: errors, headers, paging, who may ask.
 */
final class ServiceDescription {
    private static final String PARAMETERS = "#/components/parameters/";
    private static final List<String> SHARED = List.of("If-Match", "Idempotency-Key", "limit", "after");

    private final ObjectNode document;
    private final ByHand hand;
    private final String service;
    private final JavaTypes types;

    /** @param raw as the service tells it; it is changed */
    ServiceDescription(ObjectNode raw, ByHand hand, String service) {
        this.document = raw;
        this.hand = hand;
        this.service = service;
        this.types = new JavaTypes(document.withObject("/components/schemas"));
    }

    /** Paths and schemas of this service, as they belong in the document of the gateway. */
    ObjectNode described() {
        var paths = ApiFiles.JSON.createObjectNode();
        document.path("paths").properties().stream()
                .filter(path -> path.getKey().startsWith("/api")
                        || path.getKey().startsWith("/open311")
                        || path.getKey().startsWith("/oauth2"))
                .forEach(path -> Open311Paths.spelledOut(path.getKey(), (ObjectNode) path.getValue())
                        .forEach((address, item) -> paths.set(address, item)));
        paths.properties().forEach(path -> path.getValue().properties().forEach(method -> {
            if (method.getValue() instanceof ObjectNode operation && operation.has("responses")) {
                describe(operation, method.getKey(), path.getKey());
            }
        }));
        types.finish(document.set("paths", paths));
        return document;
    }

    private void describe(ObjectNode operation, String http, String path) {
        var java = ResourceMethod.of(operation.path("operationId").asText(), http, path);
        var id = OperationId.of(http, path);
        operation.put("operationId", id);
        operation.put("x-service", service);
        hand.chinese(id).ifPresent(words -> operation.put("x-summary-zh", words));
        operation.putArray("tags").add(hand.tag(path));
        operation.remove("security");
        java.flatMap(one -> one.annotation(RolesAllowed.class))
                .ifPresent(roles -> operation.set("x-roles", ApiFiles.JSON.valueToTree(named(roles.value()))));
        operation.set("security", hand.security(http, path));
        java.ifPresent(one -> one.body(path).ifPresent(type -> schemas(operation.path("requestBody"))
                .forEach(schema -> types.walk(schema, type, JavaTypes.Use.ASKED))));
        answers(operation, java.orElse(null));
        parameters(operation, java.isPresent() && java.get().commands());
        errors(operation, http, path);
        hand.overlay(id, operation);
        Example.of(id).ifPresent(example -> example.into(operation, path));
        order(operation);
    }

    /** A set of roles that an operator may change stands there as a setting with its default. */
    private static List<String> named(String... roles) {
        return Arrays.stream(roles)
                .flatMap(role ->
                        Arrays.stream(role.replaceAll("^\\$\\{[^:]*:|\\}$", "").split(",")))
                .sorted()
                .toList();
    }

    private void answers(ObjectNode operation, ResourceMethod java) {
        var answers = (ObjectNode) operation.get("responses");
        answers.remove(answers.properties().stream()
                .map(Map.Entry::getKey)
                .filter(status -> !status.startsWith("2") && !status.startsWith("3"))
                .toList());
        if (java != null && java.method().getReturnType() == void.class) {
            answers.removeAll();
            answers.putObject("204");
        }
        answers.properties().forEach(answer -> {
            var node = (ObjectNode) answer.getValue();
            files(node);
            node.put(
                    "description",
                    hand.words(answer.getKey(), node.path("description").asText()));
            if (java == null) {
                return;
            }
            var all = java.answers(answer.getKey());
            schemas(node).forEach(schema -> {
                if (schema.get("oneOf") instanceof ArrayNode choices && choices.size() == all.size()) {
                    for (int i = 0; i < all.size(); i++) {
                        types.walk((ObjectNode) choices.get(i), all.get(i), JavaTypes.Use.ANSWERED);
                    }
                } else if (!all.isEmpty()) {
                    types.walk(schema, all.getFirst(), JavaTypes.Use.ANSWERED);
                }
            });
        });
    }

    /** Content types without their parameters; a file is what its type says. */
    private void files(ObjectNode answer) {
        if (!(answer.get("content") instanceof ObjectNode content)) {
            return;
        }
        var plain = ApiFiles.JSON.createObjectNode();
        content.properties().forEach(type -> {
            var name = type.getKey().split(";")[0].strip();
            var media = (ObjectNode) type.getValue();
            if (media.path("schema").isEmpty()) {
                hand.file(name).ifPresent(schema -> media.set("schema", schema));
            }
            plain.set(name, media);
        });
        answer.set("content", plain);
    }

    private void parameters(ObjectNode operation, boolean command) {
        var parameters = ApiFiles.JSON.createArrayNode();
        var named = new ArrayList<String>();
        for (var parameter : operation.path("parameters")) {
            var name = parameter.path("name").asText();
            named.add(name);
            if (SHARED.contains(name)) {
                parameters.addObject().put("$ref", PARAMETERS + reference(name));
            } else {
                parameters.add(hand.parameter((ObjectNode) parameter));
            }
        }
        if (command && !named.contains("Idempotency-Key")) {
            parameters.addObject().put("$ref", PARAMETERS + reference("Idempotency-Key"));
        }
        operation.remove("parameters");
        if (!parameters.isEmpty()) {
            operation.set("parameters", parameters);
        }
    }

    private static String reference(String name) {
        return Arrays.stream(name.split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    private void errors(ObjectNode operation, String http, String path) {
        var answers = (ObjectNode) operation.get("responses");
        hand.errors(
                        http,
                        path,
                        operation.has("requestBody"),
                        operation.path("parameters").toString().contains("IfMatch"))
                .forEach((status, name) -> answers.putObject(status).put("$ref", "#/components/responses/" + name));
    }

    private static List<ObjectNode> schemas(JsonNode withContent) {
        var found = new ArrayList<ObjectNode>();
        withContent.path("content").forEach(type -> {
            if (type.get("schema") instanceof ObjectNode schema) {
                found.add(schema);
            }
        });
        return found;
    }

    private static void order(ObjectNode operation) {
        var ordered = ApiFiles.JSON.createObjectNode();
        for (var member : List.of(
                "tags",
                "summary",
                "x-summary-zh",
                "description",
                "operationId",
                "x-service",
                "x-roles",
                "security",
                "parameters",
                "requestBody",
                "responses")) {
            if (operation.has(member)) {
                ordered.set(member, operation.remove(member));
            }
        }
        ordered.setAll(operation.deepCopy());
        operation.removeAll();
        operation.setAll(ordered);
    }
}
