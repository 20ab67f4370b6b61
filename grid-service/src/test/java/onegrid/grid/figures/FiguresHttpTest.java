package onegrid.grid.figures;

import static io.restassured.RestAssured.given;
import static onegrid.grid.figures.Rows.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The figures as somebody would count them by hand; each test has a compound of its own. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class FiguresHttpTest {
    private static final AtomicInteger COMPOUND = new AtomicInteger(100);
    private static final String COMMUNITY = "410212001008";
    private static final String CENTRE =
            Tokens.of("centre").in("410212").unit("centre").token();

    @Inject
    DataSource database;

    private String compound;
    private Rows rows;

    @BeforeEach
    void ownCompound() {
        compound = COMMUNITY + COMPOUND.incrementAndGet();
        rows = new Rows(database, compound + "01");
    }

    private RequestSpecification march(String token) {
        return given().auth()
                .oauth2(token)
                .queryParam("from", "2026-03-01")
                .queryParam("to", "2026-03-31")
                .queryParam("gridCode", compound);
    }

    private Response figures(Object... query) {
        var asking = march(CENTRE);
        for (var i = 0; i < query.length; i += 2) {
            asking.queryParam((String) query[i], query[i + 1]);
        }
        return asking.get("/api/cases/figures").then().statusCode(200).extract().response();
    }

    private static void rate(Response answer, String figure, int above, int below, Float rate) {
        Map<String, Object> value = answer.path("total.figures." + figure);
        assertThat(value)
                .as(figure)
                .containsEntry("numerator", above)
                .containsEntry("denominator", below)
                .containsEntry("rate", rate);
    }

    /** Three fell due and count: one closed in time, one late, one still open. */
    private void threeDue() {
        rows.closed("2026-03-06T10:00");
        rows.closed("2026-03-20T10:00");
        rows.add();
        rows.add("status", "SUSPENDED", "reason", "等配件", "review_on", java.sql.Date.valueOf("2026-04-01"));
        rows.ended("CANCELLED");
        rows.ended("REJECTED");
        rows.ended("DIVERTED");
        var master = rows.add("due_at", at("2026-04-10T10:00"));
        rows.add("status", "MERGED", "master_id", master, "merged_from", "FILED");
        rows.add("due_at", at("2027-03-10T10:00"));
    }

    @Test
    void closureCountsWhatFellDueWithoutWhatIsSuspended() {
        threeDue();

        rate(figures(), "closure", 2, 3, 0.6667f);
    }

    @Test
    void whatWasClosedLateIsNotClosedInTime() {
        threeDue();

        rate(figures(), "closedInTime", 1, 3, 0.3333f);
    }

    @Test
    void whatIsNotDueYetDoesNotCount() {
        rows.add("due_at", at("2099-03-10T10:00"));
        rows.closed("2026-03-06T10:00", "due_at", at("2099-03-10T10:00"));

        var answer = given().auth()
                .oauth2(CENTRE)
                .queryParam("from", "2099-03-01")
                .queryParam("to", "2099-03-31")
                .queryParam("gridCode", compound)
                .get("/api/cases/figures");

        rate(answer, "closure", 0, 0, null);
    }

    @Test
    void nothingToCountIsNeitherZeroNorAllButSaysSo() {
        var answer = figures();

        rate(answer, "closure", 0, 0, null);
        answer.then()
                .body("total.figures.closure.reason", equalTo("nothing-to-count"))
                .body("total.figures.handlingHours.median", nullValue())
                .body("total.figures.handlingHours.reason", equalTo("nothing-to-measure"))
                .body("rows", empty());
    }

    @Test
    void urgentClosureLooksAtLimitsThatRunDayAndNight() {
        rows.closed("2026-03-06T10:00", "limit_profile", "URGENT");
        rows.add("limit_profile", "EMERGENCY");
        rows.closed("2026-03-06T10:00");

        rate(figures(), "urgentClosure", 1, 2, 0.5f);
    }

    @Test
    void supervisionOfAnyLevelCounts() {
        rows.add("supervision", 1);
        rows.add("supervision", 3);
        rows.add();

        rate(figures(), "supervised", 2, 3, 0.6667f);
    }

    @Test
    void filingCountsRefusalsBelowButNotWhatTheReporterCancelled() {
        rows.add();
        rows.add("status", "REJECTED", "reason", "无此事", "route", "无", "filed_at", null, "limit_from", null);
        rows.add("status", "CANCELLED", "filed_at", null, "limit_from", null);
        rows.add("status", "REPORTED", "filed_at", null, "limit_from", null, "due_at", at("2099-01-01T10:00"));

        rate(figures(), "filing", 1, 2, 0.5f);
    }

    @Test
    void whatWasMergedIsARepetition() {
        var master = rows.add();
        rows.add("status", "MERGED", "master_id", master, "merged_from", "FILED");

        rate(figures(), "repeated", 1, 2, 0.5f);
    }

    @Test
    void firstDispatchAccuracyAsksWhetherTheFirstUnitKeptIt() {
        var kept = rows.add();
        rows.given(kept, 1, "2026-03-02T10:10", "water", "ACCEPTED", "2026-03-02T11:10");
        var back = rows.add("lead_unit", "power", "returned_by", List.of("water"));
        rows.given(back, 1, "2026-03-02T10:10", "water", "RETURNED", "2026-03-02T12:10");
        rows.given(back, 2, "2026-03-02T13:10", "power", "ACCEPTED", "2026-03-02T13:40");
        var open = rows.add("status", "DISPATCHED");
        rows.given(open, 1, "2026-03-02T10:10", "water", null, null);

        rate(figures(), "dispatchAccuracy", 1, 2, 0.5f);
    }

    @Test
    void aReturnCountsForTheUnitThatReturned() {
        var back = rows.add("lead_unit", "power", "returned_by", List.of("water"));
        rows.given(back, 1, "2026-03-02T10:10", "water", "RETURNED", "2026-03-02T12:10");
        rows.given(back, 2, "2026-03-02T13:10", "power", "ACCEPTED", "2026-03-02T13:40");

        figures("by", "unit")
                .then()
                .body("rows.find { it.key == 'water' }.figures.returned.rate", equalTo(1.0f))
                .body("rows.find { it.key == 'power' }.figures.returned.rate", equalTo(0.0f))
                .body("total.figures.returned.rate", equalTo(0.5f));
    }

    @Test
    void responseIsContactInTime() {
        rows.add("contact_by", at("2026-03-03T10:00"), "contacted_at", at("2026-03-03T09:00"));
        rows.add("contact_by", at("2026-03-03T10:00"), "contacted_at", at("2026-03-03T11:00"));
        rows.add("contact_by", at("2026-03-03T10:00"));
        rows.add();

        rate(figures(), "response", 1, 3, 0.3333f);
    }

    @Test
    void solvedAsksOnlyThoseWhoAnsweredAndTakesTheNewestAnswer() {
        rows.closed("2026-03-06T10:00", "rating_score", 5, "rating_solved", true, "rated_at", at("2026-03-07T10:00"));
        var called = rows.closed(
                "2026-03-06T10:00", "rating_score", 5, "rating_solved", true, "rated_at", at("2026-03-07T10:00"));
        rows.calledBack(called, 1, "2026-03-08T10:00", "VALID", false, 2);
        var silent = rows.closed("2026-03-06T10:00");
        rows.calledBack(silent, 1, "2026-03-08T10:00", "NO_ANSWER", null, null);

        rate(figures(), "solved", 1, 2, 0.5f);
    }

    @Test
    void basicallySatisfiedIsSatisfied() {
        for (var score = 1; score <= 5; score++) {
            rows.closed(
                    "2026-03-06T10:00",
                    "rating_score",
                    score,
                    "rating_solved",
                    true,
                    "rated_at",
                    at("2026-03-07T10:00"));
        }

        rate(figures(), "satisfied", 3, 5, 0.6f);
    }

    @Test
    void reworkCountsClosedCasesThatFailedACheck() {
        rows.closed("2026-03-06T10:00", "reworks", 2);
        rows.closed("2026-03-06T10:00");
        rows.add("reworks", 1);

        rate(figures(), "rework", 1, 2, 0.5f);
    }

    @Test
    void smallMattersAreFinishedInTheirGridOrTheirCommunity() {
        rows.closed("2026-03-06T10:00", "scale", "SMALL", "lead_unit", "grid");
        rows.closed("2026-03-06T10:00", "scale", "SMALL", "lead_unit", "community", "level", "COMMUNITY");
        rows.closed("2026-03-06T10:00", "scale", "SMALL", "lead_unit", "grid", "level", "STREET");
        rows.closed("2026-03-06T10:00", "scale", "BIG", "lead_unit", "water", "level", "DISTRICT");

        var answer = figures();

        rate(answer, "gridClosure", 2, 3, 0.6667f);
        rate(answer, "communityClosure", 2, 3, 0.6667f);
    }

    @Test
    void whatRoseToTheDistrictWasNotFinishedInTheStreet() {
        rows.closed("2026-03-06T10:00", "scale", "SMALL", "level", "STREET");
        rows.closed("2026-03-06T10:00", "level", "DISTRICT");
        rows.closed("2026-03-06T10:00", "scale", "BIG", "level", "DISTRICT");

        rate(figures(), "streetClosure", 1, 2, 0.5f);
    }

    @Test
    void bothSidesOfAWhistleAreTimed() {
        var joint = rows.closed("2026-03-06T10:00");
        rows.called(joint, "power", "2026-03-02T12:00", "2026-03-02T15:00");
        rows.called(joint, "gas", "2026-03-02T12:00", null);

        var answer = figures();

        rate(answer, "arrived", 1, 2, 0.5f);
        answer.then()
                .body("total.figures.callHours.median", equalTo(2.0f))
                .body("total.figures.callHours.n", equalTo(2))
                .body("total.figures.arrivalHours.median", equalTo(3.0f))
                .body("total.figures.arrivalHours.n", equalTo(1))
                .body("total.figures.arrivalHours.missing", equalTo(1));
    }

    @Test
    void timesAreMedianAndNinthDecile() {
        for (var day = 3; day <= 7; day++) {
            rows.closed("2026-03-0" + day + "T10:00"); // 24, 48, 72, 96, 120 hours
        }

        figures()
                .then()
                .body("total.figures.handlingHours.median", equalTo(72.0f))
                .body("total.figures.handlingHours.p90", equalTo(110.4f))
                .body("total.figures.handlingHours.n", equalTo(5));
    }

    @Test
    void rowsAreOneLevelBelowTheChosenGrid() {
        rows.add();
        new Rows(database, compound + "02").add();
        new Rows(database, compound).add();

        assertThat(figures().<List<String>>path("rows.key"))
                .containsExactly(compound, compound + "01", compound + "02");
    }

    @Test
    void everyDayOfThePeriodHasARow() {
        rows.add();

        var answer = figures("by", "day");

        assertThat(answer.<List<String>>path("rows.key")).hasSize(31);
        answer.then().body("rows.find { it.key == '2026-03-09' }.figures.closure.denominator", equalTo(1));
    }

    @ParameterizedTest
    @CsvSource({"week, 2026-03-09", "month, 2026-03", "matter, 0402", "class, 04", "unit, water"})
    void rowsAreWhatWasAskedFor(String by, String key) {
        rows.add();

        figures("by", by)
                .then()
                .body("by", equalTo(by))
                .body("rows.find { it.key == '" + key + "' }.figures.closure.denominator", equalTo(1));
    }

    @Test
    void figuresOfAMatterAndOfAUnitAreThoseOnly() {
        rows.add();
        rows.add("matter_code", "0101");
        rows.add("lead_unit", "power");

        rate(figures("matterCode", "0402", "unit", "water"), "closure", 0, 1, 0.0f);
    }

    @Test
    void eachFigureOpensTheCasesBehindItInPages() {
        var first = rows.closed("2026-03-06T10:00").toString();
        var second = rows.closed("2026-03-06T10:00", "due_at", at("2026-03-10T10:00"))
                .toString();
        rows.add();

        var page = march(CENTRE)
                .queryParam("part", "numerator")
                .queryParam("limit", 1)
                .get("/api/cases/figures/closure/cases");
        var next = march(CENTRE)
                .queryParam("part", "numerator")
                .queryParam("limit", 1)
                .queryParam("after", page.<String>path("next"))
                .get("/api/cases/figures/closure/cases");

        page.then().statusCode(200).body("items.id", contains(first)).body("items[0].matterName", notNullValue());
        next.then().body("items.id", contains(second)).body("next", nullValue());
    }

    @Test
    void whatIsMissingFromAFigureOpensToo() {
        rows.closed("2026-03-06T10:00");
        var open = rows.add().toString();

        march(CENTRE)
                .queryParam("part", "missing")
                .get("/api/cases/figures/closure/cases")
                .then()
                .body("items.id", contains(open));
    }

    @Test
    void anotherCommunitySeesNothingOfIt() {
        rows.add();
        var other = Tokens.of("community").in("410212001002").unit("community").token();

        march(other).get("/api/cases/figures").then().statusCode(404);
        march(other).get("/api/cases/figures/closure/cases").then().statusCode(404);
    }

    @Test
    void withoutAChosenGridAPostSeesItsOwnPart() {
        rows.add();

        given().auth()
                .oauth2(Tokens.of("community").in("410212001007").token())
                .queryParam("from", "2026-03-01")
                .queryParam("to", "2026-03-31")
                .get("/api/cases/figures")
                .then()
                .statusCode(200)
                .body("gridCode", equalTo("410212001007"))
                .body("total.figures.closure.denominator", equalTo(0));
    }

    @Test
    void aUnitSeesOnlyItself() {
        rows.add();
        rows.add("lead_unit", "power");
        var water = Tokens.of("unit").in("410212").unit("water").token();

        march(water).get("/api/cases/figures").then().body("total.figures.closure.denominator", equalTo(1));
        march(water)
                .queryParam("unit", "power")
                .get("/api/cases/figures")
                .then()
                .statusCode(404);
    }

    @Test
    void aComplaintDoesNotReachTheUnitThatIsComplainedOf() {
        var back = rows.add("lead_unit", "power", "returned_by", List.of("water"), "complained_of", "water");
        rows.given(back, 1, "2026-03-02T10:10", "water", "RETURNED", "2026-03-02T12:10");

        march(Tokens.of("unit").in("410212").unit("water").token())
                .get("/api/cases/figures/returned/cases")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @ParameterizedTest
    @CsvSource({
        "from, 2026-02-30, from",
        "to, morgen, to",
        "to, 2026-02-01, to",
        "to, 2027-12-31, to",
        "by, person, by",
        "unit, nobody, unit",
        "matterCode, 9999, matterCode",
        "gridCode, 4102120, gridCode",
        "gridCode, abc, gridCode",
        "limit, 0, limit",
    })
    void aBadFilterIsNamed(String name, String value, String field) {
        given().auth()
                .oauth2(CENTRE)
                .queryParam("from", name.equals("from") ? value : "2026-03-01")
                .queryParam("to", name.equals("to") ? value : "2026-03-31")
                .queryParam(name.equals("from") || name.equals("to") ? "nothing" : name, value)
                .get("/api/cases/figures")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.field", hasItem(field));
    }

    @Test
    void aBadPartIsNamedAndAnUnknownFigureIsNotThere() {
        march(CENTRE)
                .queryParam("part", "some")
                .get("/api/cases/figures/closure/cases")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("part"));
        march(CENTRE).get("/api/cases/figures/residents/cases").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"resident", "portal", "grid-head", "party", "auditor", "system-admin"})
    void aPostWithoutFiguresIsToldSo(String role) {
        march(Tokens.of(role).in("410212").token())
                .get("/api/cases/figures")
                .then()
                .statusCode(403);
    }

    @Test
    void theSameTableComesForASpreadsheet() {
        rows.closed("2026-03-06T10:00");

        var lines = march(CENTRE)
                .accept("text/csv")
                .get("/api/cases/figures")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .header("Content-Disposition", containsString("figures-grid-2026-03-01-2026-03-31.csv"))
                .extract()
                .asByteArray();

        assertThat(new String(lines, StandardCharsets.UTF_8).split("\r\n"))
                .hasSize(3)
                .satisfies(all -> assertThat(all[0]).startsWith("\uFEFF编码,名称,结案率 分子,结案率 分母,结案率 比率"))
                .satisfies(
                        all -> assertThat(all[1]).startsWith(compound + "01,").contains(",1,1,1.0,"));
    }

    @Test
    void everyFigureIsExplained() {
        figures()
                .then()
                .body("definitions.figure", hasSize(Figure.values().length))
                .body("definitions.find { it.figure == 'closure' }.formula", containsString("缓办除外"))
                .body("definitions.find { it.figure == 'communityClosure' }.aim", equalTo(0.8f));
    }
}
