package onegrid.grid.cases;

import static onegrid.grid.cases.District.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import onegrid.testing.Contracts;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.Topics;
import org.junit.jupiter.api.Test;

/** A broken manhole in 城东街道 is dispatched, returned, ruled on, repaired, verified, reopened. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class BrokenManholeTest {
    private static final String TEXT = "井盖碎了，孩子差点掉下去，我的电话是138-0000-5678";

    @Test
    void aBrokenManholeGoesTheWholeWayAndEveryEventKeepsItsContract() {
        try (var topics = new Topics("onegrid.cases")) {
            var receipt = report(
                    PORTAL,
                    Map.of(
                            "text",
                            TEXT,
                            "matterCode",
                            "0602",
                            "gridCode",
                            LEAF,
                            "peopleAffected",
                            4,
                            "reporter",
                            Map.of("name", "张三", "phone", "13800005678")));
            receipt.then().statusCode(201);
            String id = receipt.path("id");

            done(COMMUNITY_DESK, id, "dispatch", "unit", "water", "coUnits", List.of("power"));
            done(WATER, id, "return", "reason", "井盖属于城市管理局");
            done(STREET, id, "rule", "unit", "urban-management", "reason", "路面井盖由城管局管养");
            done(URBAN, id, "accept");
            done(URBAN, id, "start", "note", "已派人");
            done(unit("power"), id, "co-done", "note", "线路安全");
            done(URBAN, id, "feedback", "text", "已更换新井盖", "noPhotoReason", "雨大无法拍照");
            done(COMMUNITY_DESK, id, "verify", "passed", false, "text", "井盖仍然晃动");
            done(URBAN, id, "feedback", "text", "已加固", "noPhotoReason", "夜间无法拍照");
            done(COMMUNITY_DESK, id, "verify", "passed", true, "text", "现场已复核");
            track(receipt.path("number"), receipt.path("trackingToken"), "rate", Map.of("score", 4, "solved", true));
            track(receipt.path("number"), receipt.path("trackingToken"), "reopen", Map.of("reason", "又松了"));

            var events = await().atMost(Duration.ofSeconds(60))
                    .until(() -> topics.heard(e -> e.path("subject").asText().equals(id)), list -> list.size() >= 15);
            assertThat(events)
                    .extracting(e -> e.path("type").asText())
                    .containsExactly(types(
                            "filed",
                            "dispatched",
                            "return-requested",
                            "ruled",
                            "accepted",
                            "started",
                            "co-unit-done",
                            "feedback-given",
                            "verification-due",
                            "reworked",
                            "feedback-given",
                            "verification-due",
                            "closed",
                            "evaluated",
                            "reopened"));
            assertThat(events)
                    .extracting(e -> e.path("data").path("version").asInt())
                    .isSorted()
                    .doesNotHaveDuplicates();
            assertThat(events).allSatisfy(BrokenManholeTest::keepsItsContract);
        }
    }

    private static void keepsItsContract(JsonNode event) {
        assertThat(Contracts.violations(event)).isEmpty();
        assertThat(event.toString()).doesNotContain("井盖碎了", "0000-5678", "13800005678", "张三", "又松了");
    }

    private static void track(String number, String token, String command, Map<String, ?> body) {
        as(PORTAL)
                .queryParam("token", token)
                .body(body)
                .post("/api/cases/track/" + number + "/" + command)
                .then()
                .statusCode(200);
    }

    private static String[] types(String... names) {
        return java.util.Arrays.stream(names)
                .map(name -> "grid.case." + name + ".v1")
                .toArray(String[]::new);
    }
}
