package onegrid.grid.posts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import onegrid.testing.Contracts;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.Tokens;
import onegrid.testing.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Posts of grids over HTTP; each test has a grid of its own. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class PostsHttpTest {
    private static final String COMMUNITY =
            Tokens.of("community").in("410212001002").post("财源社区党组织书记").token();
    private static final String STREET = Tokens.of("street").in("410212001").token();
    private static final String CENTRE = Tokens.of("centre").in("410212").token();
    private static final String VISITOR = Tokens.of("portal").token();

    @Inject
    DataSource database;

    @Inject
    PostSweep sweep;

    @Test
    void everyGridOfTheSampleDistrictHasItsHead() {
        posts(COMMUNITY, "410212001002001")
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("GRID_HEAD"))
                .body("items[0].title", equalTo("小区党支部书记"))
                .body("items[0].state", equalTo("HELD"))
                .body("items[0].holder.holder", equalTo("sample-410212001002001"))
                .body("items[0].allowed", contains("hand-over", "stand-in", "vacate"));
    }

    @Test
    void aBuildingHasABuildingHead() throws SQLException {
        posts(CENTRE, building())
                .body("items[0].kind", equalTo("BUILDING_HEAD"))
                .body("items[0].title", equalTo("楼栋长"));
    }

    @Test
    void aHandOverLeavesNoMomentWithoutAHead() throws SQLException {
        send("410212001002002", "hand-over", "to", "account-b")
                .then()
                .statusCode(200)
                .body("state", equalTo("HELD"));

        assertThat(number("select count(*) from post_term a join post_term b on a.post_id = b.post_id"
                        + " and a.valid_to = b.valid_from join grid_post p on p.id = a.post_id"
                        + " where p.grid_code = '410212001002002' and a.holder like 'sample-%'"
                        + " and b.holder = 'account-b' and b.valid_to is null"))
                .isEqualTo(1);
    }

    @Test
    void aHandOverOfNextMondayIsKnownTodayAndMayBeTakenBack() {
        var grid = "410212001002003";
        var planned = send(grid, "hand-over", "to", "account-c", "at", inDays(6));
        String coming = planned.path("terms.find { it.when == 'COMING' }.id");

        send(grid, "withdraw", "term", coming, "reason", "人选有变")
                .then()
                .statusCode(200)
                .body("holder.until", nullValue())
                .body("terms.when", contains("WITHDRAWN", "NOW"));
    }

    @Test
    void whatHasBegunIsNotTakenBack() {
        var grid = "410212001002004";
        String present = posts(COMMUNITY, grid).extract().path("items[0].holder.id");

        send(grid, "withdraw", "term", present, "reason", "写错了")
                .then()
                .statusCode(409)
                .body("rule", equalTo("TERM_BEGUN"));
    }

    @Test
    void aPostThatIsHeldIsNotGivenToASecondHead() {
        send("410212001002005", "appoint", "holder", "account-d")
                .then()
                .statusCode(409)
                .body("rule", equalTo("G5"))
                .body("heldFrom", notNullValue());
    }

    @Test
    void ofTenWhoAppointAtOnceOneSucceeds() throws Exception {
        var grid = "410212001002006";
        send(grid, "vacate", "reason", "调任");

        var appointments = IntStream.range(0, 10)
                .mapToObj(n -> (Callable<Integer>)
                        () -> send(grid, "appoint", "holder", "account-" + n).statusCode())
                .toList();
        try (var many = Executors.newFixedThreadPool(10)) {
            assertThat(many.invokeAll(appointments).stream().map(answer -> answer.resultNow()))
                    .containsOnlyOnce(200)
                    .containsOnly(200, 409);
        }
    }

    @Test
    void theDatabaseItselfRefusesTwoHeadsAtOnce() {
        assertThatThrownBy(() -> change("insert into post_term (id, post_id, manner, holder, valid_from, recorded_at,"
                        + " recorded_by) select gen_random_uuid(), id, 'HOLDER', 'account-x', now(), now(), 'test'"
                        + " from grid_post where grid_code = '410212001002007'"))
                .hasMessageContaining("terms_of_a_post_do_not_overlap");
    }

    @Test
    void aStandInActsWhileThePostIsVacant() {
        var grid = "410212001002008";
        send(grid, "vacate", "reason", "调任");

        send(grid, "stand-in", "holder", "account-e", "until", inDays(30))
                .then()
                .statusCode(200)
                .body("state", equalTo("STAND_IN"))
                .body("vacantSince", nullValue())
                .body("allowed", contains("appoint", "end-stand-in"));
    }

    @Test
    void aStandInEndsEarlier() {
        var grid = "41021200100200501";
        send(grid, "vacate", "reason", "调任");
        send(grid, "stand-in", "holder", "account-q", "until", inDays(30));

        send(grid, "end-stand-in", "reason", "代理人选另有任用")
                .then()
                .statusCode(200)
                .body("state", equalTo("VACANT"))
                .body("standIn", nullValue());
    }

    @Test
    void aNewHeadEndsTheTimeOfTheStandIn() {
        var grid = "410212001002009";
        send(grid, "vacate", "reason", "调任");
        send(grid, "stand-in", "holder", "account-f", "until", inDays(30));

        send(grid, "appoint", "holder", "account-g")
                .then()
                .statusCode(200)
                .body("state", equalTo("HELD"))
                .body("standIn", nullValue())
                .body("terms.find { it.holder == 'account-f' }.ending", equalTo("RELIEVED"));
    }

    @Test
    void aSecondStandInAtTheSameTimeIsRefused() {
        var grid = "410212001002010";
        send(grid, "stand-in", "holder", "account-h", "until", inDays(10));

        send(grid, "stand-in", "holder", "account-i", "from", inDays(5), "until", inDays(20))
                .then()
                .statusCode(409)
                .body("rule", equalTo("G5"));
    }

    @ParameterizedTest(name = "{0} {1} → {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "appoint   | {'holder':'张三'}                                           | holder",
                "appoint   | {'holder':'13800005678'}                                     | holder",
                "appoint   | {'holder':'tel:13800005678'}                                 | holder",
                "appoint   | {'holder':'41021219800101001X'}                              | holder",
                "appoint   | {}                                                           | holder",
                "appoint   | {'holder':'account','from':'1990-01-01T00:00:00+08:00'}      | from",
                "appoint   | {'holder':'account','from':'2099-01-01T00:00:00+08:00'}      | from",
                "appoint   | {'holder':'account','name':'张三'}                           | name",
                "hand-over | {'to':'sample-410212001002011'}                              | to",
                "stand-in  | {'holder':'account'}                                         | until",
                "stand-in  | {'holder':'account','until':'2020-01-01T00:00:00+08:00'}     | until",
                "stand-in  | {'holder':'account','until':'2099-01-01T00:00:00+08:00'}     | until",
                "vacate    | {}                                                           | reason"
            })
    void whatCannotBeRecordedNamesItsField(String command, String body, String field) {
        given().auth()
                .oauth2(COMMUNITY)
                .contentType(ContentType.JSON)
                .body(body.replace('\'', '"'))
                .post("/api/grids/410212001002011/posts/GRID_HEAD/" + command)
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/validation"))
                .body("errors.field", contains(field));
    }

    @Test
    void nobodyAppointsToThePlaceTheyAnswerFor() {
        as(COMMUNITY, "410212001002", "hand-over", Map.of("to", "account-j"))
                .then()
                .statusCode(403);
    }

    @Test
    void theStreetHandsOverACommunity() {
        as(STREET, "410212001003", "hand-over", Map.of("to", "account-k"))
                .then()
                .statusCode(200);
    }

    @Test
    void theGridOfAnotherCommunityIsNotFound() {
        posts(COMMUNITY, "410212001001001").statusCode(404);
    }

    @Test
    void aCompoundHasNoBuildingHead() {
        given().auth()
                .oauth2(CENTRE)
                .contentType(ContentType.JSON)
                .body(Map.of("holder", "account-l"))
                .post("/api/grids/410212001002012/posts/BUILDING_HEAD/appoint")
                .then()
                .statusCode(404);
    }

    @Test
    void theDistrictIsNoGridAndHasNoPost() {
        posts(CENTRE, "410212").statusCode(200).body("items", empty());
    }

    @Test
    void aVisitorDoesNotSeeWhoHoldsAPost() {
        posts(VISITOR, "410212001002001").statusCode(403);
    }

    @Test
    void whoeverSawAnOlderStateIsToldSo() {
        var grid = "410212001002013";
        var seen = posts(COMMUNITY, grid).extract().path("items[0].version");
        send(grid, "hand-over", "to", "account-m");

        given().auth()
                .oauth2(COMMUNITY)
                .contentType(ContentType.JSON)
                .header("If-Match", "\"" + seen + "\"")
                .body(Map.of("reason", "调任"))
                .post(address(grid, "vacate"))
                .then()
                .statusCode(412);
    }

    @Test
    void theSameHandOverSentTwiceIsRecordedOnce() {
        var grid = "410212001002014";
        Stream.of(1, 2).forEach(time -> given().auth()
                .oauth2(COMMUNITY)
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", "hand-over-" + grid)
                .body(Map.of("to", "account-n"))
                .post(address(grid, "hand-over"))
                .then()
                .statusCode(200));

        posts(COMMUNITY, grid).body("items[0].terms", hasSize(2));
    }

    @Test
    void theCardSaysThatNobodyActs() {
        var grid = "410212001002015";
        send(grid, "vacate", "reason", "退休");

        given().auth()
                .oauth2(VISITOR)
                .get("/api/grids/" + grid)
                .then()
                .body("head.state", equalTo("VACANT"))
                .body("head.vacantSince", notNullValue())
                .body("head.title", equalTo("小区党支部书记"));
    }

    @Test
    void aVacancyRaisesItsAlarmOnce() throws Exception {
        var grid = "410212001002901";
        send(grid, "vacate", "at", inDays(-4), "reason", "辞职");

        try (var topics = new Topics("onegrid.grids");
                var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            Stream.generate(() -> sweep).limit(4).forEach(replica -> replicas.submit(replica::sweep));
            var alarm = topics.awaitEvent("grid.post.vacant.v1", grid);
            replicas.submit(sweep::sweep).get();

            assertThat(Contracts.violations(alarm)).isEmpty();
            assertThat(number("select count(*) from outbox where type = 'grid.post.vacant.v1' and event_key = '" + grid
                            + "'"))
                    .isEqualTo(1);
        }
        vacancies(COMMUNITY, "?gridCode=" + grid)
                .body("items[0].alarmedAt", notNullValue())
                .body("items[0].state", equalTo("VACANT"));
    }

    @Test
    void aVacancyOfOneDayIsListedWithTheTimeOfItsAlarm() {
        var grid = "410212001002902";
        send(grid, "vacate", "at", inDays(-1), "reason", "辞职");

        vacancies(COMMUNITY, "?gridCode=" + grid)
                .statusCode(200)
                .body("items[0].alarmedAt", nullValue())
                .body("items[0].alarmDue", notNullValue());
    }

    @Test
    void aVacancyIsCountedForWhoAnswersForIt() {
        var before = vacancies(COMMUNITY, "/count").extract().<Integer>path("unheld");
        send("410212001002904", "vacate", "reason", "辞职");

        vacancies(COMMUNITY, "/count").statusCode(200).body("unheld", equalTo(before + 1));
    }

    @Test
    void theVacanciesOfAnotherCommunityAreNotListed() {
        send("410212001002903", "vacate", "reason", "辞职");

        vacancies(Tokens.of("community").in("410212001004").token(), "?gridCode=410212001002")
                .body("items", empty());
    }

    @Test
    void vacanciesComePageByPageTheLongestFirst() {
        send("41021200100200101", "vacate", "at", inDays(-2), "reason", "辞职");
        send("41021200100200102", "vacate", "at", inDays(-1), "reason", "辞职");

        var first = vacancies(COMMUNITY, "?limit=1&gridCode=410212001002001")
                .body("items.gridCode", contains("41021200100200101"))
                .extract()
                .path("next");
        vacancies(COMMUNITY, "?limit=1&gridCode=410212001002001&after=" + first)
                .body("items.gridCode", contains("41021200100200102"))
                .body("next", nullValue());
    }

    @Test
    void anAlarmEndsWhenSomebodyStandsIn() throws SQLException {
        var grid = "41021200100200201";
        send(grid, "vacate", "at", inDays(-5), "reason", "辞职");
        sweep.sweep();
        send(grid, "stand-in", "holder", "account-o", "until", inDays(9));

        vacancies(COMMUNITY, "?gridCode=" + grid)
                .body("items[0].state", equalTo("STAND_IN"))
                .body("items[0].alarmedAt", nullValue())
                .body("items[0].standInUntil", notNullValue());
    }

    @Test
    void theWorkStaysWithThePostWhenItsHolderGoes() {
        var grid = "41021200100200301";
        given().auth()
                .oauth2(VISITOR)
                .contentType(ContentType.JSON)
                .body(Map.of("text", "楼道里堆了旧家具", "matterCode", "5201", "gridCode", grid))
                .post("/api/cases")
                .then()
                .statusCode(201);

        send(grid, "hand-over", "to", "account-p").then().body("openCases", equalTo(1));
    }

    @Test
    void anUnknownCursorIsRefused() {
        vacancies(COMMUNITY, "?after=bm9uc2Vuc2U").statusCode(400).body("errors.field", hasItem("after"));
    }

    @Test
    void aReasonHoldsNoPhoneNumber() {
        send("41021200100200401", "vacate", "reason", "请联系13800005678")
                .then()
                .body("terms[0].endReason", containsString("已隐去"));
    }

    private static Response send(String grid, String command, Object... body) {
        var json = new HashMap<String, Object>();
        for (var i = 0; i < body.length; i += 2) {
            json.put((String) body[i], body[i + 1]);
        }
        return as(COMMUNITY, grid, command, json);
    }

    private static Response as(String token, String grid, String command, Map<String, ?> body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post(address(grid, command));
    }

    private static String address(String grid, String command) {
        return "/api/grids/" + grid + "/posts/GRID_HEAD/" + command;
    }

    private static ValidatableResponse posts(String token, String grid) {
        return given().auth().oauth2(token).get("/api/grids/" + grid + "/posts").then();
    }

    private static ValidatableResponse vacancies(String token, String query) {
        return given().auth().oauth2(token).get("/api/grids/vacancies" + query).then();
    }

    private static String inDays(int days) {
        return Instant.now().plus(days, ChronoUnit.DAYS).toString();
    }

    private String building() throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select min(code) from grid where level = 5")) {
            var found = query.executeQuery();
            found.next();
            return found.getString(1);
        }
    }

    private long number(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            var found = query.executeQuery();
            found.next();
            return found.getLong(1);
        }
    }

    private void change(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(sql)) {
            update.executeUpdate();
        }
    }
}
