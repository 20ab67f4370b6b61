package onegrid.grid.grids;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class GridImportsHttpTest {
    private static final String GRIDS = DistrictFiles.bundledText("grids.csv");

    @Inject
    GridImports imports;

    /** The other tests expect the sample district. */
    @AfterEach
    void theSampleDistrictIsInForceAgain() {
        if (!nameOf("410212001001001").equals("温泉小区1")) {
            operator().post("/api/grids/imports").then().statusCode(201);
        }
    }

    @Test
    void anImportIsListedWithItsChecks() {
        operator()
                .get("/api/grids/imports")
                .then()
                .statusCode(200)
                .body("items[0].grids", equalTo(1250))
                .body("items[0].checks", hasSize(12))
                .body("items[0].checks.passed", everyItem(equalTo(true)));
    }

    @Test
    void aBadRowIsNamedAndNothingChanges() {
        var before = newest();

        upload(GRIDS.replace("410212001001902,410212001001,3,SCATTERED", "410212001001902,410212001001,4,SCATTERED"))
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/validation"))
                .body("errors.message", hasItem("410212001001902 温泉社区散户网格2: level 4, but the code has level 3"));

        assertThat(newest()).isEqualTo(before);
    }

    @Test
    void anUploadComesIntoForceAtOnce() {
        upload(GRIDS.replace(",BASE,温泉小区1,", ",BASE,温泉花园,"))
                .then()
                .statusCode(201)
                .body("source", equalTo("upload"));

        assertThat(nameOf("410212001001001")).isEqualTo("温泉花园");
    }

    @Test
    void theSameImportSentAgainMakesOneVersion() {
        var key = UUID.randomUUID().toString();
        var first = operator().header("Idempotency-Key", key).post("/api/grids/imports");

        var again = operator().header("Idempotency-Key", key).post("/api/grids/imports");

        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(newest()).isEqualTo(first.jsonPath().getInt("number"));
    }

    @Test
    void replicasThatFindGridsImportNothing() throws Exception {
        var before = newest();

        try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> start = imports::importFirst;
            var imported =
                    replicas.invokeAll(Stream.generate(() -> start).limit(4).toList());
            for (var replica : imported) {
                assertThat(replica.get()).isFalse();
            }
        }
        assertThat(newest()).isEqualTo(before);
    }

    @Test
    void aFileThatIsNoCsvIsRefused() {
        upload("\u0000\u0001 no table").then().statusCode(400).body("type", equalTo("/problems/validation"));
    }

    @Test
    void onlyTheCentreAndTheOperatorImport() {
        given().auth()
                .oauth2(Tokens.of("community").in("410212001001").token())
                .post("/api/grids/imports")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/forbidden"));
    }

    private static Response upload(String grids) {
        return operator()
                .multiPart("grids.csv", "grids.csv", grids.getBytes(StandardCharsets.UTF_8), "text/csv")
                .post("/api/grids/imports");
    }

    private static int newest() {
        return operator().get("/api/grids/imports?limit=1").jsonPath().getInt("items[0].number");
    }

    private static String nameOf(String code) {
        return given().auth()
                .oauth2(Tokens.of("portal").token())
                .get("/api/grids/" + code)
                .jsonPath()
                .getString("name");
    }

    private static RequestSpecification operator() {
        return given().auth().oauth2(Tokens.of("system-admin").token());
    }
}
