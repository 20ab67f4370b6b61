package onegrid.newsector.places;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.Tokens;
import org.junit.jupiter.api.Test;

/** Warm stations as files for everybody. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class OpenStationsTest {
    private static final String PORTAL = Tokens.of("portal").token();

    private static Response get(String file) {
        return given().auth().oauth2(PORTAL).get("/api/new-sector/open-data/" + file);
    }

    @Test
    void aLineForEachStation() {
        var lines = get("stations.csv").asString().lines().toList();

        assertThat(lines).hasSize(25);
        assertThat(lines.getFirst())
                .isEqualTo("code,name,community_code,address,amenities,opens,closes,longitude,latitude");
    }

    @Test
    void excelGetsAMarkAndChineseHeadings() {
        assertThat(get("stations.csv?for=excel").asByteArray()).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(get("stations.csv?for=excel").asString()).contains("社区代码");
    }

    @Test
    void aPointForEachStation() {
        get("stations.geojson")
                .then()
                .statusCode(200)
                .contentType("application/geo+json")
                .body("type", equalTo("FeatureCollection"))
                .body("features.size()", equalTo(24))
                .body("features.geometry.type", everyItem(equalTo("Point")))
                .body("features[0].properties.amenities", hasItem("REST"));
    }

    @Test
    void aFileThatIsNotNewIsNotSentAgain() {
        var tag = get("stations.csv").header("ETag");

        given().auth()
                .oauth2(PORTAL)
                .header("If-None-Match", tag)
                .get("/api/new-sector/open-data/stations.csv")
                .then()
                .statusCode(304);
    }

    @Test
    void anotherReaderThanExcelIsNotKnown() {
        get("stations.csv?for=lotus").then().statusCode(400).body("errors[0].field", equalTo("for"));
    }
}
