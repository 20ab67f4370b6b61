package onegrid.grid.cases;

import static io.restassured.RestAssured.given;
import static onegrid.grid.cases.District.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import onegrid.grid.photos.Pictures;
import onegrid.testing.Contracts;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.Tokens;
import onegrid.testing.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One matter, several reporters: each keeps a number, is told and may rate (C7). */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class DuplicatesTest {
    private static final String QUIET_GRID = "41021200100100102";
    private static final Map<String, Double> HERE = Map.of("longitude", 114.433737, "latitude", 34.773522);
    private static final Map<String, Double> HUNDRED_METRES_EAST =
            Map.of("longitude", 114.434830, "latitude", 34.773522);
    private static final Map<String, Double> TWO_HUNDRED_METRES_EAST =
            Map.of("longitude", 114.435923, "latitude", 34.773522);

    private static Response nearby(Map<String, ?> question) {
        return as(PORTAL).body(question).post("/api/cases/nearby");
    }

    private static Response join(Response master, Map<String, ?> body) {
        return as(PORTAL).body(body).post("/api/cases/track/" + master.path("number") + "/join");
    }

    private static Response tracked(Response receipt) {
        return as(PORTAL)
                .queryParam("token", receipt.<String>path("trackingToken"))
                .get("/api/cases/track/" + receipt.path("number"));
    }

    private static Response merged(Response duplicate, Response master) {
        return send(COMMUNITY_DESK, duplicate.path("id"), "merge", "into", master.path("number"), "reason", "同一处垃圾");
    }

    private static void closed(String id) {
        done(COMMUNITY_DESK, id, "dispatch", "unit", "sanitation");
        done(unit("sanitation"), id, "accept");
        done(unit("sanitation"), id, "start");
        done(unit("sanitation"), id, "feedback", "text", "已清运", "noPhotoReason", "夜间无法拍照");
        done(COMMUNITY_DESK, id, "verify", "passed", true, "text", "现场已复核");
    }

    @Test
    void theSameMatterInTheSameGridIsFoundBeforeReporting() {
        var number = report(PORTAL, Map.of("text", "路灯坏了", "matterCode", "0603", "gridCode", QUIET_GRID))
                .<String>path("number");

        nearby(Map.of("matterCode", "0603", "gridCode", QUIET_GRID))
                .then()
                .statusCode(200)
                .body("cases.number", hasItem(number))
                .body("cases.find { it.number == '" + number + "' }.keySet()", hasSize(10))
                .body("cases[0]", not(hasKey("text")));
    }

    @Test
    void theSameMatterWithinHundredAndFiftyMetresIsFound() {
        var number = report(PORTAL, Map.of("text", "广告牌松了", "matterCode", "0202", "point", HERE))
                .<String>path("number");

        List<String> found = nearby(Map.of("matterCode", "0202", "point", HUNDRED_METRES_EAST))
                .path("cases.number");

        assertThat(found).contains(number);
    }

    @Test
    void whatLiesFurtherAwayIsAnother() {
        var number = report(PORTAL, Map.of("text", "油烟太大", "matterCode", "0104", "point", HERE))
                .<String>path("number");

        List<String> found = nearby(Map.of("matterCode", "0104", "point", TWO_HUNDRED_METRES_EAST))
                .path("cases.number");

        assertThat(found).doesNotContain(number);
    }

    @Test
    void theSameThingInOtherWordsIsFoundWhateverMatterItWasFiledUnder() {
        var point = Map.of("longitude", 114.4431, "latitude", 34.7662);
        var number = report(PORTAL, Map.of("text", "北门口那个井盖不见了，黑洞洞的", "matterCode", "0604", "point", point))
                .<String>path("number");

        nearby(Map.of("text", "北门井盖丢了，井口敞着", "matterCode", "0602", "point", point))
                .then()
                .statusCode(200)
                .body("cases.find { it.number == '" + number + "' }.sameMatter", is(false))
                .body("cases.find { it.number == '" + number + "' }.metres", is(50))
                .body("cases.find { it.number == '" + number + "' }.confidence", greaterThanOrEqualTo(0.5f));
    }

    @Test
    void whatIsSaidToBeAtAnotherEntranceIsAnother() {
        var number = report(PORTAL, Map.of("text", "1单元门坏了关不严", "matterCode", "5304", "gridCode", QUIET_GRID))
                .<String>path("number");

        List<String> found = nearby(Map.of("text", "11单元门坏了关不严", "matterCode", "5304", "gridCode", QUIET_GRID))
                .path("cases.number");

        assertThat(found).doesNotContain(number);
    }

    @Test
    void somethingElseInTheSameGridIsNotTakenForIt() {
        var number = report(PORTAL, Map.of("text", "广场舞音响太吵", "matterCode", "0504", "gridCode", QUIET_GRID))
                .<String>path("number");

        List<String> found =
                nearby(Map.of("text", "电梯里困住人了", "gridCode", QUIET_GRID)).path("cases.number");

        assertThat(found).doesNotContain(number);
    }

    @Test
    void aReportInConfidenceIsNeverFound() {
        var receipt = report(
                PORTAL,
                Map.of(
                        "text",
                        "举报有人乱倒垃圾",
                        "matterCode",
                        "0106",
                        "gridCode",
                        LEAF,
                        "reporter",
                        Map.of("name", "张三", "phone", "13800005678", "confidential", true)));

        nearby(Map.of("matterCode", "0106", "gridCode", LEAF)).then().body("cases", empty());
        join(receipt, Map.of()).then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"matterCode\":\"0101\"}",
                "{\"gridCode\":\"41021200100100101\"}",
                "{\"matterCode\":\"9999\",\"gridCode\":\"41021200100100101\"}",
                "{\"matterCode\":\"0101\",\"gridCode\":\"nowhere\"}",
                "{\"matterCode\":\"0101\",\"gridCode\":\"41021200100100101\",\"point\":{\"longitude\":114.43,\"latitude\":34.77}}"
            })
    void anUnclearQuestionIsRefused(String body) {
        as(PORTAL).body(body).post("/api/cases/nearby").then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void whoJoinsGetsANumberOfTheirOwnAndFollowsTheMaster() {
        var master = reported("垃圾没人拉", "0101");

        var mine = join(master, Map.of("reporter", Map.of("name", "李四", "phone", "13900001111")));

        mine.then().statusCode(201).body("status", equalTo("MERGED")).body("dueAt", equalTo(master.path("dueAt")));
        tracked(mine)
                .then()
                .statusCode(200)
                .body("number", not(equalTo(master.<String>path("number"))))
                .body("master.number", equalTo(master.<String>path("number")))
                .body("owner.post", equalTo(tracked(master).<String>path("owner.post")))
                .body("promises.why", contains("filed"))
                .body("text", not(containsString("垃圾没人拉")));
    }

    private static String photo() {
        return given().auth()
                .oauth2(PORTAL)
                .contentType("image/jpeg")
                .body(Pictures.picture("jpg", 64, 48))
                .post("/api/photos")
                .path("id");
    }

    private static Response photoFor(String token, String photo) {
        return given().auth().oauth2(token).get("/api/photos/" + photo);
    }

    @Test
    void whatWhoJoinsHasWrittenAndPhotographedAlreadyReachesWhoHandlesTheMaster() {
        var master = reported("垃圾没人拉", "0101");
        done(COMMUNITY_DESK, master.path("id"), "dispatch", "unit", "sanitation");
        var photo = photo();

        var mine = join(master, Map.of("text", "三号楼后面也堆满了，电话13800005678", "photos", List.of(photo)));

        mine.then().statusCode(201);
        read(unit("sanitation"), master.path("id"))
                .then()
                .body("photos.id", contains(photo))
                .body("duplicates.text", contains("三号楼后面也堆满了，电话[通讯号已隐去]"));
        photoFor(unit("sanitation"), photo).then().statusCode(200);
        photoFor(unit("water"), photo).then().statusCode(404);
    }

    @Test
    void whoJoinsSeesTheOwnPhotosAndNotThoseOfTheMaster() {
        var others = photo();
        var master = report(
                PORTAL, Map.of("text", "垃圾没人拉", "matterCode", "0101", "gridCode", LEAF, "photos", List.of(others)));
        var own = photo();

        var mine = join(master, Map.of("photos", List.of(own)));

        tracked(mine).then().body("photos.id", contains(own));
        tracked(master).then().body("photos.id", contains(others));
        as(PORTAL)
                .queryParam("number", mine.<String>path("number"))
                .queryParam("token", mine.<String>path("trackingToken"))
                .get("/api/photos/" + own)
                .then()
                .statusCode(200);
    }

    @Test
    void aPhotoThatWasNeverUploadedIsRefusedAndNobodyHasJoined() {
        var master = reported("垃圾没人拉", "0101");

        join(master, Map.of("photos", List.of(UUID.randomUUID().toString())))
                .then()
                .statusCode(400)
                .body("errors.field", contains("photos"));
        read(COMMUNITY_DESK, master.path("id")).then().body("duplicates", empty());
    }

    @Test
    void theDeskSeesWhoJoined() {
        var master = reported("垃圾没人拉", "0101");
        var mine = join(master, Map.of());

        read(COMMUNITY_DESK, master.path("id")).then().body("duplicates.number", contains(mine.<String>path("number")));
    }

    @Test
    void closingTheMasterClosesItsDuplicatesAndEachReporterMayRate() {
        var master = reported("垃圾没人拉", "0101");
        var mine = join(master, Map.of());

        closed(master.path("id"));

        tracked(mine)
                .then()
                .body("status", equalTo("CLOSED"))
                .body("feedback.text", equalTo("已清运"))
                .body("allowed", hasItem("rate"));
    }

    @Test
    void aReportThatWaitsForTheDeskIsClosedWithItsMaster() {
        var master = reported("垃圾没人拉", "0101");
        var unclear = report(PORTAL, Map.of("text", "那个事咋弄的", "gridCode", LEAF));
        merged(unclear, master).then().statusCode(200).body("master.number", equalTo(master.<String>path("number")));

        closed(master.path("id"));

        tracked(unclear).then().body("status", equalTo("CLOSED"));
    }

    @Test
    void cancellingTheMasterSetsItsDuplicatesFree() {
        var master = reported("垃圾没人拉", "0101");
        var mine = join(master, Map.of());

        done(CENTRE, master.path("id"), "cancel", "reason", "误报");

        tracked(mine).then().body("status", equalTo("FILED")).body("master", nullValue());
    }

    @Test
    void reopeningTheMasterIsToldToItsDuplicatesAndTheirReportersSeeHowItGoes() {
        var master = reported("垃圾没人拉", "0101");
        var mine = join(master, Map.of());
        closed(master.path("id"));

        done(CENTRE, master.path("id"), "reopen", "reason", "垃圾又堆回来了");

        tracked(mine)
                .then()
                .body("status", equalTo("MERGED"))
                .body("statusText", equalTo("同一事项已重新办理：已立案，正在安排处理"))
                .body("history.last().text", equalTo("同一事项已重新办理"))
                .body("master.status", equalTo("FILED"))
                .body("dueAt", equalTo(read(CENTRE, master.path("id")).<String>path("dueAt")))
                .body("allowed", contains("urge"));
        closed(master.path("id"));
        tracked(mine).then().body("status", equalTo("CLOSED")).body("allowed", hasItem("rate"));
    }

    @Test
    void aReporterWhoIsNotSatisfiedTakesTheDuplicatesAlong() {
        var master = reported("垃圾没人拉", "0101");
        var mine = join(master, Map.of());
        closed(master.path("id"));
        rated(mine, 5, true).then().body("status", equalTo("EVALUATED"));

        rated(master, 1, false).then().statusCode(200);

        tracked(mine).then().body("status", equalTo("MERGED")).body("statusText", equalTo("同一事项已重新办理：已立案，正在安排处理"));
    }

    @Test
    void whatIsSetFreeAfterItsMasterWasReopenedIsACaseOfItsOwnInTime() {
        var master = reported("垃圾没人拉", "0101");
        var mine = join(master, Map.of());
        closed(master.path("id"));
        done(CENTRE, master.path("id"), "reopen", "reason", "垃圾又堆回来了");

        done(COMMUNITY_DESK, mine.path("id"), "unmerge", "reason", "是另一处")
                .then()
                .body("status", equalTo("FILED"))
                .body("owner.unit", equalTo("grid"))
                .body("overdue", is(false))
                .body("promises.why", contains("filed", "reopened"));
    }

    private static Response rated(Response receipt, int score, boolean solved) {
        return as(PORTAL)
                .queryParam("token", receipt.<String>path("trackingToken"))
                .body(Map.of("score", score, "solved", solved))
                .post("/api/cases/track/" + receipt.path("number") + "/rate");
    }

    @Test
    void unmergingRestoresStatusOwnerAndDueTime() {
        var master = reported("垃圾没人拉", "0101");
        var other = reported("还有一处垃圾", "0101");
        var before = read(COMMUNITY_DESK, other.path("id"));
        merged(other, master).then().statusCode(200).body("status", equalTo("MERGED"));

        done(COMMUNITY_DESK, other.path("id"), "unmerge", "reason", "是两处垃圾")
                .then()
                .body("status", equalTo("FILED"))
                .body("owner", equalTo(before.path("owner")))
                .body("dueAt", equalTo(before.path("dueAt")))
                .body("history.last().reason", equalTo("是两处垃圾"));
    }

    @Test
    void aMasterDoesNotBecomeADuplicate() {
        var master = reported("垃圾没人拉", "0101");
        join(master, Map.of());

        merged(master, reported("还有一处垃圾", "0101")).then().statusCode(409).body("rule", equalTo("C7"));
    }

    @Test
    void aCaseOutOfSightIsNoMaster() {
        var far = report(
                CENTRE, Map.of("text", "垃圾没人拉", "matterCode", "0101", "gridCode", "410212001002", "channel", "WINDOW"));

        merged(reported("垃圾没人拉", "0101"), far).then().statusCode(400).body("errors.field", contains("into"));
    }

    @Test
    void whoHandlesACaseDoesNotMergeIt() {
        var master = reported("垃圾没人拉", "0101");

        send(GRID_HEAD, filed("0101"), "merge", "into", master.path("number"), "reason", "同一处")
                .then()
                .statusCode(403);
    }

    @Test
    void urgingADuplicateUrgesTheMaster() {
        var master = reported("垃圾没人拉", "0101");
        var mine = join(master, Map.of());

        as(PORTAL)
                .queryParam("token", mine.<String>path("trackingToken"))
                .body(Map.of("text", "我这边也臭"))
                .post("/api/cases/track/" + mine.path("number") + "/urge")
                .then()
                .statusCode(200);

        read(GRID_HEAD, master.path("id"))
                .then()
                .body("urgedByReporter", equalTo(1))
                .body("history.last().note", equalTo(mine.path("number") + "：我这边也臭"));
    }

    @Test
    void mergingAndUnmergingAreTold() {
        try (var topics = new Topics("onegrid.cases")) {
            var master = reported("垃圾没人拉", "0101");
            var mine = join(master, Map.of());
            done(COMMUNITY_DESK, mine.path("id"), "unmerge", "reason", "是另一处");

            assertThat(Contracts.violations(topics.awaitEvent("grid.case.merged.v1", mine.path("id"))))
                    .isEmpty();
            assertThat(Contracts.violations(topics.awaitEvent("grid.case.unmerged.v1", mine.path("id"))))
                    .isEmpty();
        }
    }

    @Test
    void anAuditorReportsNothing() {
        as(Tokens.of("auditor").in("410212").token())
                .body(Map.of("matterCode", "0101", "gridCode", LEAF))
                .post("/api/cases/nearby")
                .then()
                .statusCode(403);
    }
}
