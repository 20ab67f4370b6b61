package onegrid.kit.scope;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import onegrid.testing.LogLines;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes to a service, whoever sends it there. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class ArrivalTest {
    @ParameterizedTest
    @CsvSource({
        "GET, /",
        "GET, /api/things/me",
        "GET, /api/things/open",
        "POST, /api/things",
        "GET, /api/nothing",
        "GET, /open311/v2/services.xml",
        "GET, /q/openapi",
        "GET, /q/swagger-ui",
        "GET, /q/arc/beans",
        "GET, /q",
        "GET, /index.html",
        "POST, /q/health",
        "GET, /q/health/../../api/things/open",
        "OPTIONS, /api/things/open",
    })
    void withoutATokenNothingIsAnswered(String method, String path) {
        given().urlEncodingEnabled(false).request(method, path).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer x", "Bearer a.b.c", "Basic c3lzdGVtOng=", "bearer  ", "Token x"})
    void garbageInsteadOfATokenIsNoToken(String authorization) {
        given().header("Authorization", authorization)
                .get("/api/things/open")
                .then()
                .statusCode(401);
    }

    @Test
    void theRefusalIsInWordsAndNamesTheCall() {
        given().header("X-Request-Id", "around-1")
                .get("/api/things/open")
                .then()
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/unauthenticated"))
                .body("requestId", equalTo("around-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/live", "/q/health/ready", "/q/metrics"})
    void whoKeepsItRunningNeedsNoToken(String path) {
        given().get(path).then().statusCode(anyOf(is(200), is(503)));
    }

    @Test
    void oneIdIsInEveryLineThatACallWrites() {
        try (var log = LogLines.of("")) {
            given().auth()
                    .oauth2(Tokens.of("street").token())
                    .header("X-Request-Id", "report-7")
                    .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                    .get("/api/things/broken")
                    .then()
                    .statusCode(500)
                    .body("requestId", equalTo("report-7"));

            await().until(() -> !log.with("incident=").isEmpty());
            assertThat(log.with("incident=")).allSatisfy(line -> assertThat(line)
                    .contains("trace=0af7651916cd43dd8448eb211c80319c request=report-7"));
        }
    }
}
