package onegrid.gateway.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import onegrid.testing.Contracts;
import org.junit.jupiter.api.Test;

/** What may be subscribed to is what the contracts tell, but the protocol of directives. */
class EventTypesTest {
    private final EventTypes types = new EventTypes();

    @Test
    void everyContractWithAPlaceCanBeSubscribedTo() throws IOException {
        try (var files = Files.list(Contracts.folder())) {
            var contracts = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".v1.schema.json"))
                    .map(name -> name.replace(".schema.json", ""))
                    .filter(type -> type.matches("(grid|brain)\\..*") && !type.contains(".directive."))
                    .toList();

            assertThat(types.all())
                    .extracting(EventTypes.EventType::type)
                    .containsExactlyInAnyOrderElementsOf(contracts);
        }
    }

    @Test
    void aBeginningNamesAllThatBeginSo() {
        assertThat(types.named("grid.case.*")).hasSize(39).allMatch(type -> type.type()
                .startsWith("grid.case."));
        assertThat(types.named("*")).hasSameSizeAs(types.all());
        assertThat(types.named("grid.case.filed.v1")).hasSize(1);
        assertThat(types.named("grid.case.f*")).isEmpty();
    }
}
