package onegrid.kit.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        "GET, /api/things/a%00b, 400, bad-parameter",
        "GET, /api/things/me?unknown=%00, 400, bad-parameter",
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

    @ParameterizedTest
    @ValueSource(
            strings = {"image/png", "text/html", "text/csv, image/*;q=0.5", "application/problem+json", "nonsense"})
    void whoAsksForAnotherFormHearsIt(String accept) {
        given().auth()
                .oauth2(Tokens.of("street").token())
                .header("Accept", accept)
                .get("/api/things/me")
                .then()
                .statusCode(406)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/not-acceptable"));
    }

    @Test
    void aContentTypeThatIsNoneIsNamed() throws Exception {
        // RestAssured sends no such header.
        var request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/api/things"))
                .header("Authorization", "Bearer " + Tokens.of("street").token())
                .header("Content-Type", "nonsense")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(request, BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(415);
            assertThat(answer.body()).contains("/problems/unsupported-media-type", "Content-Type");
        }
    }

    @Test
    void whoAsksForAnotherFormHasDoneNothing() {
        given().auth()
                .oauth2(Tokens.of("street").token())
                .header("Accept", "image/png")
                .contentType("application/json")
                .body("{\"name\":\"unheard\"}")
                .post("/api/things");

        given().auth()
                .oauth2(Tokens.of("street").token())
                .get("/api/things/by-name?name=unheard")
                .then()
                .body(equalTo("0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/*",
                "application/json",
                "application/problem+json, application/json",
                "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8",
                "application/json;charset=utf-8"
            })
    void whoTakesJsonGetsIt(String accept) {
        given().auth()
                .oauth2(Tokens.of("street").token())
                .header("Accept", accept)
                .get("/api/things/me")
                .then()
                .statusCode(200)
                .contentType("application/json");
    }

    @Test
    void whoTellsNoFormGetsJson() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/api/things/me"))
                .header("Authorization", "Bearer " + Tokens.of("street").token());

        var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
    }

    @ParameterizedTest
    @CsvSource({"/api/things", "/api/things/note"})
    void anotherContentTypeIsRefused(String path) {
        given().auth()
                .oauth2(Tokens.of("street").token())
                .contentType("text/plain")
                .body("hello")
                .post(path)
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
