package onegrid.kit.inbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import onegrid.kit.sample.Things;
import onegrid.testing.Infrastructure;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.Tokens;
import onegrid.testing.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class InboxTest {
    private Topics topics;

    @Inject
    Things things;

    @BeforeEach
    void open() {
        topics = new Topics("onegrid.things");
    }

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void aRedeliveredEventChangesNothingAndIsAcknowledged() {
        var name = "heard-" + UUID.randomUUID();
        var message = Topics.event(UUID.randomUUID(), "sample.thing.made.v1", name, Map.of("name", name));

        topics.tell("onegrid.things", name, message);
        topics.tell("onegrid.things", name, message);

        topics.awaitAcknowledged("sample", "onegrid.things");
        assertThat(things.count(name)).isEqualTo(1);
    }

    @Test
    void whatCannotBeReadIsKeptListedAndReplayed() {
        var name = "dead-" + UUID.randomUUID();
        topics.tell("onegrid.things", name, "{\"not\": \"an event of " + name + "\"}");

        var id = await().atMost(Duration.ofSeconds(60)).until(() -> deadLetter(name), found -> found != null);

        operator().post("/api/sample/ops/dead-letters/" + id + "/replay").then().statusCode(204);
        operator()
                .get("/api/sample/ops/dead-letters")
                .then()
                .body("items.find { it.id == " + id + " }.topic", equalTo("onegrid.things"));
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        topics.heard(event -> event.toString().contains(name)).size() == 2);
    }

    @Test
    void deadLettersAreForOperatorsOnly() {
        given().auth()
                .oauth2(Tokens.of("street").token())
                .get("/api/sample/ops/dead-letters")
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/forbidden"));
    }

    @Test
    void anEventWaitsForADatabaseThatWasKilledAndIsHeardOnce() {
        var postgres = Infrastructure.start().postgres();
        Assumptions.assumeTrue(postgres != null, "containers are used: their database is not ours to kill");
        var name = "waited-" + UUID.randomUUID();

        postgres.kill9();
        topics.tell("onegrid.things", "sample.thing.made.v1", name, Map.of("name", name));
        postgres.start();

        await().atMost(Duration.ofSeconds(40)).ignoreExceptions().until(() -> things.count(name) == 1);
        topics.awaitAcknowledged("sample", "onegrid.things");
        assertThat(things.count(name)).isEqualTo(1);
    }

    private static Integer deadLetter(String name) {
        return operator()
                .get("/api/sample/ops/dead-letters")
                .path("items.find { it.payload.contains('" + name + "') }?.id");
    }

    private static io.restassured.specification.RequestSpecification operator() {
        return given().auth().oauth2(Tokens.of("system-admin").token());
    }
}
