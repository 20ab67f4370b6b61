package onegrid.grid.teams;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Volunteer teams at every node. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class TeamsHttpTest {
    private static final String COMMUNITY =
            Tokens.of("community").in("410212001005").token();
    private static final String CENTRE = Tokens.of("centre").in("410212").token();
    private static final String VISITOR = Tokens.of("portal").token();
    private static final String COMPOUND = "410212001005001";

    @ParameterizedTest
    @ValueSource(strings = {"410212", "410212001", "410212001005", COMPOUND, COMPOUND + "01"})
    void aTeamIsAttachedToAnyNode(String node) {
        form(CENTRE, node, "节点队伍")
                .then()
                .statusCode(201)
                .header("Location", startsWith("http"))
                .header("ETag", "\"0\"")
                .body("gridCode", equalTo(node))
                .body("kindName", equalTo("党员志愿者队伍"));
    }

    @Test
    void theCardOfABuildingShowsTheTeamsAboveItTheNearestFirst() {
        var grid = "41021200100500201";
        form(CENTRE, "410212", "全区应急队");
        form(CENTRE, grid, "片区党员先锋队");

        given().auth()
                .oauth2(VISITOR)
                .get("/api/grids/" + grid)
                .then()
                .body("teams[0].name", equalTo("片区党员先锋队"))
                .body("teams.name", hasItem("全区应急队"));
    }

    @Test
    void aDissolvedTeamLeavesTheCardAndStaysReadable() {
        var team = form(COMMUNITY, "410212001005003", "邻里帮扶队").path("id");
        send(COMMUNITY, "410212001005003", team + "/dissolve", Map.of("reason", "并入社区队伍"))
                .then()
                .statusCode(200)
                .body("dissolvedWhy", equalTo("并入社区队伍"));

        given().auth()
                .oauth2(VISITOR)
                .get("/api/grids/410212001005003/teams?dissolved=true")
                .then()
                .body("items.name", contains("邻里帮扶队"));
        given().auth()
                .oauth2(VISITOR)
                .get("/api/grids/410212001005003")
                .then()
                .body("teams.name", not(hasItem("邻里帮扶队")));
    }

    @Test
    void aTeamIsReadByEverybody() {
        var team = form(COMMUNITY, "410212001005007", "助老队").path("id");

        given().auth()
                .oauth2(VISITOR)
                .get("/api/grids/410212001005007/teams/" + team)
                .then()
                .statusCode(200)
                .body("name", equalTo("助老队"))
                .body("members", equalTo(12));
    }

    @Test
    void aTeamChangesItsNumbers() {
        var team = form(COMMUNITY, "410212001005004", "巡防一队").path("id");

        send(
                        COMMUNITY,
                        "410212001005004",
                        team + "/change",
                        Map.of("name", "巡防一队", "kind", "PATROL", "leaderPost", "小区党支部副书记", "members", 31))
                .then()
                .statusCode(200)
                .body("members", equalTo(31))
                .body("version", equalTo(1));
    }

    @Test
    void aTeamMovesToAnotherNodeInScope() {
        var team = form(COMMUNITY, "410212001005005", "环境队").path("id");

        send(COMMUNITY, "410212001005005", team + "/move", Map.of("gridCode", "410212001005"))
                .then()
                .statusCode(200)
                .body("gridCode", equalTo("410212001005"));
    }

    @Test
    void aTeamDoesNotMoveOutOfScope() {
        var team = form(COMMUNITY, "410212001005005", "文体队").path("id");

        send(COMMUNITY, "410212001005005", team + "/move", Map.of("gridCode", "410212001001"))
                .then()
                .statusCode(400)
                .body("errors.field", contains("gridCode"));
    }

    @Test
    void twoTeamsOfOneNameAreNotAtOneNode() {
        form(COMMUNITY, "410212001005006", "先锋队");

        form(COMMUNITY, "410212001005006", "先锋队").then().statusCode(409).body("rule", equalTo("TEAM_NAME"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "members    | {'name':'队','kind':'PARTY','leaderPost':'副书记','members':0}",
                "members    | {'name':'一队','kind':'PARTY','leaderPost':'副书记'}",
                "kind       | {'name':'一队','kind':'ARMY','leaderPost':'副书记','members':3}",
                "leaderPost | {'name':'一队','kind':'PARTY','leaderPost':'13800005678','members':3}",
                "leaderName | {'name':'一队','kind':'PARTY','leaderPost':'副书记','members':3,'leaderName':'张三'}"
            })
    void whatATeamMayNotHoldIsRefused(String field, String body) {
        given().auth()
                .oauth2(COMMUNITY)
                .contentType(ContentType.JSON)
                .body(body.replace('\'', '"'))
                .post("/api/grids/" + COMPOUND + "/teams")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem(field));
    }

    @Test
    void aVisitorFormsNoTeam() {
        form(VISITOR, COMPOUND, "自发队").then().statusCode(403);
    }

    @Test
    void nobodyFormsATeamOutOfScope() {
        form(COMMUNITY, "410212001001", "外来队").then().statusCode(404);
    }

    private static Response form(String token, String node, String name) {
        return send(token, node, "", Map.of("name", name, "kind", "PARTY", "leaderPost", "社区党组织副书记", "members", 12));
    }

    private static Response send(String token, String node, String rest, Map<String, ?> body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/grids/" + node + "/teams" + (rest.isEmpty() ? "" : "/" + rest));
    }
}
