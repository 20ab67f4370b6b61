package onegrid.testing.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.TreeSet;
import onegrid.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The committed document of the API says what this service does, no more and no less. A module's test extends it; with
 * {@code -Donegrid.contracts=renew} (`./onegrid contracts`) it writes the service's part anew instead.
 */
public abstract class ApiContract {
    private static final String RENEW = "renew it with `./onegrid contracts` and read the difference";

    private final String service;

    protected ApiContract(String service) {
        this.service = service;
    }

    @Test
    protected void theDocumentSaysWhatThisServiceDoes() throws IOException {
        var described = described();
        if (ApiFiles.renewing()) {
            ApiFiles.write(ApiFiles.document(), Assembly.with(ApiFiles.read(ApiFiles.document()), described, service));
            return;
        }
        var committed = ApiDocument.committed();
        var now = new ApiDocument(described);
        var differences = new TreeSet<String>();
        for (var operation : now.operations()) {
            committed.operations().stream()
                    .filter(one -> one.toString().equals(operation.toString()))
                    .findFirst()
                    .ifPresentOrElse(
                            one -> differences.addAll(
                                    Differences.between(operation.toString(), one.node(), operation.node())),
                            () -> differences.add(operation + " is not in the document"));
        }
        committed.operations().stream()
                .filter(one -> one.service().equals(service))
                .filter(one -> now.operations().stream()
                        .noneMatch(same -> same.toString().equals(one.toString())))
                .forEach(one -> differences.add(one + " is in the document and no longer served"));
        described
                .at("/components/schemas")
                .properties()
                .forEach(schema -> differences.addAll(Differences.between(
                        "schema " + schema.getKey(),
                        committed.root().at("/components/schemas").path(schema.getKey()),
                        schema.getValue())));
        if (!differences.isEmpty()) {
            fail("contracts/openapi.json is not what this service does; " + RENEW + ":\n  "
                    + String.join("\n  ", differences));
        }
    }

    @Test
    protected void everyOperationHasASummary() throws IOException {
        var without = new ApiDocument(described())
                .operations().stream()
                        .filter(one -> one.node().path("summary").asText().isBlank())
                        .map(one -> one + ": add @Operation(summary = …) to its method")
                        .toList();

        assertThat(without).isEmpty();
    }

    @Test
    protected void everyOperationHasAnExample() throws IOException {
        var without = new ArrayList<String>();
        for (var one : new ApiDocument(described()).operations()) {
            if (Examples.missing(one.node()) && !ApiFiles.withoutExample().contains(one.id())) {
                without.add(one + ": contracts/examples/" + one.id() + ".json");
            }
        }

        assertThat(without)
                .as("operations without an example; `-Donegrid.contracts=record` writes those that a test asks for")
                .isEmpty();
    }

    @Test
    @EnabledIfSystemProperty(named = "onegrid.fuzz", matches = "[0-9]+")
    protected void hostileValuesAreAnsweredAsDescribed() {
        assertThat(String.join("\n", new Fuzz(ApiDocument.committed()).of(service, Integer.getInteger("onegrid.fuzz"))))
                .isEmpty();
    }

    private ObjectNode described() throws IOException {
        var raw = (ObjectNode) ApiFiles.JSON.readTree(given().auth()
                .oauth2(Tokens.of("system-admin").token())
                .accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray());
        var described = new ServiceDescription(raw, new ByHand(), service).described();
        return Assembly.used(described);
    }
}
