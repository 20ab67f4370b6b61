package onegrid.brain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import onegrid.testing.Tokens;
import org.junit.jupiter.api.Test;

/** What the centre and the street do about a slow linkage. */
@QuarkusTest
class CommandTest extends BrainTest {
    private String path(ACase aCase, String command) {
        return "/api/brain/linkages/" + linkage(aCase).getString("id") + "/" + command;
    }

    @Test
    void theCentreUrgesThoseWhoHaveNotAnswered() {
        var aCase = running();

        as(centre())
                .body(body("note", "请尽快到场"))
                .post(path(aCase, "urge"))
                .then()
                .statusCode(200)
                .body("log.kind", hasItem("URGED"));

        await().untilAsserted(() ->
                assertThat(events("brain.directive.urged.v1", aCase)).hasSize(4));
    }

    @Test
    void theStreetRaisesALinkageToTheDistrict() {
        var aCase = running();

        as(Tokens.of("street").in(aCase.community().substring(0, 9)))
                .body(body("reason", "需要区里协调"))
                .post(path(aCase, "escalate"))
                .then()
                .statusCode(200)
                .body("level", equalTo("DISTRICT"));
    }

    @Test
    void aRaisedLinkageCannotRiseAboveTheDistrict() {
        var aCase = filed(ACase.burstMain(clock.instant()).with("severity", 1));

        as(centre())
                .body(body("reason", "需要区里协调"))
                .post(path(aCase, "escalate"))
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/illegal-transition"));
    }

    @Test
    void aPartThatHasNotDeclinedCannotBeWaived() {
        var aCase = running();

        as(centre())
                .body(body("directiveId", directive(linkage(aCase), "party"), "reason", "不需要"))
                .post(path(aCase, "waive"))
                .then()
                .statusCode(409);
    }

    @Test
    void aStaleIfMatchIsRefused() {
        var aCase = running();

        as(centre())
                .header("If-Match", "\"99\"")
                .body(body("reason", "需要区里协调"))
                .post(path(aCase, "escalate"))
                .then()
                .statusCode(412);
    }

    @Test
    void aRepeatedCommandGivesTheFirstAnswer() {
        var aCase = running();
        var key = UUID.randomUUID().toString();
        var path = path(aCase, "urge");
        as(centre()).header("Idempotency-Key", key).body(body("note", "请到场")).post(path);

        as(centre())
                .header("Idempotency-Key", key)
                .body(body("note", "请到场"))
                .post(path)
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true");
    }

    @Test
    void aCommunityMayLookAndNotSteer() {
        var aCase = running();

        as(Tokens.of("community").in(aCase.community()))
                .body(body("reason", "需要区里协调"))
                .post(path(aCase, "escalate"))
                .then()
                .statusCode(403);
    }
}
