package onegrid.party.reportin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each test ends what it reported in, so that the sample's sums stay true. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class ReportInStoryTest {
    private final String unit = "T" + ThreadLocalRandom.current().nextInt(1_000_000);
    private String member;

    private static Response send(Tokens who, String path, Map<String, ?> body) {
        return given().auth()
                .oauth2(who.token())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/party/" + path);
    }

    private static Response send(String path, Map<String, ?> body) {
        return send(Tokens.of("party").in("410212001"), path, body);
    }

    private Response registered() {
        return send(
                "units",
                Map.of(
                        "code", unit,
                        "name", "样例单位" + unit,
                        "communityCode", "410212001001",
                        "liaisonPost", "办公室主任（联络岗）",
                        "liaisonPhone", "0371-0000-0999"));
    }

    private Response memberRegistered(String consentUntil) {
        var answer = send(
                "units/" + unit + "/members",
                Map.of("communityCode", "410212001001", "skills", List.of("MEDICAL"), "consentUntil", consentUntil));
        member = answer.jsonPath().getString("ref");
        return answer;
    }

    private Response move(String path, String... moves) {
        Response last = null;
        for (var move : moves) {
            last = send(path + "/" + move, Map.of());
        }
        return last;
    }

    @AfterEach
    void end() {
        if (member != null) {
            move("members/" + member, "end");
        }
        move("units/" + unit, "end");
    }

    @Test
    void aUnitReportsInItsMemberIsConfirmedAssignedAndServes() {
        registered().then().statusCode(201);
        move("units/" + unit, "confirm", "assign", "activate").then().statusCode(200);
        memberRegistered("2099-12-31").then().statusCode(201);

        var active = move("members/" + member, "confirm", "assign", "activate");

        assertThat(active.jsonPath().getString("status")).isEqualTo("ACTIVE");
        assertThat(active.header("ETag")).isNotNull();
    }

    @Test
    void aMemberCannotReportInBeforeItsUnitIsConfirmed() {
        registered();

        var refused = memberRegistered("2099-12-31");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("rule")).isEqualTo("unit-before-member");
    }

    @Test
    void aMemberCannotReportInToTwoCommunities() {
        registered();
        move("units/" + unit, "confirm");
        memberRegistered("2099-12-31");

        var refused = send("units/" + unit + "/members", Map.of("ref", member, "communityCode", "410212001002"));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("rule")).isEqualTo("one-community");
    }

    @Test
    void aMemberWhoseConsentHasRunOutIsNotAssigned() {
        registered();
        move("units/" + unit, "confirm");
        memberRegistered("2020-01-01");
        move("members/" + member, "confirm");

        var refused = move("members/" + member, "assign");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("rule")).isEqualTo("consent-current");
    }

    @Test
    void aUnitCannotBeActiveBeforeItIsConfirmed() {
        registered();

        var refused = move("units/" + unit, "activate");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("/problems/illegal-transition");
    }

    @Test
    void aUnitWithoutALiaisonIsRefused() {
        var refused = send("units", Map.of("code", unit, "name", "无联络员", "communityCode", "410212001001"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.jsonPath().getList("errors.field", String.class)).contains("liaisonPost");
    }

    @Test
    void aUnitOfAnotherStreetIsNotFound() {
        registered();

        send(Tokens.of("party").in("410212101"), "units/" + unit + "/confirm", Map.of())
                .then()
                .statusCode(404);
    }

    @Test
    void aCommunityMayReadButNotRegister() {
        send(Tokens.of("community").in("410212001001"), "units/" + unit + "/confirm", Map.of())
                .then()
                .statusCode(403);
    }

    @Test
    void anUnknownMemberIsNotFound() {
        send("members/" + UUID.randomUUID() + "/confirm", Map.of()).then().statusCode(404);
    }
}
