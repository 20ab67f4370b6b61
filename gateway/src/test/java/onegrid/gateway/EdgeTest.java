package onegrid.gateway;

import static onegrid.gateway.DoorTest.isProblem;
import static onegrid.gateway.DoorTest.thePortalHasItsToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may not come in at all, and what scripts of other sites may read. */
@QuarkusTest
class EdgeTest extends AtTheDoor {
    private static final String MAP = "https://map.example.cn";
    private static final String STRANGER = "https://evil.example";

    @TestHTTPResource
    URI here;

    @ParameterizedTest
    @ValueSource(ints = {17_000, 60_000, 200_000})
    void anAddressThatIsTooLongIsRefusedInWords(int length) {
        isProblem(visitor().get("/api/matters?x=" + "y".repeat(length)).then(), 414, "address-too-long");
    }

    @Test
    void aThousandNumbersFitIntoAnAddress() {
        var numbers = "261122-00017,".repeat(1000);

        holding(community())
                .get("/open311/v2/requests.json?service_request_id=" + numbers)
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {21_000, 60_000, 200_000})
    void headersThatAreTooLargeAreRefusedInWords(int length) {
        isProblem(
                visitor()
                        .header("X-Much", "y".repeat(length))
                        .get("/api/matters")
                        .then(),
                431,
                "headers-too-large");
    }

    @Test
    void aBodyThatTricklesInIsCutOffInWords() throws IOException {
        assertThat(sent("""
                        POST /api/cases HTTP/1.1\r
                        Host: localhost\r
                        Authorization: Bearer %s\r
                        Content-Type: application/json\r
                        Content-Length: 40\r
                        \r
                        {"text":""".formatted(community())))
                .startsWith("HTTP/1.1 408 ")
                .containsIgnoringCase("connection: close")
                .contains("application/problem+json", "/problems/request-timeout");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /api/matters HTTP/9.9\r\n\r\n", "GET\r\n\r\n"})
    void whatIsNotHttpIsRefused(String garbage) throws IOException {
        assertThat(sent(garbage)).matches("(?s)HTTP/[0-9.]+ 400 .*");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/nothing",
        "/",
        "/q/health/live",
        "/api/me",
    })
    void everyAnswerHasTheHeadersThatKeepBrowsersInBounds(String path) {
        visitor()
                .get(path)
                .then()
                .header("Content-Security-Policy", containsString("object-src 'none'"))
                .header("Content-Security-Policy", containsString("base-uri 'self'"))
                .header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY")
                .header("Referrer-Policy", "same-origin")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Permissions-Policy", containsString("microphone=()"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/matters", "/api/cases", "/api/me", "/", "/api/clients"})
    void aStrangersScriptReadsNothing(String path) {
        thePortalHasItsToken();

        visitor()
                .header("Origin", STRANGER)
                .get(path)
                .then()
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Access-Control-Allow-Credentials", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/open311/v2/services.json", "/open311/v2/requests.json?page=1"})
    void whatIsOpenIsReadByEverybodysScripts(String path) {
        thePortalHasItsToken();

        visitor()
                .header("Origin", STRANGER)
                .get(path)
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Credentials", nullValue())
                .header("Cross-Origin-Resource-Policy", "cross-origin");
    }

    @Test
    void aStrangersScriptMayNotReportThroughOpen311() {
        thePortalHasItsToken();

        visitor()
                .header("Origin", STRANGER)
                .post("/open311/v2/requests.json")
                .then()
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void aListedOriginReadsWithItsToken() {
        holding(community())
                .header("Origin", MAP)
                .get("/api/cases")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", MAP)
                .header("Access-Control-Allow-Credentials", nullValue())
                .header("Access-Control-Expose-Headers", containsString("RateLimit"))
                .header("Vary", containsString("Origin"));
    }

    @ParameterizedTest
    @CsvSource({
        MAP + ", PUT, /api/cases/1, " + MAP,
        MAP + ", POST, /open311/v2/requests.json, " + MAP,
        STRANGER + ", GET, /open311/v2/services.json, *",
    })
    void aPreflightIsAnsweredForWhoMay(String origin, String method, String path, String allowed) {
        visitor()
                .header("Origin", origin)
                .header("Access-Control-Request-Method", method)
                .options(path)
                .then()
                .statusCode(204)
                .header("Access-Control-Allow-Origin", allowed)
                .header("Access-Control-Allow-Methods", containsString(method))
                .header("Access-Control-Allow-Headers", containsString("Authorization"))
                .header("Access-Control-Allow-Credentials", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        STRANGER + ", GET, /api/cases",
        STRANGER + ", POST, /open311/v2/requests.json",
        "null, GET, /api/cases",
        MAP + ".evil.example, GET, /api/cases",
        MAP + ", POST, /oauth2/token",
    })
    void aPreflightIsRefusedForWhoMayNot(String origin, String method, String path) {
        isProblem(
                        visitor()
                                .header("Origin", origin)
                                .header("Access-Control-Request-Method", method)
                                .options(path)
                                .then(),
                        403,
                        "forbidden")
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void aServicesOwnIdeaOfOtherOriginsStaysInside() {
        holding(community())
                .get("/api/party/units?cors")
                .then()
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Access-Control-Allow-Credentials", nullValue());
    }

    @Test
    void ourOwnPageIsNoForeignOrigin() {
        holding(community())
                .header("Origin", "http://localhost:" + here.getPort())
                .get("/api/cases")
                .then()
                .statusCode(200)
                .body("service", equalTo("grid"))
                .header("Access-Control-Allow-Origin", not(equalTo("*")));
    }

    private String sent(String request) throws IOException {
        try (var socket = new Socket("localhost", here.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
