package onegrid.grid.cases;

import static onegrid.grid.cases.District.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.Tokens;
import onegrid.testing.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A department's own system is the handling unit: an account of its own (client credentials) with role {@code unit} and
 * the unit's code. It answers dispatches by API, under exactly the rules of the unit's desk.
 */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class UnitSystemHttpTest {
    private static final String SANITATION_SYSTEM = system("unit");

    private static String system(String... roles) {
        return Tokens.of(roles)
                .account("service-account-sanitation-platform")
                .in("410212")
                .unit("sanitation")
                .post("环卫调度平台")
                .token();
    }

    private static String dispatched() {
        var id = filed("0101");
        done(COMMUNITY_DESK, id, "dispatch", "unit", "sanitation");
        return id;
    }

    @Test
    void fromTheDispatchItHearsToTheFeedbackAPersonVerifies() {
        try (var topics = new Topics("onegrid.cases")) {
            var id = heard(topics, dispatched()).path("data").path("caseId").asText();

            done(SANITATION_SYSTEM, id, "accept", "note", "工单 HW-2026-1124-7");
            done(SANITATION_SYSTEM, id, "start");
            done(SANITATION_SYSTEM, id, "feedback", "text", "垃圾已清运", "noPhotoReason", "车载系统无相机");

            done(COMMUNITY_DESK, id, "verify", "passed", true, "text", "现场已清")
                    .then()
                    .body("status", equalTo("CLOSED"))
                    .body("handler", equalTo("环卫中心"))
                    .body("history.find { it.command == 'accept' }.role", equalTo("unit"));
        }
    }

    private static JsonNode heard(Topics topics, String id) {
        return topics.awaitEvent("grid.case.dispatched.v1", id);
    }

    @Test
    void itGivesBackOnceWithAReason() {
        var id = dispatched();

        done(SANITATION_SYSTEM, id, "return", "reason", "地点属于高速公路，由交通局管养")
                .then()
                .body("status", equalTo("RETURN_REQUESTED"));

        done(STREET, id, "rule", "unit", "sanitation", "reason", "按属地由环卫中心办理");
        send(SANITATION_SYSTEM, id, "return", "reason", "仍非我单位")
                .then()
                .statusCode(409)
                .body("rule", equalTo("C5"));
    }

    /** Each command where the desk is refused: the system is refused in the same words. */
    @ParameterizedTest
    @CsvSource({"accept", "start", "feedback", "return", "verify", "dispatch", "suspend", "cancel", "rule", "mark-big"})
    void whatTheDeskIsRefusedTheSystemIsRefusedToo(String command) {
        var id = dispatched();
        done(unit("sanitation"), id, "accept");
        var body = new Object[] {"reason", "没有道理的请求"};

        var desk = send(unit("sanitation"), id, command, body);
        var system = send(SANITATION_SYSTEM, id, command, body);

        assertThat(system.statusCode()).isEqualTo(desk.statusCode());
        assertThat(system.<String>path("type")).isEqualTo(desk.path("type"));
        assertThat(system.<String>path("detail")).isEqualTo(desk.path("detail"));
    }

    @Test
    void itMaySendExactlyWhatTheDeskMaySend() {
        var id = dispatched();
        List<String> desk = read(unit("sanitation"), id).path("allowed");

        read(SANITATION_SYSTEM, id).then().body("allowed", equalTo(desk)).body("allowed", not(equalTo(List.of())));
    }

    @Test
    void aSystemThatAlsoReportsStaysTheUnitWhereItHandles() {
        var both = system("unit", "district-system");
        var id = dispatched();
        var foreign = filed("0402");

        read(both, foreign).then().statusCode(404);
        done(both, id, "accept").then().body("status", equalTo("ACCEPTED"));
    }

    @Test
    void ofTwoAnswersAtOnceTheSecondLearnsHowThingsStand() {
        var id = dispatched();
        done(unit("sanitation"), id, "accept");

        as(SANITATION_SYSTEM)
                .header("If-Match", "\"1\"")
                .body(Map.of())
                .post("/api/cases/" + id + "/start")
                .then()
                .statusCode(412)
                .body("current.status", equalTo("ACCEPTED"));
    }

    @Test
    void anAnswerSentAgainAfterALostLineCountsOnce() {
        var id = dispatched();
        var key = UUID.randomUUID().toString();
        as(SANITATION_SYSTEM).header("Idempotency-Key", key).body(Map.of()).post("/api/cases/" + id + "/accept");

        as(SANITATION_SYSTEM)
                .header("Idempotency-Key", key)
                .body(Map.of())
                .post("/api/cases/" + id + "/accept")
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true")
                .body("status", equalTo("ACCEPTED"));
    }
}
