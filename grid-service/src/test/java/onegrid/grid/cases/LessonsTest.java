package onegrid.grid.cases;

import static onegrid.grid.cases.District.*;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import onegrid.testing.Contracts;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.Topics;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Words suggest, a person decides, and what was decided is learned. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class LessonsTest {
    private static final String CLEAR = "电梯卡住了，有人关在电梯里出不来";

    private static String suggested(String text) {
        List<String> codes =
                as(PORTAL).body(Map.of("text", text)).post("/api/cases/suggest").path("suggestions.matterCode");
        return codes.isEmpty() ? null : codes.getFirst();
    }

    @Test
    void whatADeskCorrectedIsSuggestedNextTime() {
        var words = "老槐树底下那口嘎石磙子又拱起来了";
        var id = report(PORTAL, Map.of("text", words, "matterCode", "0604", "gridCode", LEAF))
                .<String>path("id");

        done(COMMUNITY_DESK, id, "reclassify", "matterCode", "0403", "reason", "是地面塌陷的前兆");

        await().atMost(Duration.ofMinutes(3)).until(() -> suggested(words), equalTo("0403"));
    }

    @Test
    void whatADeskFiledIsSuggestedNextTime() {
        var words = "恁那圪垯骨碌碌的物件咋整";
        var id = report(PORTAL, Map.of("text", words, "gridCode", LEAF)).<String>path("id");

        done(COMMUNITY_DESK, id, "file", "matterCode", "0605");

        await().atMost(Duration.ofMinutes(3)).until(() -> suggested(words), equalTo("0605"));
    }

    @Test
    void whatTheWordsDecidedSaysSoUntilADeskConfirmsIt() {
        var id = report(PORTAL, Map.of("text", CLEAR, "gridCode", LEAF)).<String>path("id");

        read(COMMUNITY_DESK, id)
                .then()
                .body("matterCode", equalTo("0407"))
                .body("matterConfidence", greaterThanOrEqualTo(0.4f))
                .body("allowed", hasItem("confirm-matter"))
                .body("history.find { it.command == 'file' }.note", containsString("按文字建议"));
    }

    @Test
    void aDeskConfirmsOnce() {
        var id = report(PORTAL, Map.of("text", CLEAR, "gridCode", LEAF)).<String>path("id");
        done(COMMUNITY_DESK, id, "confirm-matter").then().body("matterConfidence", nullValue());

        send(COMMUNITY_DESK, id, "confirm-matter").then().statusCode(409).body("rule", equalTo("MATTER_DECIDED"));
    }

    @Test
    void whatAPersonChoseNeedsNoConfirming() {
        read(COMMUNITY_DESK, filed("0101"))
                .then()
                .body("matterConfidence", nullValue())
                .body("allowed", not(hasItem("confirm-matter")));
    }

    @Test
    void aConfirmationIsTold() {
        try (var topics = new Topics("onegrid.cases")) {
            var id = report(PORTAL, Map.of("text", CLEAR, "gridCode", LEAF)).<String>path("id");
            done(COMMUNITY_DESK, id, "confirm-matter");

            Assertions.assertThat(Contracts.violations(topics.awaitEvent("grid.case.matter-confirmed.v1", id)))
                    .isEmpty();
        }
    }
}
