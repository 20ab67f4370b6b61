package onegrid.grid.cases;

import static onegrid.grid.cases.District.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.OffsetDateTime;
import java.util.Map;
import onegrid.testing.Contracts;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promise to the reporter, and each change of it with its reason, stay visible. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class PromiseTest {
    @BeforeEach
    void monday() {
        MovingClock.CLOCK.setTo(ACase.MONDAY);
    }

    @AfterEach
    void now() {
        MovingClock.CLOCK.reset();
    }

    private static String atWork() {
        return atWork(filed("0101"));
    }

    private static String atWork(String id) {
        done(COMMUNITY_DESK, id, "dispatch", "unit", "sanitation");
        done(unit("sanitation"), id, "accept");
        done(unit("sanitation"), id, "start");
        return id;
    }

    private static OffsetDateTime due(Response answer) {
        return OffsetDateTime.parse(answer.path("dueAt"));
    }

    @Test
    void aUnitGetsMoreTimeOnce() {
        var id = atWork();
        var before = due(read(CENTRE, id));

        var answer = done(unit("sanitation"), id, "extend", "reason", "等大型吊车", "days", 5);

        assertThat(due(answer)).isEqualTo(before.plusDays(7)); // five workdays
        answer.then()
                .body("extensions", equalTo(1))
                .body("allowed", not(hasItem("extend")))
                .body("history.last().reason", equalTo("等大型吊车"));
    }

    @Test
    void moreTimeThanTheLimitIsRefusedWithTheLongest() {
        send(unit("sanitation"), atWork(), "extend", "reason", "等大型吊车", "days", 6)
                .then()
                .statusCode(409)
                .body("rule", equalTo("C3"))
                .body("longest", startsWith("2026-12-07T10:"));
    }

    @Test
    void anExtensionNamesOneEnd() {
        send(unit("sanitation"), atWork(), "extend", "reason", "等大型吊车")
                .then()
                .statusCode(400)
                .body("errors.field", contains("until"));
    }

    @Test
    void aUnitThatDoesNotLeadAsksForNoTime() {
        var id = filed("0101");
        done(COMMUNITY_DESK, id, "dispatch", "unit", "sanitation", "coUnits", java.util.List.of("power"));
        done(unit("sanitation"), id, "accept");

        send(unit("power"), id, "extend", "reason", "等大型吊车", "days", 1).then().statusCode(403);
    }

    @Test
    void theExtensionIsTold() {
        try (var topics = new Topics("onegrid.cases")) {
            var id = atWork();
            done(unit("sanitation"), id, "extend", "reason", "等大型吊车", "until", "2026-12-02T10:00:00+08:00");

            assertThat(Contracts.violations(topics.awaitEvent("grid.case.extended.v1", id)))
                    .isEmpty();
        }
    }

    @Test
    void theReporterReadsEveryPromiseWithItsReason() {
        var receipt = reported("垃圾没人拉", "0101");
        var id = atWork(receipt.path("id"));
        done(unit("sanitation"), id, "extend", "reason", "等大型吊车", "days", 2);
        done(STREET, id, "suspend", "reason", "道路施工", "reviewOn", "2026-12-10");
        done(STREET, id, "resume", "note", "施工结束");

        as(PORTAL)
                .queryParam("token", receipt.<String>path("trackingToken"))
                .get("/api/cases/track/" + receipt.path("number"))
                .then()
                .statusCode(200)
                .body("promises.why", contains("filed", "extended", "suspended", "resumed"))
                .body("promises.reason", contains(null, "等大型吊车", "道路施工", "施工结束"))
                .body("promises.dueAt[0]", equalTo(receipt.<String>path("dueAt")));
    }

    @Test
    void theDeskReadsWhoChangedThePromise() {
        var id = filed("0101");
        done(COMMUNITY_DESK, id, "reclassify", "matterCode", "0402", "reason", "是水管爆裂");

        read(COMMUNITY_DESK, id)
                .then()
                .body("promises.why", contains("filed", "reclassified"))
                .body("promises.by", contains("居民", "温泉社区党组织书记"));
    }

    @Test
    void aReportThatWaitsForTheDeskHasAPromiseToo() {
        var id = report(PORTAL, Map.of("text", "那个事咋弄的", "gridCode", LEAF)).<String>path("id");

        read(COMMUNITY_DESK, id).then().body("promises.why", contains("reported"));
    }
}
