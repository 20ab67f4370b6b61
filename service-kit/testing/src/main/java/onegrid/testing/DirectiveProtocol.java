package onegrid.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What every service that answers directives must do, over HTTP and topics only. A service's test extends it, says
 * how it is addressed, and adds what is its own.
 */
public abstract class DirectiveProtocol {
    private static final String FOREIGN_STREET = "410212101";

    /** Starts with the first test of a module and listens until its JVM ends. */
    private static Topics topics;

    private final String service;
    private final String kind;
    private final Tokens post;

    /** @param post the post that works the tasks off; its scope is set here */
    protected DirectiveProtocol(String service, String kind, Tokens post) {
        this.service = service;
        this.kind = kind;
        this.post = post.in("410212001");
    }

    protected final synchronized Topics topics() {
        if (topics == null) {
            topics = new Topics("onegrid." + service);
        }
        return topics;
    }

    protected final IssuedDirective directive() {
        return IssuedDirective.to(service, kind);
    }

    /** Told by the brain and stored by the service. */
    protected final IssuedDirective received(IssuedDirective directive) {
        directive.tell(topics());
        topics().awaitEvent(service + ".directive.received.v1", directive.id().toString());
        return directive;
    }

    protected final IssuedDirective received() {
        return received(directive());
    }

    /** The land of one grid belongs to another from now on; told twice, as a broker may. */
    protected final void retired(String code, String successor) {
        var data = Map.of(
                "code",
                code,
                "name",
                "旧网格",
                "level",
                2,
                "successors",
                List.of(successor),
                "validTo",
                OffsetDateTime.now().toString());
        var event = Topics.event(UUID.randomUUID(), "grid.grid.retired.v1", code, data);
        topics().tell("onegrid.grids", code, event);
        topics().tell("onegrid.grids", code, event);
    }

    protected final RequestSpecification as(Tokens who) {
        return given().auth().oauth2(who.token()).contentType(ContentType.JSON);
    }

    protected final Tokens post() {
        return post;
    }

    protected final String task(IssuedDirective directive) {
        return "/api/" + service + "/tasks/" + directive.id();
    }

    protected final Response read(IssuedDirective directive) {
        return as(post).get(task(directive));
    }

    protected final Response send(IssuedDirective directive, String command, Map<String, ?> body) {
        return as(post).body(body).post(task(directive) + "/" + command);
    }

    private List<JsonNode> answers(IssuedDirective directive, String what) {
        return topics().heard(event -> event.path("type").asText().equals(service + ".directive." + what + ".v1")
                && event.path("subject").asText().equals(directive.id().toString()));
    }

    @Test
    void aTaskIsAcceptedReportedOnAndCompletedAndTheBrainHearsEachStep() {
        var directive = received();
        send(directive, "accept", Map.of("note", "马上到")).then().statusCode(200);
        send(directive, "progress", Map.of("note", "已到现场")).then().statusCode(200);

        var completed = send(directive, "complete", Map.of("note", "已处理完毕"));

        assertThat(completed.jsonPath().getString("status")).isEqualTo("COMPLETED");
        for (var what : List.of("received", "accepted", "progressed", "completed")) {
            topics().awaitEvent(
                            service + ".directive." + what + ".v1",
                            directive.id().toString());
            assertThat(answers(directive, what)).as(what).hasSize(1).allSatisfy(answer -> {
                assertThat(Contracts.violations(answer)).isEmpty();
                assertThat(answer.path("partitionkey").asText()).isEqualTo(directive.caseId());
            });
        }
        assertThat(read(directive).jsonPath().getList("history.status"))
                .containsExactly("RECEIVED", "ACCEPTED", "IN_PROGRESS", "COMPLETED");
    }

    @Test
    void aDirectiveDeliveredTwiceOrToldAgainIsOneTaskAndOneAnswer() {
        var directive = directive();
        var eventId = UUID.randomUUID();
        directive.tell(topics(), eventId);
        directive.tell(topics(), eventId);
        directive.tell(topics());

        topics().awaitAcknowledged(service, "onegrid.directives");

        topics().awaitEvent(service + ".directive.received.v1", directive.id().toString());
        assertThat(answers(directive, "received")).hasSize(1);
        assertThat(read(directive).jsonPath().getList("history")).hasSize(1);
        received(); // whatever a second delivery had told would lie before this answer
        assertThat(answers(directive, "received")).hasSize(1);
    }

    @Test
    void aDirectiveForAnotherServiceIsNotATaskHere() {
        var foreign = IssuedDirective.to("nobody", kind);
        foreign.tell(topics());
        received();

        read(foreign).then().statusCode(404);
    }

    @Test
    void aTaskIsDeclinedWithItsReason() {
        var directive = received();

        send(directive, "decline", Map.of("reason", "不在服务范围")).then().statusCode(200);

        var told = topics().awaitEvent(
                        service + ".directive.declined.v1", directive.id().toString());
        assertThat(Contracts.violations(told)).isEmpty();
        assertThat(told.path("data").path("reason").asText()).isEqualTo("不在服务范围");
    }

