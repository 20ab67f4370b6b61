package onegrid.brain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import onegrid.testing.Tokens;
import org.junit.jupiter.api.Test;

/** The live stream of the pages. */
@QuarkusTest
class StreamTest extends BrainTest {
    @TestHTTPResource("/api/brain/stream")
    URI address;

    @Test
    void aPageHearsOfACaseItsDecisionAndItsLinkage() {
        var aCase = ACase.burstMain(clock.instant());
        try (var page = new Listening(address, Tokens.of("community").in(aCase.community()), null)) {
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
        try (var page = new Listening(address, Tokens.of("community").in(mine.community()), null)) {
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

        try (var page = new Listening(address, Tokens.of("community").in(aCase.community()), "0")) {
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
