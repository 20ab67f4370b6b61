package onegrid.grid.grids;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import onegrid.testing.Contracts;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.Tokens;
import onegrid.testing.Topics;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class GridsHttpTest {
    private static final String VISITOR = Tokens.of("portal").token();

    @Test
    void theOnlyRootIsTheStreet() {
        get("/api/grids")
                .statusCode(200)
                .body("items.code", equalTo(List.of("410212001")))
                .body("items[0].children", equalTo(9))
                .body("next", nullValue());
    }

    @Test
    void aCommunityShowsItsChildrenByCode() {
        get("/api/grids?parent=410212001001&limit=200")
                .statusCode(200)
                .body("items.parentCode", everyItem(equalTo("410212001001")))
                .body("items[0].code", equalTo("410212001001001"))
                .body("items[0].path", equalTo("城东街道 / 温泉社区 / 温泉小区1"));
    }

    @Test
    void pagesOfAListGiveEveryGridOnce() {
        var codes = new ArrayList<String>();
        String next = "";
        do {
            var page = read("/api/grids?query=小区1&limit=37&after=" + next).jsonPath();
            codes.addAll(page.getList("items.code", String.class));
            next = page.getString("next");
        } while (next != null);

        assertThat(codes).doesNotHaveDuplicates().hasSizeGreaterThan(100);
    }

    @ParameterizedTest(name = "{0} finds {1} first")
    @CsvSource({
        "温泉小区1, 410212001001001",
        "410212001001001, 410212001001001",
        "财源社区, 410212001002",
        "散户网格2, 410212001001902"
    })
    void aSearchFindsTheNearestFirst(String query, String first) {
        get("/api/grids?query=" + query + "&limit=20").statusCode(200).body("items[0].code", equalTo(first));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "'", "\\", "4102__001", "41021200%", "没有这个网格", "🏘"})
    void signsOfAQueryLanguageFindNothing(String query) {
        given().auth()
                .oauth2(VISITOR)
                .queryParam("query", query)
                .get("/api/grids")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void aCardTellsWhoAnswersForAGrid() {
        get("/api/grids/41021200100100102")
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("name", equalTo("温泉小区1第2片区"))
                .body("headPost", equalTo("网格长"))
                .body("ancestors.code", equalTo(List.of("410212001", "410212001001", "410212001001001")))
                .body("contactPhone", equalTo("0371-00000001"))
                .body("supervisionPhone", equalTo("0371-00009999"))
                .body("duties", hasItems("PARTY_WORK", "OPINIONS", "SERVICE_BY_PROXY", "DISPUTES"))
                .body("validFrom", org.hamcrest.Matchers.endsWith("+08:00"));
    }

    @Test
    void aPointIsLocatedInItsBuilding() {
        get("/api/grids/locate?longitude=114.432812&latitude=34.774166")
                .statusCode(200)
                .body("grid.code", equalTo("4102120010010010101"))
                .body("community.code", equalTo("410212001001"))
                .body("insideDistrict", equalTo(true));
    }

    @Test
    void aVillageIsInsideTheDistrictWithoutAGrid() {
        get("/api/grids/locate?longitude=114.30&latitude=34.66")
                .statusCode(200)
                .body("grid", nullValue())
                .body("community", nullValue())
                .body("insideDistrict", equalTo(true));
    }

    @ParameterizedTest(name = "{0} → {1} {2}")
    @CsvSource({
        "/api/grids/locate?longitude=116.397&latitude=39.908, 422, outside-district",
        "/api/grids/locate?longitude=1e300&latitude=-1e300, 422, outside-district",
        "/api/grids/locate?longitude=NaN&latitude=34, 400, validation",
        "/api/grids/locate?longitude=114.4, 400, validation",
        "/api/grids/locate?longitude=east&latitude=34, 400, validation",
        "/api/grids/geojson?level=two, 400, validation",
        "/api/grids/999999999999, 404, not-found",
        "/api/grids/41021, 404, not-found",
        "/api/grids/abc, 404, not-found",
        "/api/grids?parent=41021x, 400, validation",
        "/api/grids?parent=410212999, 404, not-found",
        "/api/grids?limit=0, 400, validation",
        "/api/grids?after=%21%21, 400, validation",
        "/api/grids/geojson?level=6, 400, validation",
        "/api/grids/geojson, 400, validation",
        "/api/grids/geojson?level=2&within=410299, 404, not-found",
        "/api/grids/imports, 403, forbidden"
    })
    void aWrongQuestionIsAnsweredInOneForm(String path, int status, String word) {
        given().auth()
                .oauth2(VISITOR)
                .urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + word));
    }

    @Test
    void withoutATokenNothingIsShown() {
        given().get("/api/grids").then().statusCode(401).body("type", equalTo("/problems/unauthenticated"));
    }

    @ParameterizedTest(name = "level {0} within {1}: {2} shapes")
    @CsvSource({
        "0, 410212, 1",
        "1, 410212, 1",
        "2, 410212001, 9",
        "2, , 9",
        "3, , 154",
        "4, , 546",
        "5, , 540",
        "4, 410212001001001, 4",
        "2, 410212001001001, 0"
    })
    void shapesComeByLevelAndPlace(int level, String within, int count) {
        get("/api/grids/geojson?level=" + level + (within == null ? "" : "&within=" + within))
                .statusCode(200)
                .header("Cache-Control", startsWith("public"))
                .body("type", equalTo("FeatureCollection"))
                .body("features", hasSize(count))
                .body("features.properties.level", everyItem(equalTo(level)));
    }

    @Test
    void shapesThatHaveNotChangedAreNotSentAgain() {
        var tag = read("/api/grids/geojson?level=3").header("ETag");

        given().auth()
                .oauth2(VISITOR)
                .header("If-None-Match", tag)
                .get("/api/grids/geojson?level=3")
                .then()
                .statusCode(304)
                .header("ETag", tag);
    }

    @Test
    void shapesOfAllCompoundsComeWithin200Milliseconds() {
        read("/api/grids/geojson?level=3");

        assertThat(read("/api/grids/geojson?level=3").time()).isLessThan(200);
    }

    @Test
    void theFirstImportTellsEveryGridOnce() {
        try (var topics = new Topics("onegrid.grids")) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> published(topics).size() >= 1250);

            assertThat(published(topics)).doesNotHaveDuplicates();
            assertThat(topics.heard(event -> event.path("type").asText().equals("grid.grid.published.v1")))
                    .allSatisfy(event -> assertThat(Contracts.violations(event)).isEmpty());
        }
    }

    /** Grid and version, for another test may have published a later version. */
    private static List<String> published(Topics topics) {
        return topics.heard(event -> event.path("type").asText().equals("grid.grid.published.v1")).stream()
                .map(event -> event.path("subject").asText() + " "
                        + event.at("/data/validFrom").asText())
                .toList();
    }

    private static ValidatableResponse get(String path) {
        return read(path).then();
    }

    private static Response read(String path) {
        return given().auth().oauth2(VISITOR).get(path);
    }
}
