package onegrid.grid.cases;

import static onegrid.grid.cases.District.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import onegrid.testing.Contracts;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** First contact, arrival, call-back, refused results, diversions, confidential reporters and complaints, over HTTP. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class AftermathHttpTest {
    private static final Map<String, ?> ZHANG = Map.of("name", "张三", "phone", "13800005678");

    private static Response reportedBy(Map<String, ?> reporter) {
        return report(PORTAL, Map.of("text", "门口垃圾没人拉", "matterCode", "0101", "gridCode", LEAF, "reporter", reporter));
    }

    private static String handled(String id) {
        done(COMMUNITY_DESK, id, "dispatch", "unit", "sanitation");
        done(unit("sanitation"), id, "accept");
        done(unit("sanitation"), id, "start");
        done(unit("sanitation"), id, "feedback", "text", "已清运", "noPhotoReason", "夜间无法拍照");
        done(COMMUNITY_DESK, id, "verify", "passed", true, "text", "现场已复核");
        return id;
    }

    private static Response rated(Response receipt, int score, boolean solved) {
        return as(PORTAL)
                .queryParam("token", receipt.<String>path("trackingToken"))
                .body(Map.of("score", score, "solved", solved))
                .post("/api/cases/track/" + receipt.path("number") + "/rate");
    }

    private static Response diverted(Object... body) {
        String id = report(CENTRE, Map.of("text", "有人打架，快来", "channel", "HOTLINE_12345"))
                .path("id");
        return send(CENTRE, id, "divert", body);
    }

    @Test
    void aBadRatingOpensReworkThatTheSupervisorSees() {
        var receipt = reportedBy(ZHANG);
        handled(receipt.path("id"));

        rated(receipt, 1, false).then().statusCode(200).body("status", equalTo("FILED"));

        as(SUPERVISOR)
                .queryParam("view", "inbox")
                .queryParam("limit", 200)
                .get("/api/cases")
                .then()
                .body("items.id", hasItem(receipt.<String>path("id")));
    }

    @Test
    void theSecondRefusalIsReviewedByTheSupervisor() {
        var receipt = reportedBy(ZHANG);
        handled(receipt.path("id"));
        rated(receipt, 1, false);
        handled(receipt.path("id"));
        rated(receipt, 2, false);

        done(SUPERVISOR, receipt.path("id"), "review", "stands", false, "text", "现场没有清")
                .then()
                .body("status", equalTo("FILED"))
                .body("badRatings", equalTo(2));
    }

    @Test
    void theSupervisorOpensAClosedCaseAgain() {
        String id = handled(reportedBy(ZHANG).path("id"));

        done(SUPERVISOR, id, "reopen", "reason", "第二天又堆满了")
                .then()
                .body("status", equalTo("FILED"))
                .body("history.command", hasItem("reopen"));
    }

    @Test
    void aReporterTakesTheReportBack() {
        var receipt = reportedBy(ZHANG);

        as(PORTAL)
                .queryParam("token", receipt.<String>path("trackingToken"))
                .body(Map.of("reason", "已经有人来拉走了"))
                .post("/api/cases/track/" + receipt.path("number") + "/cancel")
                .then()
                .statusCode(200)
                .body("status", equalTo("CANCELLED"));
    }

    @Test
    void theStreetMarksACaseAsBig() {
        var id = filed("0402");

        done(STREET, id, "mark-big", "reason", "整条街停水，影响学校")
                .then()
                .body("allowed", not(hasItem("mark-big")))
                .body("history.command", hasItem("mark-big"));
    }

    @Test
    void whoWasNotReachedIsCalledAgain() {
        String id = handled(reportedBy(ZHANG).path("id"));

        done(SUPERVISOR, id, "call-back", "result", "NO_ANSWER")
                .then()
                .body("callsLeft", equalTo(2))
                .body("status", equalTo("CLOSED"))
                .body("allowed", hasItem("call-back"));
    }

    @Test
    void anAnsweredCallIsKeptAsTheRating() {
        String id = handled(reportedBy(ZHANG).path("id"));

        done(SUPERVISOR, id, "call-back", "result", "VALID", "solved", true, "score", 4)
                .then()
                .body("status", equalTo("EVALUATED"))
                .body("rating.score", equalTo(4));
    }

    @ParameterizedTest
    @CsvSource({"VALID, solved", "SOMETIMES, result"})
    void aCallWithoutItsAnswerIsRefusedByField(String result, String field) {
        String id = handled(reportedBy(ZHANG).path("id"));

        send(SUPERVISOR, id, "call-back", "result", result)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(field));
    }

    @Test
    void theFirstContactIsOnRecord() {
        String id = reportedBy(ZHANG).path("id");

        done(GRID_HEAD, id, "contact", "note", "已电话了解情况")
                .then()
                .body("contactedAt", notNullValue())
                .body("allowed", not(hasItem("contact")));
    }

    @Test
    void bothSidesOfAWhistleKeepTheirTimes() {
        var id = filed("0402");
        done(COMMUNITY_DESK, id, "dispatch", "unit", "water", "coUnits", List.of("power"));

        done(unit("power"), id, "arrive", "note", "已到现场")
                .then()
                .body("coUnits[0].askedAt", notNullValue())
                .body("coUnits[0].arrivedAt", notNullValue())
                .body("arrivedAt", nullValue());
    }

    @Test
    void aUnitDoesNotArriveForAnother() {
        var id = filed("0402");
        done(COMMUNITY_DESK, id, "dispatch", "unit", "water", "coUnits", List.of("power"));

        send(WATER, id, "arrive", "unit", "power").then().statusCode(403);
    }

    @Test
    void anEmergencyIsDivertedToItsLine() {
        diverted("kind", "EMERGENCY_LINE", "reason", "打架属报警事项")
                .then()
                .statusCode(200)
                .body("status", equalTo("DIVERTED"))
                .body("diversion", equalTo("EMERGENCY_LINE"))
                .body("route", containsString("110"));
    }

    @ParameterizedTest
    @CsvSource({"ELSEWHERE, kind", "REPEAT, route", "OUTSIDE_AUTHORITY, route"})
    void aDiversionNamesOneOfSixKindsAndItsWay(String kind, String field) {
        diverted("kind", kind, "reason", "不归我们管").then().statusCode(400).body("errors.field", hasItem(field));
    }

    @Test
    void whoHandlesAConfidentialReportSeesNothingOfItsReporter() {
        String id = reportedBy(Map.of("name", "张三", "phone", "13800005678", "confidential", true))
                .path("id");
        done(COMMUNITY_DESK, id, "dispatch", "unit", "sanitation");

        read(unit("sanitation"), id)
                .then()
                .body("reporter.present", equalTo(true))
                .body("reporter.confidential", equalTo(true))
                .body("reporter.name", nullValue())
                .body("reporter.phone", nullValue())
                .body("allowed", not(hasItem("unmask")));
    }

    @Test
    void aRefusalNeedsAReasonAndARouteAndTheReporterReadsBoth() {
        var receipt = report(PORTAL, Map.of("text", "那个事咋弄的", "gridCode", LEAF));
        String id = receipt.path("id");
        send(COMMUNITY_DESK, id, "reject", "reason", "已在法院审理")
                .then()
                .statusCode(400)
                .body("errors.field", contains("route"));
        send(COMMUNITY_DESK, id, "reject", "route", "请联系法院")
                .then()
                .statusCode(400)
                .body("errors.field", contains("reason"));

        done(COMMUNITY_DESK, id, "reject", "reason", "已在法院审理", "route", "请联系祥符区法院");

        as(PORTAL)
                .queryParam("token", receipt.<String>path("trackingToken"))
                .get("/api/cases/track/" + receipt.path("number"))
                .then()
                .body("reason", equalTo("已在法院审理"))
                .body("route", equalTo("请联系祥符区法院"));
    }

    @Test
    void aComplaintIsNotThereForTheCommunityComplainedOf() {
        String id = report(
                        PORTAL,
                        Map.of("text", "社区干部态度差", "matterCode", "0101", "gridCode", LEAF, "complainedOf", "community"))
                .path("id");

        read(COMMUNITY_DESK, id).then().statusCode(404);
        read(GRID_HEAD, id).then().statusCode(404);
        read(STREET, id).then().statusCode(200).body("owner.unit", equalTo("street"));
    }

    @Test
    void aComplaintIsNotDispatchedToWhomItIsAbout() {
        String id = report(
                        PORTAL,
                        Map.of("text", "环卫乱收费", "matterCode", "0101", "gridCode", LEAF, "complainedOf", "sanitation"))
                .path("id");

        send(COMMUNITY_DESK, id, "dispatch", "unit", "sanitation")
                .then()
                .statusCode(409)
                .body("rule", equalTo("COMPLAINT"));
    }

    @Test
    void aComplaintAboutNobodyIsRefused() {
        report(PORTAL, Map.of("text", "态度差", "gridCode", LEAF, "complainedOf", "nobody"))
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("complainedOf"));
    }

    @Test
    void whatFollowsTheClosingIsTold() {
        try (var topics = new Topics("onegrid.cases")) {
            var receipt = reportedBy(ZHANG);
            String id = handled(receipt.path("id"));
            done(SUPERVISOR, id, "call-back", "result", "DECLINED");

            var event = topics.awaitEvent("grid.case.called-back.v1", id);

            assertThat(Contracts.violations(event)).isEmpty();
        }
    }
}
