package onegrid.kit.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class ProblemTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"name\":                          | malformed-json | ",
                "[]                                  | malformed-json | ",
                "                                    | validation     | ",
                "{\"name\":\"x\"}                    | validation     | name",
                "{}                                  | validation     | name",
                "{\"name\":\"good\",\"size\":0}      | validation     | size",
                "{\"name\":\"good\",\"size\":\"a\"}  | validation     | size",
                "{\"name\":\"good\",\"size\":1e99}   | validation     | size",
                "{\"name\":{\"a\":1}}                | validation     | name",
                "{\"name\":12}                       | validation     | name",
                "{\"name\":\"a\\u0000b\"}            | validation     | name",
                "{\"name\":\"a\\ud800b\"}            | validation     | name",
                "{\"name\":\"good\",\"nmae\":1}      | validation     | nmae",
                "{\"name\":\"good\",\"place\":{}}    | validation     | place.longitude",
                "{\"name\":\"good\",\"place\":{\"longitude\":\"x\"}} | validation | place.longitude",
            })
    void aBadBodyIsRefusedWithTheFieldsName(String body, String type, String field) {
        var answer = given().auth()
                .oauth2(Tokens.of("street").token())
                .contentType("application/json")
                .body(body == null ? "" : body)
                .post("/api/things");

        answer.then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + type))
                .body("status", equalTo(400));
        if (field != null) {
            answer.then().body("errors[0].field", equalTo(field));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/nothing, 404, not-found",
        "DELETE, /api/things, 405, method-not-allowed",
        "POST, /api/things/x/touch, 404, not-found",
        "GET, /api/things/auditor, 403, forbidden",
        "GET, /api/things/by-name?name=a%00b, 400, bad-parameter",
    })
    void aRequestToTheWrongPlaceIsToldWhatIsWrong(String method, String path, int status, String type) {
        given().auth()
                .oauth2(Tokens.of("street").token())
                .urlEncodingEnabled(false)
                .request(method, path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + type));
    }

    @Test
    void anotherContentTypeIsRefused() {
        given().auth()
                .oauth2(Tokens.of("street").token())
                .contentType("text/plain")
                .body("hello")
                .post("/api/things")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void nobodyIsAskedToSignIn() {
        given().get("/api/things/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/unauthenticated"));
    }

    @Test
    void anExpiredTokenIsNobody() {
        given().auth()
                .oauth2(Tokens.of("street").expired().token())
                .get("/api/things/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void aForeignTokenIsNobody() {
        given().auth()
                .oauth2(Tokens.of("street").foreign())
                .get("/api/things/me")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void theUnexpectedIsToldWithoutItsInside() {
        given().auth()
                .oauth2(Tokens.of("street").token())
                .get("/api/things/broken")
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/unexpected"))
                .body(not(containsString("secret")));
    }
}
