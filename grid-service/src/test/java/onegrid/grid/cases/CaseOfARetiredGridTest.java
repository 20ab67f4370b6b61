package onegrid.grid.cases;

import static onegrid.grid.cases.District.CENTRE;
import static onegrid.grid.cases.District.PORTAL;
import static onegrid.grid.cases.District.as;
import static onegrid.grid.cases.District.read;
import static onegrid.grid.cases.District.report;
import static onegrid.grid.cases.District.send;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import onegrid.grid.grids.OwnDistrict;
import onegrid.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A case keeps the version under which it was filed, and is found under the old and the new code (C7, G6). */
@QuarkusTest
@WithTestResource(OwnDistrict.class)
class CaseOfARetiredGridTest {
    @Test
    void itKeepsTheGridUnderWhichItWasFiled() {
        var id = filedIn("410212001002903");
        OwnDistrict.change(OwnDistrict.split("410212001002903", "西", "东"))
                .then()
                .statusCode(201);

        read(CENTRE, id).then().body("grid.code", equalTo("410212001002903")).body("grid.name", containsString("散户"));
    }

    @Test
    void itIsFoundUnderTheOldAndTheNewCode() {
        var id = filedIn("410212001003903");
        String successor = OwnDistrict.change(OwnDistrict.split("410212001003903", "西", "东"))
                .path("difference.added[1].code");

        for (var code : List.of("410212001003903", successor)) {
            as(CENTRE)
                    .queryParam("gridCode", code)
                    .get("/api/cases")
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(id));
        }
    }

    @Test
    void theHeadOfTheSuccessorHandlesIt() {
        var id = filedIn("410212001004903");
        String successor = OwnDistrict.change(OwnDistrict.split("410212001004903", "西", "东"))
                .path("difference.added[0].code");

        send(head(successor), id, "self-handle").then().statusCode(200).body("status", equalTo("SELF_HANDLING"));
    }

    @Test
    void theCommunityThatACompoundMovedToFindsItInItsInbox() {
        var id = filedIn("410212001006003");
        OwnDistrict.change(Map.of("type", "move", "code", "410212001006003", "to", "410212001005"))
                .then()
                .statusCode(201);

        as(Tokens.of("community").in("410212001005").unit("community").token())
                .queryParam("view", "inbox")
                .get("/api/cases")
                .then()
                .body("items.id", hasItem(id));
    }

    @Test
    void throughTwoChangesItIsStillFound() {
        var id = filedIn("410212001007903");
        String first = OwnDistrict.change(OwnDistrict.split("410212001007903", "西", "东"))
                .path("difference.added[0].code");
        String second = OwnDistrict.change(OwnDistrict.split(first, "西西", "西东")).path("difference.added[0].code");

        read(head(second), id).then().statusCode(200);
    }

    @Test
    void aReportToARetiredCodeIsToldItsSuccessors() {
        String successor = OwnDistrict.change(OwnDistrict.split("410212001008903", "西", "东"))
                .path("difference.added[0].code");

        report(PORTAL, Map.of("text", "门口有情况，请来看看", "matterCode", "0101", "gridCode", "410212001008903"))
                .then()
                .statusCode(400)
                .body("errors.message", hasItem(containsString(successor)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"410212001009", "410212001003"})
    void aForeignCommunityStillFindsNothing(String community) {
        var id = filedIn("410212001001904");
        OwnDistrict.change(Map.of("type", "rename", "code", "410212001001904", "name", "改名" + community))
                .then()
                .statusCode(201);

        read(Tokens.of("community").in(community).unit("community").token(), id)
                .then()
                .statusCode(404);
    }

    private static String filedIn(String grid) {
        var answer = report(PORTAL, Map.of("text", "门口有情况，请来看看", "matterCode", "0101", "gridCode", grid));
        answer.then().statusCode(201);
        return answer.path("id");
    }

    private static String head(String grid) {
        return Tokens.of("grid-head")
                .account("head-" + grid)
                .in(grid)
                .post("网格长")
                .token();
    }
}
