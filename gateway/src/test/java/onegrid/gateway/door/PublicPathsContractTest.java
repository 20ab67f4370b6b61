package onegrid.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpMethod;
import java.util.Locale;
import java.util.stream.StreamSupport;
import onegrid.testing.api.ApiDocument;
import org.junit.jupiter.api.Test;

class PublicPathsContractTest {
    @Test
    void theDocumentCallsPublicWhatTheDoorLetsEverybodyAsk() {
        assertThat(ApiDocument.committed().operations())
                .filteredOn(one -> one.path().startsWith("/api/") || one.path().startsWith("/open311/"))
                .allSatisfy(one -> assertThat(open(one))
                        .as(one + ": x-security of contracts/openapi.hand.json and PublicPaths")
                        .isEqualTo(PublicPaths.covers(
                                HttpMethod.valueOf(one.method().toUpperCase(Locale.ROOT)),
                                one.path().replaceAll("\\{\\w+\\}", "410212001001"))));
    }

    private static boolean open(ApiDocument.Operation operation) {
        return StreamSupport.stream(operation.node().path("security").spliterator(), false)
                .anyMatch(way -> way.isEmpty());
    }
}
