package onegrid.grid.cases;

import static onegrid.grid.cases.District.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Taking reports in, good and bad. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class ReportTest {
    private static final Map<String, Double> IN_A_GRID = Map.of("longitude", 114.433737, "latitude", 34.773522);

    @AfterEach
    void now() {
        MovingClock.CLOCK.reset();
    }

    @Test
    void aReportWithPointAndMatterIsFiledAtItsGrid() {
        report(PORTAL, Map.of("text", "水管爆了", "matterCode", "0402", "point", IN_A_GRID))
                .then()
                .statusCode(201)
                .body("status", equalTo("FILED"))
                .body("grid.code", startsWith("410212001001"))
                .body("owner.unit", equalTo("grid"))
                .body("number", matchesPattern("[0-9]{6}-[0-9]{5,}"))
                .body("trackingToken", matchesPattern("[A-Z2-7]{10}"))
                .body("promise", startsWith("已派给"))
                .header("Location", containsString("/api/cases/"));
    }

    @Test
    void aReportInAVillageWithoutGridsGoesToTheDistrictDesk() {
        report(
                        PORTAL,
                        Map.of(
                                "text",
                                "路坏了",
                                "matterCode",
                                "0604",
                                "point",
                                Map.of("longitude", 114.30, "latitude", 34.68)))
                .then()
                .statusCode(201)
                .body("status", equalTo("REPORTED"))
                .body("owner.unit", equalTo("centre"));
    }

    @Test
    void anUnclearReportWaitsAtTheCommunityDesk() {
        report(PORTAL, Map.of("text", "那个事咋弄的", "gridCode", LEAF))
                .then()
                .statusCode(201)
                .body("status", equalTo("REPORTED"))
                .body("owner.unit", equalTo("community"));
    }

    @Test
    void theHotlineMayHaveNoPlace() {
        report(Tokens.of("district-system").token(), Map.of("text", "社保怎么补缴", "channel", "HOTLINE_12345"))
                .then()
                .statusCode(201)
                .body("owner.unit", equalTo("centre"));
    }

    @Test
    void anIdNumberInTheTextIsMaskedOnEntry() {
        var id = reported("我叫李四，身份证41022419900101123X，电话13800005678，垃圾没人拉", "0101")
                .<String>path("id");

        assertThat(read(COMMUNITY_DESK, id).<String>path("text")).doesNotContainPattern("[0-9]{4}");
    }

    @Test
    void theSameSubmissionMakesOneCase() {
        var key = UUID.randomUUID().toString();
        var body = Map.of("text", "垃圾没人拉", "matterCode", "0101", "gridCode", LEAF);

        var first = as(PORTAL).header("Idempotency-Key", key).body(body).post("/api/cases");
        var second = as(PORTAL).header("Idempotency-Key", key).body(body).post("/api/cases");

        second.then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(first.<String>path("id")))
                .body("trackingToken", equalTo(first.<String>path("trackingToken")));
    }

    @Test
    void aCalendarThatIsMissingPromisesNothing() {
        MovingClock.CLOCK.setTo(java.time.Instant.parse("2026-12-31T09:00:00Z"));

        reported("墙面漏水", "5307").then().statusCode(503).body("type", equalTo("/problems/calendar-missing"));
    }

    @Test
    void ofTenWhoAcceptAtOnceOneDoes() throws Exception {
        var id = filed("0402");
        done(COMMUNITY_DESK, id, "dispatch", "unit", "water");
        Callable<Integer> accept = () -> send(WATER, id, "accept").statusCode();

        try (var ten = Executors.newFixedThreadPool(10)) {
            var answers = ten
                    .invokeAll(IntStream.range(0, 10).mapToObj(i -> accept).toList())
                    .stream()
                    .map(java.util.concurrent.Future::resultNow)
                    .toList();
            assertThat(answers).containsOnly(200, 409).containsOnlyOnce(200);
        }
    }

    @Test
    void aStaleIfMatchIsRefused() {
        var id = filed("0101");

        as(COMMUNITY_DESK)
                .header("If-Match", "\"1\"")
                .body(Map.of("unit", "sanitation"))
                .post("/api/cases/" + id + "/dispatch")
                .then()
                .statusCode(412)
                .body("type", equalTo("/problems/stale-version"));
    }

    @Test
    void aForbiddenMoveSaysWhatIsAllowed() {
        send(CENTRE, filed("0101"), "accept")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/illegal-transition"))
                .body("current.status", equalTo("FILED"))
                .body("allowed", hasItem("DISPATCHED"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "\"text\"",
                "{\"text\":\"垃圾没人拉\",\"gridCode\":\"41021200100100101\",\"colour\":\"red\"}",
                "{\"text\":5,\"gridCode\":\"41021200100100101\"}",
                "{\"text\":\"a\\u0000b\",\"gridCode\":\"41021200100100101\"}",
                "{\"text\":\"x\",\"gridCode\":\"41021200100100101\"}",
                "{\"text\":\"   \",\"gridCode\":\"41021200100100101\"}",
                "{\"gridCode\":\"41021200100100101\"}",
                "{\"text\":\"垃圾没人拉\"}",
                "{\"text\":\"垃圾没人拉\",\"gridCode\":\"999999\"}",
                "{\"text\":\"垃圾没人拉\",\"gridCode\":\"41021200100100101\",\"point\":{\"longitude\":114.43,\"latitude\":34.77}}",
                "{\"text\":\"垃圾没人拉\",\"point\":{\"longitude\":1e400,\"latitude\":34.77}}",
                "{\"text\":\"垃圾没人拉\",\"point\":{\"longitude\":114.43}}",
                "{\"text\":\"垃圾没人拉\",\"point\":\"here\"}",
                "{\"text\":\"垃圾没人拉\",\"gridCode\":\"41021200100100101\",\"peopleAffected\":99999999999999999999}",
                "{\"text\":\"垃圾没人拉\",\"gridCode\":\"41021200100100101\",\"peopleAffected\":-1}",
                "{\"text\":\"垃圾没人拉\",\"gridCode\":\"41021200100100101\",\"matterCode\":\"9999\"}",
                "{\"text\":\"垃圾没人拉\",\"gridCode\":\"41021200100100101\",\"channel\":\"PIGEON\"}",
                "{\"text\":\"垃圾没人拉\",\"gridCode\":\"41021200100100101\",\"severity\":1,\"matterCode\":\"0101\"}",
                "{\"text\":\"垃圾没人拉\",\"gridCode\":\"41021200100100101\",\"photos\":[\"nonsense\"]}",
                "{\"text\":\"垃圾没人拉\",\"gridCode\":\"41021200100100101\",\"photos\":[null]}",
                "{\"text\":\"垃圾没人拉\",\"gridCode\":\"41021200100100101\",\"reporter\":{\"phone\":\"call me\"}}"
            })
    void aMalformedReportIsRefusedInWords(String body) {
        as(PORTAL)
                .body(body)
                .post("/api/cases")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("status", equalTo(400));
    }

    @Test
    void aPointOutsideTheDistrictIsRefused() {
        report(PORTAL, Map.of("text", "垃圾没人拉", "point", Map.of("longitude", 116.4, "latitude", 39.9)))
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/outside-district"));
    }

    /** By hand (the gateway lets 9 MB pass, 64 MB to imports): the refusal comes before the body is sent, which HTTP clients take for a broken pipe. */
    @Test
    void moreThanAnyFileOfOursIsTooMuch() throws java.io.IOException {
        try (var socket = new java.net.Socket("127.0.0.1", io.restassured.RestAssured.port)) {
            socket.getOutputStream()
                    .write(("POST /api/cases HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + PORTAL
                                    + "\r\nContent-Type: application/json\r\nContent-Length: 70000000\r\n\r\n")
                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            var answer = new java.io.BufferedReader(new java.io.InputStreamReader(socket.getInputStream()));

            assertThat(answer.readLine()).contains("413");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/cases/nonsense,404",
        "/api/cases/00000000-0000-0000-0000-000000000000,404",
        "/api/cases?status=ASLEEP,400",
        "/api/cases?limit=0,400",
        "/api/cases?after=nonsense,400",
        "/api/cases?view=everything,400",
        "/api/cases?gridCode=4x,400",
        "/api/cases/by-number/261122-99999,404"
    })
    void aMalformedReadIsRefused(String address, int status) {
        as(CENTRE).get(address).then().statusCode(status).contentType("application/problem+json");
    }

    @Test
    void anExpiredTokenIsNoToken() {
        as(Tokens.of("centre").in("410212").expired()).get("/api/cases").then().statusCode(401);
    }

    private static io.restassured.specification.RequestSpecification as(Tokens tokens) {
        return District.as(tokens.token());
    }

    private static io.restassured.specification.RequestSpecification as(String token) {
        return District.as(token);
    }

    @Test
    void wordsThatAreNotJsonAreNoSuggestionsBusiness() {
        as(PORTAL)
                .contentType("text/plain")
                .body("水管爆了")
                .post("/api/cases/suggest")
                .then()
                .statusCode(415);
    }

    @Test
    void aBodyThatNamesAMemberTwiceIsRefused() {
        as(PORTAL)
                .body("{\"text\":\"路灯不亮\",\"text\":\"水管爆了，水流满街\"}")
                .post("/api/cases/suggest")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/validation"));
    }

    @Test
    void aSuggestionHasAtMostThree() {
        as(PORTAL)
                .body(Map.of("text", "水管爆了，半条街都没水"))
                .post("/api/cases/suggest")
                .then()
                .statusCode(200)
                .body("suggestions.matterCode", hasItem("0402"))
                .body("suggestions", hasSize(lessThanOrEqualTo(3)));
    }

    @Test
    void theCatalogueHasSeventyFiveMatters() {
        List<String> codes = as(PORTAL).get("/api/matters").path("items.code");

        assertThat(codes).hasSize(75).doesNotHaveDuplicates();
    }
}
