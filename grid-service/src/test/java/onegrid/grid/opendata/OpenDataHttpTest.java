package onegrid.grid.opendata;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import onegrid.grid.opendata.PublishedCases.ACase;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.Tokens;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What everybody may download. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class OpenDataHttpTest {
    private static final String PORTAL = Tokens.of("portal").token();
    private static final String CENTRE =
            Tokens.of("centre").in("410212").post("区指挥中心值班长").token();
    private static final String COMMUNITY = "410212001001";
    private static int year = 2020;

    @Inject
    DataSource database;

    private PublishedCases cases;
    private Instant day;

    /** A year of its own for each test: what others have filed does not mix in. */
    @BeforeEach
    void aYear() {
        cases = new PublishedCases(database);
        day = Instant.parse(--year + "-05-10T02:00:00Z");
    }

    @AfterEach
    void nothingStays() {
        cases.remove();
    }

    private static Response get(String path) {
        return given().auth().oauth2(PORTAL).urlEncodingEnabled(false).get("/api/open-data" + path);
    }

    private static void release() {
        given().auth().oauth2(CENTRE).post("/api/open-data/releases").then().statusCode(201);
    }

    private static List<CSVRecord> lines(String path) {
        try (var lines = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(get(path).asString()))) {
            return lines.getRecords();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<CSVRecord> ofThisYear(String path) {
        return lines(path).stream()
                .filter(line -> line.get("period").startsWith(String.valueOf(year)))
                .toList();
    }

    private void add(int times, ACase c) {
        for (var i = 0; i < times; i++) {
            cases.add(c);
        }
    }

    @Test
    void fiveOfAKindAreRowsOfTheirCommunity() {
        add(5, ACase.of("0402", COMMUNITY, day));
        release();

        var lines = ofThisYear("/cases.csv");

        assertThat(lines).hasSize(5).allSatisfy(line -> {
            assertThat(line.get("place_code")).isEqualTo(COMMUNITY);
            assertThat(line.get("place_name")).isEqualTo("温泉社区");
            assertThat(line.get("matter_name")).isEqualTo("供水管道爆裂");
            assertThat(line.get("reported_on")).isEqualTo(year + "-05-10");
            assertThat(line.get("longitude")).isEqualTo("114.434");
            assertThat(line.get("status")).isEqualTo("open");
        });
    }

    @Test
    void fourAreLeftOut() {
        add(4, ACase.of("0402", COMMUNITY, day));
        release();

        assertThat(ofThisYear("/cases.csv")).isEmpty();
        assertThat(ofThisYear("/figures.csv")).isEmpty();
    }

    @Test
    void smallCellsArePooledAboveThem() {
        add(3, ACase.of("0402", COMMUNITY, day));
        add(3, ACase.of("0402", "410212001002", day));
        release();

        assertThat(ofThisYear("/cases.csv")).hasSize(6).allSatisfy(line -> {
            assertThat(line.get("place_level")).isEqualTo("STREET");
            assertThat(line.get("place_code")).isEqualTo("410212001");
            assertThat(line.get("reported_on")).isEmpty();
            assertThat(line.get("longitude")).isEmpty();
        });
    }

    @Test
    void aMatterBetweenPeopleHasNeitherDayNorPoint() {
        add(6, ACase.of("5101", COMMUNITY, day));
        release();

        assertThat(ofThisYear("/cases.csv")).hasSize(6).allSatisfy(line -> {
            assertThat(line.get("period")).isEqualTo(year + "-05");
            assertThat(line.get("reported_on")).isEmpty();
            assertThat(line.get("longitude")).isEmpty();
        });
    }

    @Test
    void complaintsStayInside() {
        add(5, ACase.of("0402", COMMUNITY, day));
        add(5, ACase.of("0402", COMMUNITY, day).about("sanitation"));
        release();

        assertThat(ofThisYear("/figures.csv"))
                .extracting(line -> line.get("cases"))
                .containsExactly("5");
    }

    @Test
    void theFiguresOfACell() {
        add(10, ACase.of("0402", COMMUNITY, day).closedAfter(12));
        release();

        assertThat(ofThisYear("/figures.csv")).hasSize(1).first().satisfies(line -> {
            assertThat(line.get("closed")).isEqualTo("10");
            assertThat(line.get("closed_in_time")).isEqualTo("10");
            assertThat(line.get("in_time_rate")).isEqualTo("1.0");
            assertThat(line.get("median_hours")).isEqualTo("12.0");
        });
    }

    @Test
    void aSmallPartOfACellIsNotTold() {
        add(4, ACase.of("0402", COMMUNITY, day));
        add(6, ACase.of("0402", COMMUNITY, day).closedAfter(12));
        release();

        assertThat(ofThisYear("/figures.csv"))
                .extracting(line -> line.get("closed"))
                .containsExactly("");
        assertThat(ofThisYear("/cases.csv"))
                .extracting(line -> line.get("status"))
                .containsOnly("");
        assertThat(ofThisYear("/cases.csv"))
                .extracting(line -> line.get("days_taken"))
                .containsOnly("");
    }

    /** Who downloads everything adds up and subtracts whatever there is, and never finds 1 to 4. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void nothingPublishedOrSubtractedIsOneToFour(long seed) {
        var random = new Random(seed);
        var matters = List.of("0101", "0402", "0602", "5101", "5104");
        var communities =
                List.of("410212001001", "410212001002", "410212001003", "410212002001", "410212002002", "410212003001");
        var levels = List.of("GRID", "COMMUNITY", "STREET", "DISTRICT");
        for (var i = 0; i < 150; i++) {
            var community = communities.get((int) (random.nextDouble() * random.nextDouble() * communities.size()));
            cases.add(new ACase(
                    matters.get((int) (random.nextDouble() * random.nextDouble() * matters.size())),
                    community,
                    community + "001",
                    day.plusSeconds(86_400L * random.nextInt(60)),
                    random.nextInt(3) == 0 ? null : random.nextInt(200),
                    random.nextInt(4) > 0,
                    levels.get((int) (random.nextDouble() * random.nextDouble() * levels.size())),
                    random.nextInt(20) == 0 ? "sanitation" : null));
        }
        release();

        var figures = ofThisYear("/figures.csv");
        var rows = ofThisYear("/cases.csv");

        assertThat(figures).isNotEmpty();
        figures.forEach(OpenDataHttpTest::noSmallNumber);
        var groups = List.of("period", "class_code", "matter_code", "place_level", "place_code");
        assertThat(counts(rows, groups))
                .isEqualTo(figures.stream()
                        .collect(Collectors.toMap(
                                line -> cells(line, groups), line -> Long.valueOf(line.get("cases")))));
        // Any cross of what may be counted, each with all that lies around it.
        for (var by : List.of(
                List.of("matter_code"),
                List.of("place_code"),
                List.of("period"),
                List.of("status"),
                List.of("level"),
                List.of("matter_code", "period"),
                List.of("place_code", "period"),
                with(groups, "status"),
                with(groups, "level"),
                with(groups, "status", "level"))) {
            assertThat(counts(rows, by).values()).as("rows by %s", by).allMatch(count -> count >= 5);
        }
    }

    private static void noSmallNumber(CSVRecord line) {
        var numbers = new ArrayList<Long>();
        for (var column : List.of("cases", "closed", "closed_in_time")) {
            if (!line.get(column).isEmpty()) {
                numbers.add(Long.valueOf(line.get(column)));
            }
        }
        Predicate<Long> fine = number -> number == 0 || Math.abs(number) >= 5;
        assertThat(numbers).allMatch(fine);
        for (var one : numbers) {
            assertThat(numbers).as("%s taken from %s", one, numbers).allMatch(other -> fine.test(other - one));
        }
    }

    private static List<String> with(List<String> columns, String... more) {
        var all = new ArrayList<>(columns);
        all.addAll(List.of(more));
        return all;
    }

    private static Map<List<String>, Long> counts(List<CSVRecord> rows, List<String> by) {
        return rows.stream().collect(Collectors.groupingBy(row -> cells(row, by), Collectors.counting()));
    }

    private static List<String> cells(CSVRecord line, List<String> columns) {
        return columns.stream().map(line::get).toList();
    }

    @Test
    void nothingOfACaseLeadsToIt() {
        add(5, ACase.of("0402", COMMUNITY, day));
        release();

        assertThat(get("/cases.csv").asString()).doesNotContain("260302-").doesNotContain("门口");
    }

    @Test
    void excelGetsAMarkAndChineseHeadings() {
        assertThat(get("/figures.csv?for=excel").asByteArray()).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(get("/figures.csv?for=excel").asString()).contains("件数");
    }

    @Test
    void programsGetTheBareColumns() {
        assertThat(get("/figures.csv").asString()).startsWith("period,class_code,");
    }

    @ParameterizedTest
    @CsvSource({"=HYPERLINK(1), '''=HYPERLINK(1)', true", "'  +1', '''  +1', true", "温泉社区, 温泉社区, false"})
    void noTextIsAFormula(String text, String written, boolean changed) {
        assertThat(OpenCsv.safe(text)).isEqualTo(written);
        assertThat(!OpenCsv.safe(text).equals(text)).isEqualTo(changed);
    }

    @Test
    void figuresOnTheMapHaveThePlacesShape() {
        add(5, ACase.of("0402", COMMUNITY, day));
        release();

        get("/figures.geojson")
                .then()
                .statusCode(200)
                .contentType("application/geo+json")
                .body("type", equalTo("FeatureCollection"))
                .body("features.find { it.id == '410212001001' }.geometry.type", containsString("Polygon"))
                .body("features.find { it.id == '410212001001' }.properties.cases", greaterThanOrEqualTo(5));
    }

    @Test
    void casesOnTheMapArePoints() {
        add(5, ACase.of("0402", COMMUNITY, day));
        release();

        get("/cases.geojson")
                .then()
                .body("features.find { it.geometry != null }.geometry.coordinates", contains(114.434f, 34.774f))
                .body("features[0].properties.keySet()", hasItems("period", "matter_code", "status"));
    }

    @Test
    void gridsAreThereWithTheirShapes() {
        get("/grids.geojson")
                .then()
                .body("features.find { it.id == '410212001' }.properties.name", equalTo("城东街道"))
                .body("features.find { it.id == '410212001' }.geometry.type", containsString("Polygon"));
    }

    @Test
    void householdsAreRoundedToTen() {
        assertThat(lines("/grids.csv")).allMatch(line -> Integer.parseInt(line.get("households")) % 10 == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cases.csv", "/figures.csv", "/grids.csv"})
    void theSchemaNamesTheColumnsOfTheFile(String path) {
        var header = get(path).asString().lines().findFirst().orElseThrow().split(",");

        get(path.replace(".csv", ".schema.json")).then().body("fields.name", contains(header));
        get(path + "-metadata.json").then().body("tableSchema.columns.name", contains(header));
    }

    @Test
    void theDictionaryIsInBothLanguages() {
        get("/cases.dictionary.csv")
                .then()
                .statusCode(200)
                .body(allOf(containsString("上报日期"), containsString("Reported on")));
    }

    @Test
    void theOverviewHasSumsOfWhatIsPublished() {
        add(5, ACase.of("0402", COMMUNITY, day));
        add(3, ACase.of("0101", COMMUNITY, day));
        release();

        get("").then()
                .statusCode(200)
                .body("datasets.id", contains("cases", "figures", "grids", "stations"))
                .body("datasets[0].columns[0].name", equalTo("id"))
                .body("periods.find { it.period == '" + year + "-05' }.cases", equalTo(5))
                .body("places.find { it.code == '410212001001' }.name", equalTo("温泉社区"))
                .body("places.cases", everyItem(greaterThanOrEqualTo(5)));
    }

    @Test
    void theCatalogueIsDcat() {
        get("/catalog.jsonld")
                .then()
                .statusCode(200)
                .contentType("application/ld+json")
                .body("'@type'", equalTo("dcat:Catalog"))
                .body("'dct:license'.'@id'", startsWith("https://creativecommons.org/"))
                .body("'dcat:dataset'.'dct:identifier'", contains("cases", "figures", "grids", "stations"))
                .body(
                        "'dcat:dataset'[3].'dcat:distribution'[0].'dcat:downloadURL'.'@id'",
                        endsWith("/api/new-sector/open-data/stations.csv"));
    }

    @Test
    void aFileThatIsNotNewIsNotSentAgain() {
        var tag = get("/grids.csv").header("ETag");

        given().auth()
                .oauth2(PORTAL)
                .header("If-None-Match", tag)
                .get("/api/open-data/grids.csv")
                .then()
                .statusCode(304);
    }

    @Test
    void aReleasesFilesStayAsTheyAre() {
        add(5, ACase.of("0402", COMMUNITY, day));
        release();
        var before = get("/figures.csv").asString();

        add(5, ACase.of("0402", COMMUNITY, day));

        assertThat(get("/figures.csv").asString()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/persons.csv", "/stations.csv", "/cases.xml"})
    void whatIsNotPublishedIsNotThere(String path) {
        get(path).then().statusCode(404);
    }

    @Test
    void nobodyElsePublishes() {
        given().auth().oauth2(PORTAL).post("/api/open-data/releases").then().statusCode(403);
    }
}
