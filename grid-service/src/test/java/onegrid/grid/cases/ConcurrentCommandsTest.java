package onegrid.grid.cases;

import static onegrid.grid.cases.District.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import onegrid.testing.ServiceUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several posts act on one case at the same moment: one wins, the others see what it did. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class ConcurrentCommandsTest {
    private static List<Response> atOnce(List<Callable<Response>> commands) throws Exception {
        var together = new CyclicBarrier(commands.size());
        try (var posts = Executors.newFixedThreadPool(commands.size())) {
            var answers = commands.stream()
                    .map(command -> posts.submit(() -> {
                        together.await();
                        return command.call();
                    }))
                    .toList();
            return answers.stream().map(ConcurrentCommandsTest::get).toList();
        }
    }

    private static Response get(Future<Response> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static Response command(String token, String id, String command, String ifMatch, Map<String, ?> body) {
        var request = as(token).body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .post("/api/cases/" + id + "/" + command);
    }

    private static Callable<Response> dispatch(String id, String unit, String ifMatch) {
        return () -> command(COMMUNITY_DESK, id, "dispatch", ifMatch, Map.of("unit", unit));
    }

    private static List<Response> refused(List<Response> answers, String id) {
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
        var won = answers.stream()
                .filter(answer -> answer.statusCode() == 200)
                .findFirst()
                .orElseThrow();
        var refused =
                answers.stream().filter(answer -> answer.statusCode() != 200).toList();
        assertThat(refused).allSatisfy(answer -> {
            answer.then()
                    .contentType("application/problem+json")
                    .header("ETag", won.header("ETag"))
                    .body("status", equalTo(answer.statusCode()))
                    .body("current.id", equalTo(id))
                    .body("current.version", equalTo(won.<Integer>path("version")))
                    .body("current.status", equalTo(won.path("status")))
                    .body("current.leadUnit", equalTo(won.path("leadUnit")))
                    .body("current.allowed", equalTo(won.path("allowed")));
        });
        return refused;
    }

    @Test
    void ofTenDispatchesFromOneStateOneWinsAndNineSeeIt() throws Exception {
        var id = filed("0402");
        var units = List.of("water", "gas", "power", "sanitation", "heating");

        var answers = atOnce(IntStream.range(0, 10)
                .mapToObj(n -> dispatch(id, units.get(n % 5), "\"2\""))
                .toList());

        assertThat(refused(answers, id)).extracting(Response::statusCode).containsOnly(412);
    }

    @Test
    void ofTenDispatchesWithoutAStateOneWinsAndNineSeeIt() throws Exception {
        var id = filed("0402");

        var answers = atOnce(IntStream.range(0, 10)
                .mapToObj(n -> dispatch(id, n % 2 == 0 ? "water" : "gas", null))
                .toList());

        assertThat(refused(answers, id)).extracting(Response::statusCode).containsOnly(409);
    }

    @Test
    void ofDifferentCommandsOneWins() throws Exception {
        var id = filed("0101");

        var answers = atOnce(List.of(
                dispatch(id, "sanitation", null),
                () -> command(GRID_HEAD, id, "self-handle", null, Map.of()),
                () -> command(COMMUNITY_DESK, id, "dispatch", "\"2\"", Map.of("unit", "sanitation"))));

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 200).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 200)
                .allSatisfy(answer -> assertThat(answer.statusCode()).isIn(409, 412))
                .allSatisfy(answer ->
                        assertThat(answer.<Integer>path("current.version")).isEqualTo(3));
    }

    @Test
    void whoCameSecondGoesOnFromWhatTheyWereTold() {
        var id = filed("0402");
        done(COMMUNITY_DESK, id, "dispatch", "unit", "water");
        var refused = command(WATER, id, "return", "\"2\"", Map.of("reason", "不是我们的管道"));

        var again = command(WATER, id, "return", refused.header("ETag"), Map.of("reason", "不是我们的管道"));

        again.then().statusCode(200).body("status", equalTo("RETURN_REQUESTED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "W/\"1\"", "1", "\"99\"", "nonsense"})
    void anOlderOrUnknownStateIsRefusedWithThePresentOne(String ifMatch) {
        var id = filed("0402");

        command(COMMUNITY_DESK, id, "dispatch", ifMatch, Map.of("unit", "water"))
                .then()
                .statusCode(412)
                .header("ETag", "\"2\"")
                .body("type", equalTo("/problems/stale-version"))
                .body("version", equalTo(2))
                .body("current.status", equalTo("FILED"))
                .body("current.allowed", hasItem("dispatch"));
    }

    @Test
    void aBrokenRuleShowsTheCaseAsItStands() {
        var id = filed("0402");
        done(COMMUNITY_DESK, id, "dispatch", "unit", "water", "coUnits", List.of("power"));
        done(WATER, id, "accept");
        done(WATER, id, "start");

        command(WATER, id, "feedback", null, Map.of("text", "已修好", "noPhotoReason", "管在地下"))
                .then()
                .statusCode(409)
                .body("rule", equalTo("C1"))
                .body("current.status", equalTo("IN_PROGRESS"))
                .body("current.feedback", nullValue());
    }

    @Test
    void aRefusalShowsNothingToWhomTheCaseIsHidden() {
        var id = filed("0402");

        command(OTHER_COMMUNITY, id, "dispatch", "\"1\"", Map.of("unit", "water"))
                .then()
                .statusCode(404)
                .body("$", not(hasKey("current")));
    }
}
