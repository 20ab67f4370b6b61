package onegrid.brain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import onegrid.testing.Tokens;
import org.junit.jupiter.api.Test;

/** The read model is a projection: it can be lost. */
@QuarkusTest
class RebuildTest extends BrainTest {
    @Inject
    DataSource database;

    @Test
    void whatWasKnownOfCasesComesBackFromTheTopics() throws SQLException {
        var aCase = running();
        told("dispatched", aCase.moved("DISPATCHED"));
        awaitLinkage(aCase, now -> now.getString("caseStatus").equals("DISPATCHED"));
        try (var connection = database.getConnection();
                var damage = connection.prepareStatement("delete from known_case where case_id = ?")) {
            damage.setObject(1, aCase.id);
            damage.executeUpdate();
        }

        as(Tokens.of("system-admin")).post("/api/brain/ops/rebuild").then().statusCode(200);

        as(Tokens.of("community").in(aCase.community()))
                .get("/api/brain/situation")
                .then()
                .body("open", equalTo(1))
                .body("today.big", equalTo(1));
    }

    @Test
    void aRebuildDecidesNothingAnew() {
        var aCase = running();

        as(Tokens.of("system-admin")).post("/api/brain/ops/rebuild").then().statusCode(200);

        assertThat(events("brain.case.decided.v1", aCase)).hasSize(1);
        assertThat(linkage(aCase).getList("parts")).hasSize(4);
    }

    @Test
    void aRebuildIsForTheOperator() {
        as(centre()).post("/api/brain/ops/rebuild").then().statusCode(403);
    }

    @Test
    void whatCannotBeUnderstoodIsListedForTheOperator() {
        topics().tell("onegrid.cases", "x", "this is no event");

        org.awaitility.Awaitility.await().untilAsserted(() -> assertThat(as(Tokens.of("system-admin"))
                        .get("/api/brain/ops/dead-letters")
                        .jsonPath()
                        .getList("items.payload"))
                .contains("this is no event"));
    }
}
