package onegrid.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import onegrid.testing.Contracts;
import onegrid.testing.api.ApiDocument;
import onegrid.testing.api.ApiFiles;
import onegrid.testing.api.BreakingChanges;
import onegrid.testing.api.EventDocument;
import onegrid.testing.api.Examples;
import org.junit.jupiter.api.Test;

/** The documents that district systems build on, held against themselves and against what was released last. */
class ContractFilesTest {
    private final ApiDocument committed = ApiDocument.committed();

    @Test
    void everyExampleKeepsToItsSchema() {
        assertThat(Examples.wrong(committed)).isEmpty();
    }

    @Test
    void everyOperationHasANameOfItsOwn() {
        assertThat(committed.operations()).extracting(ApiDocument.Operation::id).doesNotHaveDuplicates();
    }

    @Test
    void noSchemaIsNamedByACounter() {
        assertThat(committed.root().at("/components/schemas").fieldNames())
                .toIterable()
                .noneMatch(name -> name.matches(".*[a-z][0-9]+"));
    }

    @Test
    void nothingBreaksACallerOfTheReleaseWithoutAWrittenReason() throws IOException {
        var released = new ApiDocument(ApiFiles.read(ApiFiles.released("openapi.json")));
        var reasons = reasons();

        var unexplained = BreakingChanges.between(released, committed).stream()
                .filter(change -> !reasons.contains("`" + change + "`: "))
                .toList();

        assertThat(unexplained)
                .as("breaking changes; take them back, or add a line `<change>`: <reason> to contracts/breaking.md")
                .isEmpty();
    }

    @Test
    void noEventBreaksAReaderOfTheReleaseWithoutAWrittenReason() throws IOException {
        var reasons = reasons();

        var unexplained = BreakingChanges.ofEvents(
                        ApiFiles.read(ApiFiles.released("asyncapi.json")), ApiFiles.read(EventDocument.file()))
                .stream()
                .filter(change -> !reasons.contains("`" + change + "`: "))
                .toList();

        assertThat(unexplained)
                .as("breaking changes; take them back, or add a line `<change>`: <reason> to contracts/breaking.md")
                .isEmpty();
    }

    @Test
    void theDocumentOfTheEventsIsMadeOfTheirSchemasAndSamples() {
        if (ApiFiles.renewing()) {
            ApiFiles.write(EventDocument.file(), EventDocument.made());
        }

        assertThat(ApiFiles.read(EventDocument.file()))
                .as("contracts/asyncapi.json is stale: renew it with `./onegrid contracts`")
                .isEqualTo(EventDocument.made());
    }

    @Test
    void everyTypeOfEventIsOnATopic() {
        var document = EventDocument.made();

        var told = document.path("channels").findValues("messages").stream()
                .flatMap(messages -> messages.properties().stream())
                .map(java.util.Map.Entry::getKey)
                .toList();

        assertThat(document.at("/components/messages").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(told);
    }

    private static String reasons() throws IOException {
        return Files.readString(Contracts.folder().resolveSibling("breaking.md"));
    }
}
