package onegrid.grid.cases;

import static onegrid.grid.cases.District.*;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;
import onegrid.kit.clock.Zone;
import onegrid.testing.ServiceUnderTest;
import org.junit.jupiter.api.Test;

/** Every dispatch of a real life is counted for the unit it went to. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class DispatchFiguresTest {
    @Inject
    DataSource database;

    private static Response behind(String figure, String part, String unit) {
        return behind(CENTRE, figure, part, unit);
    }

    private static Response behind(String token, String figure, String part, String unit) {
        var today =
                LocalDate.ofInstant(MovingClock.CLOCK.instant(), Zone.SHANGHAI).toString();
        return as(token)
                .queryParam("from", today)
                .queryParam("to", today)
                .queryParam("part", part)
                .queryParam("unit", unit)
                .queryParam("limit", 200)
                .get("/api/cases/figures/" + figure + "/cases");
    }

    @Test
    void aCaseThatCameBackWasFirstDispatchedWrongly() {
        var id = filed("0402");
        done(COMMUNITY_DESK, id, "dispatch", "unit", "heating");
        done(unit("heating"), id, "return", "reason", "不是我们的管道");
        done(STREET, id, "rule", "unit", "disabled-federation", "reason", "由你们办");
        done(unit("disabled-federation"), id, "accept");

        behind("dispatchAccuracy", "missing", "heating").then().statusCode(200).body("items.id", hasItem(id));
        behind("returned", "numerator", "heating").then().body("items.id", hasItem(id));
        behind("acceptHours", "numerator", "disabled-federation").then().body("items.id", hasItem(id));
    }

    @Test
    void aUnitSeesThatItGaveACaseBackButMayNotOpenItAnyMore() {
        var id = filed("0402");
        done(COMMUNITY_DESK, id, "dispatch", "unit", "tax");
        done(unit("tax"), id, "return", "reason", "不是我们的事");
        done(STREET, id, "rule", "unit", "water", "reason", "由供水公司办");

        behind(unit("tax"), "returned", "numerator", "tax")
                .then()
                .statusCode(200)
                .body("items.find { it.id == '" + id + "' }.opens", equalTo(false));
    }

    @Test
    void theDeskFindsWhatIsSupervised() throws SQLException {
        var id = filed("0402");
        var other = filed("0402");
        supervise(id, 2);

        var found = as(CENTRE)
                .queryParam("supervision", "2")
                .queryParam("limit", 200)
                .get("/api/cases");

        found.then().statusCode(200).body("items.id", hasItem(id)).body("items.id", not(hasItem(other)));
        found.then().body("items.find { it.id == '" + id + "' }.supervision", equalTo(2));
    }

    @Test
    void aLevelOfSupervisionThatDoesNotExistIsRefused() {
        as(CENTRE)
                .queryParam("supervision", "4")
                .get("/api/cases")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("supervision"));
    }

    private void supervise(String id, int level) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("update grid_case set supervision = ? where id = ?::uuid")) {
            update.setInt(1, level);
            update.setString(2, id);
            update.executeUpdate();
        }
    }
}
