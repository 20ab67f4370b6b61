package onegrid.brain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import onegrid.testing.Tokens;
import org.junit.jupiter.api.Test;

/** The live stream of the pages. */
@QuarkusTest
class StreamTest extends BrainTest {
    @TestHTTPResource("/api/brain/stream")
    URI address;

    /** Lines of a stream as they come; ends with the test's HTTP client. */
    private final class Listening implements AutoCloseable {
        final List<String> lines = new CopyOnWriteArrayList<>();
        private final HttpClient client = HttpClient.newHttpClient();

        Listening(Tokens who, String lastEventId) {
            var request = HttpRequest.newBuilder(address).header("Authorization", "Bearer " + who.token());
            if (lastEventId != null) {
                request.header("Last-Event-ID", lastEventId);
            }
            Stream<String> stream = client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofLines())
                    .join()
                    .body();
            Thread.ofVirtual().start(() -> stream.forEach(lines::add));
            await().until(() -> lines.stream().anyMatch(line -> line.startsWith(":"))); // the first heartbeat
        }

        boolean has(String text) {
            return lines.stream().anyMatch(line -> line.contains(text));
        }

        @Override
        public void close() {
            client.shutdownNow();
        }
    }

    @Test
    void aPageHearsOfACaseItsDecisionAndItsLinkage() {
        var aCase = ACase.burstMain(clock.instant());
        try (var page = new Listening(Tokens.of("community").in(aCase.community()), null)) {
            filed(aCase);

            await().untilAsserted(() -> assertThat(page.lines.stream().filter(line -> line.startsWith("event:")))
                    .map(line -> line.substring(6).strip())
                    .contains("case", "decision", "linkage"));
        }
    }

    @Test
    void aPageHearsOnlyWhatIsInItsScope() {
        var mine = ACase.burstMain(clock.instant());
        var foreign = ACase.burstMain(clock.instant());
        try (var page = new Listening(Tokens.of("community").in(mine.community()), null)) {
            filed(foreign);
            decided(foreign);
            filed(mine);

            await().until(() -> page.has(mine.number()));
            assertThat(page.has(foreign.number())).isFalse();
        }
    }

    @Test
    void aPageThatLostItsLineIsToldWhatItMissed() {
        var aCase = ACase.burstMain(clock.instant());
        running();
        filed(aCase);
        linkage(aCase);

        try (var page = new Listening(Tokens.of("community").in(aCase.community()), "0")) {
            await().until(() -> page.has(aCase.number()));
        }
    }

    @Test
    void anInventedEventIdIsRefused() {
        as(centre())
                .header("Last-Event-ID", "yesterday")
                .get("/api/brain/stream")
                .then()
                .statusCode(400);
    }
}
