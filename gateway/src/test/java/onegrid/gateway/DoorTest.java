package onegrid.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import onegrid.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DoorTest extends AtTheDoor {

    @ParameterizedTest
    @CsvSource({
        "/api/cases, grid",
        "/api/cases/3f/accept, grid",
        "/api/grids/410212001, grid",
        "/api/grids/tasks, grid",
        "/api/units, grid",
        "/api/matters, grid",
        "/api/photos/1, grid",
        "/api/open-data/cases.csv, grid",
        "/api/party/figures, party",
        "/api/property/tasks, property",
        "/api/new-sector/stations, new-sector"
    })
    void anAreaIsServedByItsService(String path, String service) {
        holding(community()).get(path).then().statusCode(200).body("service", equalTo(service));
    }

    @Test
    void pathQueryAndMethodArriveUnchanged() {
        holding(community())
                .body("{}")
                .put("/api/cases/%E6%B8%A9?query=%E6%B0%B4%26&after=a%2Bb")
                .then()
                .body("uri", equalTo("/api/cases/%E6%B8%A9?query=%E6%B0%B4%26&after=a%2Bb"))
                .body("method", equalTo("PUT"));
    }

    @Test
    void theCallersTokenIsWhatTheServiceSees() {
        var token = community();

        holding(token).get("/api/cases").then().body("headers.authorization", equalTo("Bearer " + token));
    }

    @Test
    void headersOfTheFieldArriveAndThoseOfTheWayDoNot() {
        holding(community())
                .header("Idempotency-Key", "k-1")
                .header("If-Match", "\"3\"")
                .header("Cookie", "theme=dark")
                .header("X-Forwarded-For", "6.6.6.6")
                .header("X-Forwarded-Host", "evil.example")
                .header("Forwarded", "for=6.6.6.6")
                .header("X-Real-IP", "6.6.6.6")
                .header("TE", "trailers")
                .get("/api/cases")
                .then()
                .body("headers.idempotency-key", equalTo("k-1"))
                .body("headers.if-match", equalTo("\"3\""))
                .body("headers.cookie", nullValue())
                .body("headers.x-forwarded-for", nullValue())
                .body("headers.x-forwarded-host", nullValue())
                .body("headers.forwarded", nullValue())
                .body("headers.x-real-ip", nullValue())
                .body("headers.te", nullValue());
    }

    @Test
    void aServicesCookieAndItsNameStayInside() {
        holding(community())
                .get("/api/cases?created")
                .then()
                .statusCode(201)
                .header("Set-Cookie", nullValue())
                .header("Server", nullValue())
                .header("ETag", "\"7\"")
                .header("Location", "/api/cases/1?x=1");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/cases",
        "POST, /api/cases/suggest",
        "POST, /api/cases/nearby",
        "POST, /api/cases/track/261122-00017/join",
        "GET, /api/cases/track/261122-00017?token=abc",
        "POST, /api/cases/track/261122-00017/rate?token=abc",
        "GET, /api/matters",
        "GET, /api/units",
        "GET, /api/grids",
        "GET, /api/grids/410212001",
        "GET, /api/grids/locate?longitude=114&latitude=34",
        "GET, /api/grids/geojson?level=2",
        "POST, /api/photos",
        "GET, /api/photos/1?number=1&token=2",
        "GET, /api/grids/410212001/teams",
        "GET, /api/grids/service-items",
        "GET, /api/party/communities/410212001001",
        "GET, /api/new-sector/stations",
        "GET, /api/open-data",
        "GET, /api/open-data/catalog.jsonld",
        "GET, /api/new-sector/open-data/stations.csv"
    })
    void aVisitorIsAskedForByThePortal(String method, String path) {
        thePortalHasItsToken();

        var seen =
                visitor().request(method, path).then().statusCode(200).extract().path("headers.authorization");

        assertThat(accountOf((String) seen)).isEqualTo("portal");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/cases",
        "GET, /api/cases/counts",
        "GET, /api/cases/3f",
        "POST, /api/cases/3f/accept",
        "DELETE, /api/cases",
        "GET, /api/grids/tasks",
        "GET, /api/grids/tasks/1",
        "GET, /api/grids/../cases",
        "GET, /api/grids/imports",
        "GET, /api/grids/vacancies",
        "GET, /api/grids/410212001/posts",
        "POST, /api/grids/410212001/teams",
        "POST, /api/grids/imports",
        "GET, /api/grids/changes",
        "POST, /api/grids/changes",
        "POST, /api/divisions/imports",
        "GET, /api/cases/ops/dead-letters",
        "GET, /api/party/figures",
        "GET, /api/property/compounds",
        "GET, /api/new-sector/tasks",
        "GET, /api/brain/situation",
        "GET, /api/brain/stream"
    })
    void everythingElseNeedsSomebody(String method, String path) {
        isProblem(visitor().request(method, path).then(), 401, "unauthenticated");
    }

    @Test
    void aTokenOfAnotherDistrictIsRefusedEvenWhereVisitorsMayGo() {
        isProblem(holding(Tokens.of("centre").foreign()).get("/api/matters").then(), 401, "unauthenticated");
    }

    @Test
    void anExpiredTokenIsRefused() {
        isProblem(
                holding(Tokens.of("centre").expired().token()).get("/api/cases").then(), 401, "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer x", "Bearer a.b.c", "Basic YTpi", "Bearer ../../etc"})
    void garbageInsteadOfATokenIsRefused(String authorization) {
        isProblem(
                visitor()
                        .header("Authorization", authorization)
                        .get("/api/matters")
                        .then(),
                401,
                "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/", "/api/nothing", "/api/casesx", "/api/brain/nothing", "/api/cases/../x"})
    void anUnknownAddressUnderApiIsNotFound(String path) {
        isProblem(holding(community()).get(path).then(), 404, "not-found");
    }

    @Test
    void aMethodThatAnAddressHereDoesNotTakeIsRefusedInOneForm() {
        isProblem(holding(community()).delete("/api/me").then(), 405, "method-not-allowed");
    }

    @Test
    void aPhotoOfEightMegabytesGoesThrough() {
        holding(community())
                .contentType("image/jpeg")
                .body(new byte[8 * 1024 * 1024])
                .post("/api/photos")
                .then()
                .statusCode(200)
                .body("received", equalTo(8 * 1024 * 1024))
                .body("headers.content-type", startsWith("image/jpeg"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/photos", "/api/cases", "/api/brain/policies", "/login"})
    void aBodyOfTenMegabytesIsTooLarge(String path) {
        isProblem(holding(community()).body(new byte[10_000_000]).post(path).then(), 413, "too-large");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/divisions/imports", "/api/grids/imports"})
    void aFileOfAWholeNationPassesToAnImport(String path) {
        holding(community())
                .contentType("text/csv")
                .body(new byte[30_000_000])
                .post(path)
                .then()
                .statusCode(200)
                .body("received", equalTo(30_000_000));
    }

    @Test
    void aBodyOfTenMegabytesThatDoesNotSayItsLengthIsTooLarge() {
        var endless = new java.io.SequenceInputStream(
                new java.io.ByteArrayInputStream(new byte[5_000_000]),
                new java.io.ByteArrayInputStream(new byte[5_000_000]));

        isProblem(
                holding(community())
                        .contentType("image/png")
                        .body(endless)
                        .post("/api/photos")
                        .then(),
                413,
                "too-large");
    }

    @Test
    void aServiceThatIsAwayIsSaidInWordsAndWorksWhenItIsBack() {
        Surroundings.PROPERTY.kill();
        try {
            isProblem(holding(community()).get("/api/property/tasks").then(), 503, "unavailable")
                    .header("Retry-After", notNullValue());
        } finally {
            Surroundings.PROPERTY.comeBack();
        }

        holding(community()).get("/api/property/tasks").then().statusCode(200);
    }

    @Test
    void aServiceThatTakesTooLongIsUnavailable() {
        isProblem(holding(community()).get("/api/party/units?slow").then(), 503, "unavailable")
                .header("Retry-After", notNullValue());
    }

    @Test
    void halfAnAnswerDoesNotLookLikeAWholeOne() {
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> holding(community()).get("/api/party/units?half").asString())
                .isInstanceOf(Exception.class);
    }

    @Test
    void aServiceThatDoesNotTakeThePortalsTokenIsNotTheVisitorsFault() {
        thePortalHasItsToken();

        isProblem(visitor().get("/api/matters?refuse").then(), 503, "unavailable");
    }

    @Test
    void everyAnswerTellsBrowsersWhatTheyMayDo() {
        visitor()
                .get("/api/nothing")
                .then()
                .header("Content-Security-Policy", containsString("default-src 'self'"))
                .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Permissions-Policy", containsString("geolocation=(self)"))
                .header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void aTraceGoesOn() {
        visitor()
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
                .header("Authorization", "Bearer " + community())
                .get("/api/cases")
                .then()
                .header("X-Trace-Id", "0af7651916cd43dd8448eb211c80319c")
                .body("headers.traceparent", startsWith("00-0af7651916cd43dd8448eb211c80319c-"));
    }

    @Test
    void aMalformedTraceIsReplaced() {
        holding(community())
                .header("traceparent", "00-nonsense")
                .get("/api/cases")
                .then()
                .header("X-Trace-Id", matchesPattern("[0-9a-f]{32}"))
                .body("headers.traceparent", matchesPattern("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/report", "/track/261122-00017", "/desk/cases/1", "/centre"})
    void aDeepLinkIsThePage(String path) {
        visitor()
                .accept("text/html")
                .get(path)
                .then()
                .statusCode(200)
                .header("Content-Type", containsString("text/html"))
                .header("Cache-Control", "no-cache")
                .body(containsString("<"));
    }

    @Test
    void aMissingFileIsNotThePage() {
        visitor().get("/assets/gone-123.js").then().statusCode(404).header("Content-Type", not(containsString("html")));
    }

    @Test
    void healthIsSeenFromOutside() {
        visitor().get("/q/health/live").then().statusCode(200);
    }

    @Test
    void nobodyIsAnAnswerToWhoIsSignedIn() {
        visitor()
                .get("/api/me")
                .then()
                .statusCode(200)
                .body("signedIn", equalTo(false))
                .body("roles.size()", equalTo(0));
    }

    @Test
    void aPostIsTheAnswerToWhoIsSignedIn() {
        holding(community())
                .get("/api/me")
                .then()
                .body("signedIn", equalTo(true))
                .body("username", equalTo("community"))
                .body("roles[0]", equalTo("community"))
                .body("gridScope[0]", equalTo("410212001001"))
                .body("post", equalTo("温泉社区"));
    }

    static ValidatableResponse isProblem(ValidatableResponse answer, int status, String type) {
        return answer.statusCode(status)
                .header("Content-Type", startsWith("application/problem+json"))
                .body("type", equalTo("/problems/" + type))
                .body("status", equalTo(status))
                .body("detail", notNullValue());
    }

    static void thePortalHasItsToken() {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> visitor().get("/api/units").statusCode() == 200);
    }

    static String accountOf(String authorization) {
        var claims =
                new String(java.util.Base64.getUrlDecoder().decode(authorization.split("\\.")[1]));
        return io.restassured.path.json.JsonPath.from(claims).getString("preferred_username");
    }
}
