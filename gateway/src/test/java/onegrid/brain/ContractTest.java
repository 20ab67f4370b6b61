package onegrid.brain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import onegrid.brain.linkage.Sweeping;
import onegrid.testing.Contracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the brain tells keeps its contracts; what it hears may be grid-service's own samples. */
@QuarkusTest
class ContractTest extends BrainTest {
    @jakarta.inject.Inject
    Sweeping sweeping;

    static Stream<String> ourTypes() throws IOException {
        try (var files = Files.list(Contracts.folder())) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("brain.") && name.endsWith(".sample.json"))
                    .map(name -> name.replace(".sample.json", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("ourTypes")
    void everySampleKeepsItsContract(String type) throws IOException {
        assertThat(Contracts.violations(new ObjectMapper().readTree(Contracts.sample(type))))
                .isEmpty();
    }

    @Test
    void everyEventOfALinkagesLifeKeepsItsContract() {
        var small = filed(ACase.small());
        var overdue = running();
        decided(small);
        clock.move(Duration.ofHours(11));
        sweeping.sweep();
        told("cancelled", overdue.moved("CANCELLED").with("reason", "误报"));
        topics().awaitEvent("brain.linkage.closed.v1", linkage(overdue).getString("id"));

        // Two topics: what was told first on one may be heard after what was told last on the other.
        var events = await().until(() -> topics().heard(event -> true), heard -> heard.stream()
                .map(event -> event.path("type").asText())
                .toList()
                .containsAll(types()));
        assertThat(events).allSatisfy(event -> assertThat(Contracts.violations(event))
                .as(event.toString())
                .isEmpty());
    }

    private static java.util.List<String> types() {
        try (var types = ourTypes()) {
            return types.toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theSampleOfAFiledCaseIsUnderstood() throws IOException {
        var sample = (com.fasterxml.jackson.databind.node.ObjectNode)
                new ObjectMapper().readTree(Contracts.sample("grid.case.filed.v1"));
        var id = UUID.randomUUID().toString();
        sample.put("id", UUID.randomUUID().toString()).put("subject", id).put("partitionkey", id);
        ((com.fasterxml.jackson.databind.node.ObjectNode) sample.get("data")).put("caseId", id);

        topics().tell("onegrid.cases", id, sample.toString());

        assertThat(topics().awaitEvent("brain.case.decided.v1", id)
                        .path("data")
                        .path("sentence")
                        .asText())
                .isNotBlank();
    }
}
