package onegrid.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/**
 * What a caller of the released API would notice. New fields, words and addresses break nobody: callers must expect
 * them.
 */
public final class BreakingChanges {
    private final ApiDocument released;
    private final ApiDocument now;
    private final List<String> found = new ArrayList<>();

    private BreakingChanges(ApiDocument released, ApiDocument now) {
        this.released = released;
        this.now = now;
    }

    /** One line each, always worded the same. */
    public static List<String> between(ApiDocument released, ApiDocument now) {
        var changes = new BreakingChanges(released, now);
        released.operations()
                .forEach(operation -> changes.operation(
                        operation,
                        now.operations().stream()
                                .filter(one -> one.toString().equals(operation.toString()))
                                .findFirst()));
        return changes.found.stream().distinct().toList();
    }

    private void operation(ApiDocument.Operation before, Optional<ApiDocument.Operation> after) {
        if (after.isEmpty()) {
            found.add(before + " is gone");
            return;
        }
        var old = before.node();
        var fresh = after.get().node();
        if (!old.path("operationId").equals(fresh.path("operationId"))) {
            found.add(before + " has another operationId");
        }
        if (open(old) && !open(fresh)) {
            found.add(before + " needs a token now");
        }
        parameters(before.toString(), old, fresh);
        body(before.toString(), old, fresh);
        old.path("responses").properties().stream()
                .filter(answer -> answer.getKey().startsWith("2"))
                .forEach(answer -> answer(
                        before + " " + answer.getKey(),
                        answer.getValue(),
                        fresh.path("responses").path(answer.getKey())));
    }

    private static boolean open(JsonNode operation) {
        return StreamSupport.stream(operation.path("security").spliterator(), false)
                .anyMatch(JsonNode::isEmpty);
    }

    private void parameters(String where, JsonNode old, JsonNode fresh) {
        for (var one : old.path("parameters")) {
            var before = released.resolve(one);
            var after = named(before, fresh);
            if (after.isMissingNode()) {
                found.add(where + " takes no parameter " + before.path("name").asText() + " any more");
            } else {
                required(where, before, after);
                var schemas = new Schemas(released.root(), now.root());
                found.addAll(schemas.asked(
                        where + " parameter " + before.path("name").asText(),
                        before.path("schema"),
                        after.path("schema")));
            }
        }
        for (var one : fresh.path("parameters")) {
            var after = now.resolve(one);
            if (after.path("required").asBoolean()
                    && StreamSupport.stream(old.path("parameters").spliterator(), false)
                            .map(released::resolve)
                            .noneMatch(before -> before.path("name").equals(after.path("name")))) {
                found.add(where + " needs parameter " + after.path("name").asText());
            }
        }
    }

    private JsonNode named(JsonNode wanted, JsonNode operation) {
        for (var one : operation.path("parameters")) {
            var parameter = now.resolve(one);
            if (parameter.path("name").equals(wanted.path("name"))
                    && parameter.path("in").equals(wanted.path("in"))) {
                return parameter;
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    private void required(String where, JsonNode before, JsonNode after) {
        if (!before.path("required").asBoolean() && after.path("required").asBoolean()) {
            found.add(where + " needs parameter " + before.path("name").asText());
        }
    }

    private void body(String where, JsonNode old, JsonNode fresh) {
        var before = old.path("requestBody");
        var after = fresh.path("requestBody");
        if (!before.path("required").asBoolean() && after.path("required").asBoolean()) {
            found.add(where + " needs a body now");
        }
        before.path("content").properties().forEach(type -> {
            if (!after.path("content").has(type.getKey())) {
                found.add(where + " takes no " + type.getKey() + " any more");
            } else {
                found.addAll(new Schemas(released.root(), now.root())
                        .asked(
                                where,
                                type.getValue().path("schema"),
                                after.path("content").path(type.getKey()).path("schema")));
            }
        });
    }

    private void answer(String where, JsonNode old, JsonNode fresh) {
        if (fresh.isMissingNode()) {
            found.add(where + " is not answered any more");
            return;
        }
        var after = now.resolve(fresh);
        released.resolve(old).path("content").properties().forEach(type -> {
            if (!after.path("content").has(type.getKey())) {
                found.add(where + " does not come as " + type.getKey() + " any more");
            } else {
                found.addAll(new Schemas(released.root(), now.root())
                        .answered(
                                where,
                                type.getValue().path("schema"),
                                after.path("content").path(type.getKey()).path("schema")));
            }
        });
    }

    /** The events of two AsyncAPI documents: inside a version fields are only added. */
    public static List<String> ofEvents(JsonNode released, JsonNode now) {
        var found = new TreeSet<String>();
        released.at("/components/messages").properties().forEach(message -> {
            var after = now.at("/components/messages").path(message.getKey());
            if (after.isMissingNode()) {
                found.add(message.getKey() + " is told no more");
            } else {
                found.addAll(new Schemas(released, now)
                        .answered(message.getKey(), message.getValue().path("payload"), after.path("payload")));
            }
        });
        released.path("channels").properties().forEach(channel -> channel.getValue()
                .path("messages")
                .fieldNames()
                .forEachRemaining(name -> {
                    if (!now.path("channels")
                            .path(channel.getKey())
                            .path("messages")
                            .has(name)) {
                        found.add(name + " is not on " + channel.getKey() + " any more");
                    }
                }));
        return List.copyOf(found);
    }
}
