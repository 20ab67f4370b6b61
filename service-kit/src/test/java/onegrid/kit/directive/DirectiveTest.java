package onegrid.kit.directive;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import onegrid.kit.sample.SamplePart;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.Tokens;
import onegrid.testing.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class DirectiveTest {
    private static Topics topics;

    @Inject
    SamplePart part;

    @BeforeAll
    static void listen() {
        topics = new Topics("onegrid.sample", "onegrid.directives");
    }

    @AfterAll
    static void close() {
        topics.close();
    }

    @Test
    void aReceivedDirectiveIsToldBack() {
        var id = issued();

        var answer = topics.awaitEvent("sample.directive.received.v1", id.toString());

        assertThat(answer.path("data").path("status").asText()).isEqualTo("RECEIVED");
        assertThat(answer.path("partitionkey").asText())
                .isEqualTo(answer.path("data").path("caseId").asText());
    }

    @Test
    void aRedeliveredDirectiveIsOneTask() {
        var id = UUID.randomUUID();
        var message =
                Topics.event(UUID.randomUUID(), "brain.directive.issued.v1", id.toString(), directive(id, "sample"));

        topics.tell("onegrid.directives", id.toString(), message);
        topics.tell("onegrid.directives", id.toString(), message);

        topics.awaitAcknowledged("sample", "onegrid.directives");
        assertThat(part.timesReceived(id)).isEqualTo(1);
    }

    @Test
    void aDirectiveForAnotherServiceIsNotOurs() {
        var id = UUID.randomUUID();

        topics.tell("onegrid.directives", "brain.directive.issued.v1", id.toString(), directive(id, "property"));

        topics.awaitAcknowledged("sample", "onegrid.directives");
        street().get("/api/sample/tasks/" + id).then().statusCode(404);
    }

    @Test
    void aTaskIsAcceptedReportedOnAndCompleted() {
        var id = received();

        send(id, "accept", "{}").then().body("status", equalTo("ACCEPTED"));
        send(id, "progress", "{\"note\":\"关阀\"}").then().body("status", equalTo("IN_PROGRESS"));
        send(id, "complete", "{\"note\":\"修好了\"}")
                .then()
                .body("status", equalTo("COMPLETED"))
                .body("allowed.size()", equalTo(0))
                .body("history.status", contains("RECEIVED", "ACCEPTED", "IN_PROGRESS", "COMPLETED"));

        topics.awaitEvent("sample.directive.completed.v1", id.toString());
    }

    @Test
    void aRefusalNeedsAReason() {
        var id = received();

        send(id, "decline", "{\"reason\":\" \"}").then().statusCode(400).body("errors.field", hasItem("reason"));
    }

    @Test
    void aDeclinedTaskCannotBeCompleted() {
        var id = received();
        send(id, "decline", "{\"reason\":\"不是我们的\"}");

        send(id, "complete", "{}").then().statusCode(409).body("type", equalTo("/problems/illegal-transition"));
    }

    @Test
    void theBrainMayAskAgainAfterARefusal() {
        var id = received();
        send(id, "decline", "{\"reason\":\"人手不够\"}");

        topics.tell("onegrid.directives", "brain.directive.issued.v1", id.toString(), directive(id, "sample"));

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> street().get("/api/sample/tasks/" + id)
                .then()
                .body("status", equalTo("RECEIVED"))
                .body("allowed", contains("accept", "decline")));
    }

    @Test
    void aWithdrawnTaskIsOver() {
        var id = received();

        topics.tell(
                "onegrid.directives",
                "brain.directive.withdrawn.v1",
                id.toString(),
                Map.of("directiveId", id, "service", "sample", "reason", "案件已撤销"));

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> street().get("/api/sample/tasks/" + id).then().body("status", equalTo("WITHDRAWN")));
    }

    @Test
    void aTaskOutsideTheScopeDoesNotExist() {
        var id = received();

        given().auth()
                .oauth2(Tokens.of("street").in("410212101").token())
                .get("/api/sample/tasks/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    void anotherPostHasNoTasksHere() {
        given().auth()
                .oauth2(Tokens.of("resident").in("410212").token())
                .get("/api/sample/tasks")
                .then()
                .statusCode(403);
    }

    @Test
    void aStaleAnswerIsRefused() {
        var id = received();

        street().header("If-Match", "\"99\"")
                .contentType("application/json")
                .body("{}")
                .post("/api/sample/tasks/" + id + "/accept")
                .then()
                .statusCode(412);
    }

    @Test
    void theListIsReadPageByPage() {
        received();
        received();
        var first = street().get("/api/sample/tasks?limit=1");

        var second = street().get("/api/sample/tasks?limit=1&after=" + first.path("next"));

        assertThat((List<String>) second.path("items.id")).hasSize(1).isNotEqualTo(first.path("items.id"));
    }

    @Test
    void anInventedCursorIsRefused() {
        street().get("/api/sample/tasks?after=abc").then().statusCode(400).body("errors.field", hasItem("after"));
    }

    private static UUID issued() {
        var id = UUID.randomUUID();
        topics.tell("onegrid.directives", "brain.directive.issued.v1", id.toString(), directive(id, "sample"));
        return id;
    }

    private static UUID received() {
        var id = issued();
        topics.awaitEvent("sample.directive.received.v1", id.toString());
        return id;
    }

    private static Map<String, Object> directive(UUID id, String service) {
        var data = new java.util.HashMap<String, Object>();
        data.put("directiveId", id);
        data.put("linkageId", UUID.randomUUID());
        data.put("caseId", UUID.nameUUIDFromBytes(id.toString().getBytes()));
        data.put("caseNumber", "261122-00017");
        data.put("service", service);
        data.put("kind", "WORK_ORDER");
        data.put("matterCode", "0402");
        data.put("matterName", "供水管道爆裂");
        data.put("severity", 2);
        data.put("gridCode", "410212001001001");
        data.put("gridName", "温泉小区1");
        data.put("communityCode", "410212001001");
        data.put("communityName", "温泉社区");
        data.put("longitude", 114.4337);
        data.put("latitude", 34.7735);
        data.put("peopleAffected", 300);
        data.put("leadUnit", "water");
        data.put("coUnits", List.of("community"));
        data.put("instruction", "请到现场配合抢修");
        data.put("sentence", "供水管道爆裂，属于大事");
        data.put("respondBy", OffsetDateTime.now().plusHours(1).toString());
        data.put("dueAt", OffsetDateTime.now().plusDays(1).toString());
        data.put("addedInALaterVersion", "ignored");
        return data;
    }

    private static Response send(UUID id, String command, String body) {
        return street().contentType("application/json").body(body).post("/api/sample/tasks/" + id + "/" + command);
    }

    private static RequestSpecification street() {
        return given().auth().oauth2(Tokens.of("street").in("410212001").token());
    }
}
