package onegrid.grid.cases;

import static io.restassured.RestAssured.given;
import static onegrid.grid.cases.District.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import onegrid.grid.photos.Pictures;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.Tokens;
import org.junit.jupiter.api.Test;

/** A phone on a bad line does not know what arrived and sends it again, as it was: the field sees it once. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class SentAgainTest {
    @Inject
    DataSource database;

    private final String key = UUID.randomUUID().toString();

    @Test
    void aReportFromTheStreetMakesOneCase() {
        var body = Map.of(
                "text",
                "垃圾没人拉",
                "matterCode",
                "0101",
                "gridCode",
                LEAF,
                "channel",
                "GRID_WORKER",
                "photos",
                List.of(photo()));
        var first = once(GRID_HEAD).body(body).post("/api/cases");

        once(GRID_HEAD)
                .body(body)
                .post("/api/cases")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("number", equalTo(first.path("number")));
    }

    @Test
    void feedbackGetsItsFirstAnswerThoughTheCaseMovedOn() {
        var id = handledInTheGrid();
        var version = read(GRID_HEAD, id).path("version");
        var body = Map.of("text", "已经清走", "photos", List.of(photo()));
        var first = feedback(id, version, body);
        done(COMMUNITY_DESK, id, "verify", "passed", true, "text", "看过了，干净");

        feedback(id, version, body)
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true")
                .body("status", equalTo("VERIFYING"))
                .body("version", equalTo(first.path("version")));
    }

    @Test
    void feedbackFromFourPlacesAtOnceIsTakenOnce() throws Exception {
        var id = handledInTheGrid();
        var version = read(GRID_HEAD, id).path("version");
        var body = Map.of("text", "已经清走", "photos", List.of(photo()));
        Callable<Integer> send = () -> feedback(id, version, body).statusCode();

        try (var four = Executors.newFixedThreadPool(4)) {
            var answers = four
                    .invokeAll(IntStream.range(0, 4).mapToObj(i -> send).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers).containsOnly(200);
        }
        read(GRID_HEAD, id).then().body("history.findAll { it.to == 'FEEDBACK' }.size()", equalTo(1));
        read(GRID_HEAD, id).then().body("photos.size()", equalTo(1));
    }

    @Test
    void whatWasRefusedForItsAgeMayBeSentUnderItsKeyWithTheNewestVersion() {
        var id = handledInTheGrid();
        var body = Map.of("text", "已经清走", "noPhotoReason", "天黑了");
        feedback(id, 1, body).then().statusCode(412);

        feedback(id, read(GRID_HEAD, id).path("version"), body)
                .then()
                .statusCode(200)
                .body("status", equalTo("VERIFYING"));
    }

    @Test
    void aReportOfSomebodyElseUnderTheSameKeyIsAnotherReport() {
        var body = Map.of("text", "垃圾没人拉", "matterCode", "0101", "gridCode", LEAF);
        var first = once(GRID_HEAD).body(body).post("/api/cases");

        var other = Tokens.of("grid-head").account("grid-head-2").in("41021200100100102");
        once(other.token())
                .body(body)
                .post("/api/cases")
                .then()
                .statusCode(201)
                .body("number", not(equalTo(first.<String>path("number"))));
    }

    private String handledInTheGrid() {
        var id = filed("0101");
        done(GRID_HEAD, id, "self-handle");
        return id;
    }

    private Response feedback(String id, Object version, Map<String, ?> body) {
        return once(GRID_HEAD)
                .header("If-Match", "\"" + version + "\"")
                .body(body)
                .post("/api/cases/" + id + "/feedback");
    }

    private io.restassured.specification.RequestSpecification once(String token) {
        return as(token).header("Idempotency-Key", key);
    }

    private static String photo() {
        return given().auth()
                .oauth2(GRID_HEAD)
                .contentType("image/jpeg")
                .body(Pictures.picture("jpg", 64, 48))
                .post("/api/photos")
                .path("id");
    }

    @Test
    void aReportThatIsSentAgainAfterItsAnswerWasForgottenIsNotFiledTwice() throws Exception {
        var body = Map.of("text", "垃圾没人拉", "matterCode", "0101", "gridCode", LEAF);
        as(GRID_HEAD).header("Idempotency-Key", key).body(body).post("/api/cases");
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("delete from idempotency");
        }

        as(GRID_HEAD)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/cases")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/stored-before"));
    }
}
