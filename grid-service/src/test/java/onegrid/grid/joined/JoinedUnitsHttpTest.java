package onegrid.grid.joined;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** District units that take part in the work of grids. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class JoinedUnitsHttpTest {
    private static final String COMMUNITY =
            Tokens.of("community").in("410212001006").token();
    private static final String VISITOR = Tokens.of("portal").token();

    @Test
    void aUnitThatJoinsStandsOnTheCardOfTheGridAndOfThoseBelow() {
        join("410212001006001", Map.of("unit", "water", "task", "每月一次管网巡查"))
                .then()
                .statusCode(201)
                .body("unitName", equalTo("供水公司"));

        card("41021200100600101").body("units.unitName", hasItem("供水公司"));
    }

    @Test
    void aUnitThatJoinsNextYearIsNotOnTheCardYet() {
        join("410212001006002", Map.of("unit", "gas", "since", "2099-01-01"));

        card("410212001006002").body("units.unit", not(hasItem("gas")));
    }

    @Test
    void aUnitThatLeftIsKeptInTheList() {
        join("410212001006003", Map.of("unit", "housing"));

        send("410212001006003/units/housing/leave", Map.of("reason", "轮换"))
                .then()
                .statusCode(200);

        card("410212001006003").body("units.unit", not(hasItem("housing")));
        given().auth()
                .oauth2(VISITOR)
                .get("/api/grids/410212001006003/units")
                .then()
                .body("items", hasSize(1))
                .body("items[0].leftWhy", equalTo("轮换"));
    }

    @Test
    void aUnitJoinsAGridOnceAtATime() {
        join("410212001006004", Map.of("unit", "power"));

        join("410212001006004", Map.of("unit", "power", "since", "2099-01-01"))
                .then()
                .statusCode(409)
                .body("rule", equalTo("UNIT_JOINED"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "unit  | {'unit':'no-such-unit'}",
                "unit  | {'unit':'grid'}",
                "unit  | {}",
                "until | {'unit':'tax','since':'2026-05-01','until':'2026-05-01'}",
                "since | {'unit':'tax','since':'next week'}"
            })
    void whatCannotJoinNamesItsField(String field, String body) {
        given().auth()
                .oauth2(COMMUNITY)
                .contentType(ContentType.JSON)
                .body(body.replace('\'', '"'))
                .post("/api/grids/410212001006005/units")
                .then()
                .statusCode(400)
                .body("errors.field", contains(field));
    }

    @Test
    void nobodyLetsAUnitJoinAGridOutOfScope() {
        join("410212001007", Map.of("unit", "water")).then().statusCode(404);
    }

    @Test
    void whatNeverJoinedCannotLeave() {
        send("410212001006005/units/police/leave", Map.of("reason", "轮换"))
                .then()
                .statusCode(404);
    }

    private static Response join(String grid, Map<String, ?> body) {
        return send(grid + "/units", body);
    }

    private static Response send(String rest, Map<String, ?> body) {
        return given().auth()
                .oauth2(COMMUNITY)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/grids/" + rest);
    }

    private static ValidatableResponse card(String grid) {
        return given().auth().oauth2(VISITOR).get("/api/grids/" + grid).then();
    }
}
