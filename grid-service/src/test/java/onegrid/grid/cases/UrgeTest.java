package onegrid.grid.cases;

import static onegrid.grid.cases.District.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import onegrid.testing.Contracts;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 催办: the reporter asks what became of it. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class UrgeTest {
    @AfterEach
    void now() {
        MovingClock.CLOCK.reset();
    }

    private static Response urge(Response receipt, Map<String, ?> body) {
        return as(PORTAL)
                .queryParam("token", receipt.<String>path("trackingToken"))
                .body(body)
                .post("/api/cases/track/" + receipt.path("number") + "/urge");
    }

    @Test
    void theOwnerReadsThatTheReporterUrges() {
        var receipt = reported("垃圾没人拉", "0101");

        urge(receipt, Map.of("text", "三天了，请打13800005678")).then().statusCode(200);

        read(GRID_HEAD, receipt.path("id"))
                .then()
                .body("urgedByReporter", equalTo(1))
                .body("history.last().command", equalTo("urge"))
                .body("history.last().note", equalTo("三天了，请打[通讯号已隐去]"));
    }

    @Test
    void aSecondUrgingOfTheDayIsTooMuch() {
        var receipt = reported("垃圾没人拉", "0101");
        urge(receipt, Map.of());

        urge(receipt, Map.of())
                .then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/too-many-requests"))
                .header("Retry-After", matchesPattern("8[0-9]{4}"));
    }

    @Test
    void urgingIsOfferedAgainAfterADay() {
        var receipt = reported("垃圾没人拉", "0101");
        urge(receipt, Map.of()).then().body("allowed", not(hasItem("urge")));

        MovingClock.CLOCK.forward(Duration.ofHours(24));

        urge(receipt, Map.of()).then().statusCode(200).body("urgedByReporter", equalTo(2));
    }

    @Test
    void urgingIsToldWithoutTheReportersWords() {
        try (var topics = new Topics("onegrid.cases")) {
            var receipt = reported("垃圾没人拉", "0101");
            urge(receipt, Map.of("text", "怎么还没人来"));

            var event = topics.awaitEvent("grid.case.urged.v1", receipt.path("id"));

            assertThat(Contracts.violations(event)).isEmpty();
            assertThat(event.toString()).doesNotContain("怎么还没人来");
        }
    }

    @Test
    void aStrangerUrgesNothing() {
        as(PORTAL)
                .queryParam("token", "AAAAAAAAAA")
                .body(Map.of())
                .post("/api/cases/track/" + reported("垃圾没人拉", "0101").path("number") + "/urge")
                .then()
                .statusCode(404);
    }
}
