package onegrid.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.api.ApiContract;
import onegrid.testing.api.ApiFiles;
import onegrid.testing.api.EventDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
@WithTestResource(Surroundings.class)
class ApiContractTest extends ApiContract {
    ApiContractTest() {
        super("gateway");
    }

    @Test
    @DisabledIfSystemProperty(
            named = "onegrid.contracts",
            matches = "renew",
            disabledReason = "the file is new, the packed one is not")
    void anybodyReadsTheDocumentOfTheApi() throws IOException {
        var answer = AtTheDoor.visitor().get("/openapi.json").then().statusCode(200);

        assertThat(new ObjectMapper().readTree(answer.extract().asByteArray()))
                .isEqualTo(new ObjectMapper().readTree(ApiFiles.document().toFile()));
    }

    @Test
    @DisabledIfSystemProperty(
            named = "onegrid.contracts",
            matches = "renew",
            disabledReason = "the file is new, the packed one is not")
    void theSameDocumentIsThereAsYaml() throws IOException {
        var answer = AtTheDoor.visitor()
                .get("/openapi.yaml")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/yaml"));

        assertThat(new YAMLMapper().readTree(answer.extract().asByteArray()).path("paths"))
                .hasSameSizeAs(new ObjectMapper()
                        .readTree(ApiFiles.document().toFile())
                        .path("paths"));
    }

    @Test
    @DisabledIfSystemProperty(
            named = "onegrid.contracts",
            matches = "renew",
            disabledReason = "the file is new, the packed one is not")
    void anybodyReadsTheDocumentOfTheEvents() throws IOException {
        var answer = AtTheDoor.visitor().get("/asyncapi.json").then().statusCode(200);

        assertThat(answer.extract().asByteArray()).isEqualTo(Files.readAllBytes(EventDocument.file()));
    }

    @Test
    void aDocumentThatIsKnownIsNotSentAgain() {
        var etag = AtTheDoor.visitor().get("/openapi.json").header("ETag");

        AtTheDoor.visitor()
                .header("If-None-Match", etag)
                .get("/openapi.json")
                .then()
                .statusCode(304);
    }
}
