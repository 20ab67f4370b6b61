package onegrid.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.stream.Stream;
import onegrid.testing.api.ApiDocument;
import onegrid.testing.api.BreakingChanges;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What counts as breaking, one small change of a small document at a time. */
class BreakingChangesTest {
    private static final String RELEASED = """
            {"paths":{"/api/things":{"post":{"operationId":"postThings","security":[{}],
              "parameters":[{"name":"dryRun","in":"query","schema":{"type":"string"}}],
              "requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Asked"}}}},
              "responses":{"201":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Answered"}}}}}}}},
             "components":{"schemas":{
              "Asked":{"type":"object","required":["name"],"properties":{"name":{"type":"string","maxLength":20},
                "kind":{"type":"string","enum":["A","B"]}}},
              "Answered":{"type":"object","required":["id"],"properties":{"id":{"type":"string"},"size":{"type":["integer","null"]}}}}}}
            """;
    private static final String OPERATION = "/paths/~1api~1things/post";

    static Stream<Arguments> breaking() {
        return Stream.of(
                change("an address is gone", "POST /api/things is gone", doc -> doc.withObject("/paths")
                        .removeAll()),
                change("a public operation needs a token", "POST /api/things needs a token now", doc -> doc.withObject(
                                OPERATION)
                        .putArray("security")
                        .addObject()
                        .putArray("token")),
                change(
                        "a parameter is not read any more",
                        "POST /api/things takes no parameter dryRun any more",
                        doc -> doc.withObject(OPERATION).putArray("parameters")),
                change("a field becomes necessary", "POST /api/things/kind is needed now", doc -> schema(doc, "Asked")
                        .withArray("/required")
                        .add("kind")),
                change("a field is not known any more", "POST /api/things/kind is gone", doc -> schema(doc, "Asked")
                        .withObject("/properties")
                        .remove("kind")),
                change("a word is not taken any more", "POST /api/things/kind does not take B any more", doc -> schema(
                                doc, "Asked")
                        .withObject("/properties/kind")
                        .putArray("enum")
                        .add("A")),
                change("a text may be less long", "POST /api/things/name has a narrower maxLength", doc -> schema(
                                doc, "Asked")
                        .withObject("/properties/name")
                        .put("maxLength", 10)),
                change("an answer lacks a field", "POST /api/things 201/id is gone", doc -> schema(doc, "Answered")
                        .withObject("/properties")
                        .remove("id")),
                change(
                        "an answer's field has another type",
                        "POST /api/things 201/id was string, is integer",
                        doc -> schema(doc, "Answered")
                                .withObject("/properties/id")
                                .put("type", "integer")),
                change(
                        "an answer's field may be null",
                        "POST /api/things 201/id was string, is string or null",
                        doc -> schema(doc, "Answered")
                                .withObject("/properties/id")
                                .putArray("type")
                                .add("string")
                                .add("null")),
                change(
                        "an answer's field may be left out",
                        "POST /api/things 201/id may be left out now",
                        doc -> schema(doc, "Answered").remove("required")),
                change(
                        "a status is not answered any more",
                        "POST /api/things 201 is not answered any more",
                        doc -> doc.withObject(OPERATION + "/responses").removeAll()));
    }

    @ParameterizedTest
    @MethodSource("breaking")
    void aCallerWouldNotice(Consumer<ObjectNode> change, String told) throws Exception {
        assertThat(after(change)).containsExactly(told);
    }

    static Stream<Named<Consumer<ObjectNode>>> harmless() {
        return Stream.of(
                Named.of("a new address", doc -> doc.withObject("/paths/~1api~1more/get")
                        .put("operationId", "getMore")),
                Named.of("a new optional field", doc -> schema(doc, "Asked")
                        .withObject("/properties/more")
                        .put("type", "string")),
                Named.of("a new word", doc -> schema(doc, "Asked")
                        .withObject("/properties/kind")
                        .withArray("/enum")
                        .add("C")),
                Named.of("a longer text", doc -> schema(doc, "Asked")
                        .withObject("/properties/name")
                        .put("maxLength", 30)),
                Named.of("a new field of an answer", doc -> schema(doc, "Answered")
                        .withObject("/properties/more")
                        .put("type", "string")),
                Named.of("a field that is never null any more", doc -> schema(doc, "Answered")
                        .withObject("/properties/size")
                        .put("type", "integer")));
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void nobodyWouldNotice(Consumer<ObjectNode> change) throws Exception {
        assertThat(after(change)).isEmpty();
    }

    @Test
    void anEventThatIsToldNoMoreIsBreaking() throws Exception {
        var released = new ObjectMapper()
                .readTree(
                        "{\"components\":{\"messages\":{\"grid.case.filed.v1\":{\"payload\":{\"type\":\"object\"}}}}}");

        assertThat(BreakingChanges.ofEvents(released, new ObjectMapper().createObjectNode()))
                .containsExactly("grid.case.filed.v1 is told no more");
    }

    private static Arguments change(String name, String told, Consumer<ObjectNode> change) {
        return Arguments.of(Named.of(name, change), told);
    }

    private static ObjectNode schema(ObjectNode document, String name) {
        return document.withObject("/components/schemas/" + name);
    }

    private static java.util.List<String> after(Consumer<ObjectNode> change) throws Exception {
        var now = (ObjectNode) new ObjectMapper().readTree(RELEASED);
        change.accept(now);
        return BreakingChanges.between(
                new ApiDocument((ObjectNode) new ObjectMapper().readTree(RELEASED)), new ApiDocument(now));
    }
}
