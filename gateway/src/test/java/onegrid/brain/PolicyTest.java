package onegrid.brain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import onegrid.testing.Tokens;
import org.junit.jupiter.api.Test;

/** Policies over HTTP: drafted, tried, put in force. */
@QuarkusTest
class PolicyTest extends BrainTest {
    private static Map<String, Object> rule(String number, String condition, String scale) {
        return body(
                "number",
                number,
                "name",
                "试行规则",
                "condition",
                condition,
                "scale",
                scale,
                "level",
                "COMMUNITY",
                "sentence",
                "{matter}由{lead}办理。");
    }

    private static io.restassured.response.ValidatableResponse draft(List<Map<String, Object>> rules) {
        return as(centre())
                .body(body("note", "试行", "rules", rules))
                .post("/api/brain/policies")
                .then();
    }

    @Test
    void theProductComesWithAPolicyInForce() {
        as(centre())
                .get("/api/brain/policies")
                .then()
                .statusCode(200)
                .body("items.status", hasItem("IN_FORCE"))
                .body("items.find { it.version == 1 }.rules[0].condition", equalTo("severity == 1"));
    }

    @Test
    void aBrokenConditionIsNamedWithItsPlace() {
        draft(List.of(rule("A1", "severty == 1", "BIG"), rule("A2", "true", "SMALL")))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", equalTo("rules[0].condition"))
                .body("errors[0].message", containsString("A1 (line 1, column 1)"));
    }

    @Test
    void aConditionThatIsNoQuestionIsRefused() {
        draft(List.of(rule("A1", "severity + 1", "BIG"), rule("A2", "true", "SMALL")))
                .statusCode(400);
    }

    @Test
    void aPolicyMustDecideEveryCase() {
        draft(List.of(rule("A1", "severity == 1", "BIG"))).statusCode(400).body("errors[0].field", equalTo("rules"));
    }

    @Test
    void aPlaceholderThatNobodyFillsIsRefused() {
        var last = rule("A1", "true", "SMALL");
        last.put("sentence", "{mater}");

        draft(List.of(last)).statusCode(400).body("detail", containsString("{mater}"));
    }

    @Test
    void aDraftIsTriedOnPastCasesWithoutChangingThem() {
        var aCase = running();
        var version = draft(List.of(rule("A1", "true", "SMALL")))
                .statusCode(201)
                .extract()
                .path("version");

        as(Tokens.of("centre").in(aCase.community()))
                .body("{}")
                .post("/api/brain/policies/" + version + "/try")
                .then()
                .statusCode(200)
                .body("cases", equalTo(1))
                .body("small", equalTo(1))
                .body("changed[0].caseNumber", equalTo(aCase.number()))
                .body("changed[0].before", equalTo("BIG"))
                .body("changed[0].after", equalTo("SMALL"))
                .body("changed[0].rule", equalTo("A1"));
    }

    @Test
    void aPolicyPutInForceDecidesTheNextCase() {
        var delivered = as(centre()).get("/api/brain/policies/1").jsonPath();
        int version = draft(List.of(rule("B1", "severity == 4", "BIG"), rule("B2", "true", "SMALL")))
                .extract()
                .path("version");
        as(centre())
                .body("{}")
                .post("/api/brain/policies/" + version + "/enforce")
                .then()
                .statusCode(200);

        var rule = decided(filed(ACase.small())).path("data").path("rule").asText();

        // the delivered rules come back for the tests that follow
        int again = draft(delivered.getList("rules")).statusCode(201).extract().path("version");
        as(centre())
                .body("{}")
                .post("/api/brain/policies/" + again + "/enforce")
                .then()
                .statusCode(200);
        assertThat(rule).isEqualTo("B1");
    }

    @Test
    void aRetiredPolicyStaysRetired() {
        draft(List.of(rule("A1", "true", "SMALL"))).statusCode(201);
        int inForce = as(centre())
                .get("/api/brain/policies")
                .jsonPath()
                .getInt("items.find { it.status == 'IN_FORCE' }.version");

        as(centre())
                .body("{}")
                .post("/api/brain/policies/" + inForce + "/enforce")
                .then()
                .statusCode(409);
    }

    @Test
    void onlyTheCentreDrafts() {
        as(Tokens.of("street").in("410212"))
                .body(body("note", "试行", "rules", List.of(rule("A1", "true", "SMALL"))))
                .post("/api/brain/policies")
                .then()
                .statusCode(403);
    }
}