    @Test
    void decliningWithoutAReasonIsRefused() {
        var directive = received();

        var refused = send(directive, "decline", Map.of());

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.contentType()).startsWith("application/problem+json");
        assertThat(refused.jsonPath().getString("errors[0].field")).isEqualTo("reason");
    }

    @Test
    void aDeclinedTaskThatTheBrainAsksForAgainIsOpenAgain() {
        var directive = received();
        send(directive, "decline", Map.of("reason", "人手不足")).then().statusCode(200);

        directive.tell(topics());

        await().atMost(Duration.ofSeconds(60))
                .until(() -> read(directive).jsonPath().getString("status").equals("RECEIVED"));
        assertThat(read(directive).jsonPath().getList("allowed")).contains("accept");
    }

    @Test
    void aWithdrawnTaskCannotBeAccepted() {
        var directive = received();
        directive.withdraw(topics());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> read(directive).jsonPath().getString("status").equals("WITHDRAWN"));

        var refused = send(directive, "accept", Map.of());

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("/problems/illegal-transition");
    }

    @Test
    void aTaskOutsideTheScopeIsNotFound() {
        var directive = received();

        as(Tokens.of("street").in(FOREIGN_STREET)).get(task(directive)).then().statusCode(404);
    }

    @Test
    void aTaskOutsideTheScopeIsNotInTheList() {
        received();

        var items = as(Tokens.of("street").in(FOREIGN_STREET))
                .get("/api/" + service + "/tasks?status=all")
                .jsonPath()
                .getList("items");

        assertThat(items).isEmpty();
    }

    @Test
    void theTaskOfAComplaintIsNotThereForTheStreetComplainedOfAndIsAnsweredByTheCentre() {
        var directive = received(directive().with("complainedOf", "street"));
        var street = Tokens.of("street").in("410212001").unit("street");

        as(street).get(task(directive)).then().statusCode(404);
        assertThat(as(street)
                        .get("/api/" + service + "/tasks?status=all&limit=200")
                        .jsonPath()
                        .getList("items.id"))
                .doesNotContain(directive.id().toString());
        as(Tokens.of("centre").in("410212").unit("centre"))
                .body(Map.of())
                .post(task(directive) + "/accept")
                .then()
                .statusCode(200);
    }

    @Test
    void theStaffOfASuccessorSeeWhatWasAskedUnderACodeOfThePast() {
        var directive = received(directive().in("410212001081001"));
        var successor = Tokens.of("street").in("410212001082");
        as(successor).get(task(directive)).then().statusCode(404);

        retired("410212001081", "410212001082");

        await().atMost(Duration.ofSeconds(60))
                .until(() -> as(successor).get(task(directive)).statusCode() == 200);
    }

    @Test
    void aPostWithoutAPartInThisServiceIsForbidden() {
        as(Tokens.of("resident")).get("/api/" + service + "/tasks").then().statusCode(403);
    }

    @Test
    void withoutATokenThereIsNoTaskList() {
        given().get("/api/" + service + "/tasks").then().statusCode(401);
    }

    @Test
    void aCommandOnAStaleVersionIsRefused() {
        var directive = received();
        var seen = read(directive).header("ETag");
        send(directive, "accept", Map.of()).then().statusCode(200);

        var refused =
                as(post).header("If-Match", seen).body(Map.of("note", "已到")).post(task(directive) + "/progress");

        assertThat(refused.statusCode()).isEqualTo(412);
    }

    @Test
    void theSameCommandUnderOneKeyIsDoneOnce() {
        var directive = received();
        var key = UUID.randomUUID().toString();
        as(post).header("Idempotency-Key", key).body(Map.of()).post(task(directive) + "/accept");

        var repeated = as(post).header("Idempotency-Key", key).body(Map.of()).post(task(directive) + "/accept");

        assertThat(repeated.statusCode()).isEqualTo(200);
        assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(read(directive).jsonPath().getList("history")).hasSize(2);
    }

    @Test
    void tasksAreListedByTheTimeTheyMustBeAnsweredAndPaged() {
        received();
        received();

        var page = as(post).get("/api/" + service + "/tasks?status=all&limit=1").jsonPath();
        var next = as(post).queryParam("after", page.getString("next"))
                .get("/api/" + service + "/tasks?status=all&limit=1")
                .jsonPath();

        assertThat(page.getList("items")).hasSize(1);
        assertThat(next.getString("items[0].respondBy")).isGreaterThanOrEqualTo(page.getString("items[0].respondBy"));
        assertThat(next.getString("items[0].id")).isNotEqualTo(page.getString("items[0].id"));
    }

    @Test
    void aMessageThatNobodyUnderstandsIsListedAndReplayed() {
        var operator = Tokens.of("system-admin");
        var path = "/api/" + service + "/ops/dead-letters";
        var nonsense = "{\"broken\": \"" + UUID.randomUUID() + "\"";
        topics().tell("onegrid.directives", "nonsense", nonsense);

        await().atMost(Duration.ofSeconds(60)).until(() -> as(operator)
                .get(path)
                .jsonPath()
                .getList("items.payload")
                .contains(nonsense));
        Set<Integer> before = Set.copyOf(as(operator).get(path).jsonPath().getList("items.id"));
        var id = as(operator).get(path).jsonPath().getInt("items.find { it.payload == '" + nonsense + "' }.id");
        as(operator).post(path + "/" + id + "/replay").then().statusCode(204);

        // It is no better than before, so it dies again: that is how we see that it was heard again.
        await().atMost(Duration.ofSeconds(60))
                .until(() -> as(operator).get(path).jsonPath().<Integer>getList("items.id").stream()
                        .anyMatch(one -> !before.contains(one)));
        assertThat(received()).as("later directives are still heard").isNotNull();
    }

    @Test
    void onlyTheOperatorSeesDeadLetters() {
        as(post).get("/api/" + service + "/ops/dead-letters").then().statusCode(403);
    }
}
