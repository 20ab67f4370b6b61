package onegrid.grid.cases;

import static io.restassured.RestAssured.given;
import static onegrid.grid.cases.District.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import onegrid.grid.photos.Pictures;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.Tokens;
import onegrid.testing.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Neither its words nor its photos nor that it exists reaches the party complained of (济南 Art. 32), whichever way. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class ComplaintHiddenTest {
    /** Parties, and the post through which they look. */
    private enum Party {
        GRID("grid", GRID_HEAD),
        COMMUNITY("community", COMMUNITY_DESK),
        HEAD_BELOW_THE_COMMUNITY("community", GRID_HEAD),
        STREET("street", District.STREET),
        SANITATION("sanitation", unit("sanitation"));

        final String code;
        final String token;

        Party(String code, String token) {
            this.code = code;
            this.token = token;
        }
    }

    /** Without digits: a row of them could look like a telephone number and be masked. */
    private static String word() {
        return "投诉" + UUID.randomUUID().toString().replaceAll("[0-9]", "x");
    }

    private static Response complaint(String about, String text, String... photos) {
        var body = new HashMap<String, Object>(
                Map.of("text", text, "matterCode", "0101", "gridCode", LEAF, "complainedOf", about));
        body.put("photos", List.of(photos));
        var answer = report(PORTAL, body);
        answer.then().statusCode(201);
        return answer;
    }

    @ParameterizedTest
    @EnumSource
    void noListAndNoSearchHoldsIt(Party party) {
        var text = word();
        var receipt = complaint(party.code, text);

        for (var view : List.of("all", "open", "inbox")) {
            as(party.token)
                    .queryParam("view", view)
                    .queryParam("query", text)
                    .get("/api/cases")
                    .then()
                    .statusCode(200)
                    .body("items", empty());
        }
        as(party.token)
                .queryParam("query", receipt.<String>path("number"))
                .get("/api/cases")
                .then()
                .body("items", empty());
        as(CENTRE).queryParam("query", text).get("/api/cases").then().body("items", hasSize(1));
    }

    @ParameterizedTest
    @EnumSource
    void itIsNotReadByIdOrNumberAndTakesNoCommand(Party party) {
        var receipt = complaint(party.code, word());
        String id = receipt.path("id");

        read(party.token, id).then().statusCode(404);
        as(party.token)
                .get("/api/cases/by-number/" + receipt.path("number"))
                .then()
                .statusCode(404);
        send(party.token, id, "mark-big", "reason", "让我看看").then().statusCode(404);
        send(party.token, id, "unmask", "reason", "谁投诉的").then().statusCode(404);
    }

    @ParameterizedTest
    @EnumSource
    void itsPhotosAreNotShown(Party party) {
        String photo = given().auth()
                .oauth2(PORTAL)
                .contentType("image/jpeg")
                .body(Pictures.picture("jpg", 64, 48))
                .post("/api/photos")
                .path("id");
        complaint(party.code, word(), photo);

        given().auth().oauth2(party.token).get("/api/photos/" + photo).then().statusCode(404);
        given().auth().oauth2(CENTRE).get("/api/photos/" + photo).then().statusCode(200);
    }

    @ParameterizedTest
    @EnumSource
    void countsGoOnWithoutIt(Party party) {
        var before = as(party.token).get("/api/cases/counts").<Integer>path("open");

        complaint(party.code, word());

        as(party.token).get("/api/cases/counts").then().body("open", equalTo(before));
    }

    @ParameterizedTest
    @ValueSource(strings = {"community", "street"})
    void neitherAFigureNorItsFileNorTheCasesBehindItHoldIt(String about) {
        var token = about.equals("community") ? COMMUNITY_DESK : STREET;
        int before = reported(token);
        var file = file(token);

        String id = complaint(about, word()).path("id");

        assertThat(reported(token)).isEqualTo(before);
        assertThat(file(token)).isEqualTo(file);
        as(token)
                .queryParam("limit", 200)
                .get("/api/cases/figures/filing/cases")
                .then()
                .body("items.id", not(hasItem(id)));
    }

    private static int reported(String token) {
        return as(token).get("/api/cases/figures").path("total.figures.filing.denominator");
    }

    private static String file(String token) {
        return as(token).accept("text/csv").get("/api/cases/figures").asString();
    }

    @Test
    void nobodyIsOfferedToJoinIt() {
        var receipt = complaint("community", word());

        List<String> near = as(PORTAL)
                .body(Map.of("matterCode", "0101", "gridCode", LEAF))
                .post("/api/cases/nearby")
                .path("cases.number");
        assertThat(near).doesNotContain(receipt.<String>path("number"));
        as(PORTAL)
                .body(Map.of())
                .post("/api/cases/track/" + receipt.path("number") + "/join")
                .then()
                .statusCode(404);
    }

    @Test
    void theCommunityDoesNotMergeIntoWhatItDoesNotSee() {
        var receipt = complaint("community", word());

        send(COMMUNITY_DESK, filed("0101"), "merge", "into", receipt.path("number"), "reason", "同一处")
                .then()
                .statusCode(400)
                .body("errors.field", contains("into"));
    }

    @Test
    void aComplaintIsNotMergedIntoACaseOfThePartyComplainedOf() {
        String complaint = complaint("community", word()).path("id");
        var plain = District.reported("门口垃圾没人拉", "0101");

        send(STREET, complaint, "merge", "into", plain.path("number"), "reason", "同一处")
                .then()
                .statusCode(409)
                .body("rule", equalTo("COMPLAINT"));
    }

    @Test
    void twoComplaintsAboutTheSamePartyAreMerged() {
        String second = complaint("community", word()).path("id");

        done(STREET, second, "merge", "into", complaint("community", word()).path("number"), "reason", "同一件事")
                .then()
                .body("status", equalTo("MERGED"));
    }

    @Test
    void theNextReportOfTheSameMatterDoesNotCountIt() {
        var matter = "5106";
        var body = Map.of("text", word(), "matterCode", matter, "gridCode", "410212001009001");
        report(PORTAL, with(body, "complainedOf", "community")).then().statusCode(201);

        try (var topics = new Topics("onegrid.cases")) {
            String id = report(PORTAL, body).path("id");

            assertThat(topics.awaitEvent("grid.case.filed.v1", id)
                            .at("/data/reportsBefore")
                            .asInt())
                    .isZero();
        }
    }

    private static Map<String, Object> with(Map<String, ?> body, String field, Object value) {
        var more = new HashMap<String, Object>(body);
        more.put(field, value);
        return more;
    }

    @Test
    void theUsualHelpersOfAJointCaseAreAskedButForTheOneComplainedOf() {
        var body = Map.of("text", word(), "matterCode", "0402", "gridCode", LEAF);
        String id =
                report(PORTAL, with(body, "complainedOf", "urban-management")).path("id");
        big(id);

        send(CENTRE, id, "dispatch", "unit", "water")
                .then()
                .statusCode(200)
                .body("coUnits.unit", not(hasItem("urban-management")));
    }

    /** As the brain decides. */
    private static void big(String id) {
        var decision = Map.of(
                "caseId", id,
                "caseNumber", "261122-00001",
                "scale", "BIG",
                "level", "STREET",
                "rule", "R3",
                "policyVersion", 1,
                "sentence", "严重程度二级",
                "linkageId", UUID.randomUUID());
        try (var topics = new Topics("onegrid.cases")) {
            topics.tell("onegrid.linkages", "brain.case.decided.v1", id, decision);
            topics.awaitEvent("grid.case.decided.v1", id);
        }
    }

    @Test
    void aCompanyComplainedOfNeitherHandlesNorSeesIt() {
        var company =
                Tokens.of("property").account("C03").in("410212").unit("C03").token();
        String id = complaint("C03", word()).path("id");

        send(STREET, id, "dispatch", "unit", "property-company")
                .then()
                .statusCode(409)
                .body("rule", equalTo("COMPLAINT"));
        read(company, id).then().statusCode(404);
    }
}
