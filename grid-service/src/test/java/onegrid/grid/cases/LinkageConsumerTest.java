package onegrid.grid.cases;

import static onegrid.grid.cases.District.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import onegrid.testing.Contracts;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the brain says about a case is noted once, however often it arrives. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class LinkageConsumerTest {
    private static Topics topics;

    @BeforeAll
    static void listen() {
        topics = new Topics("onegrid.cases");
    }

    @AfterAll
    static void leave() {
        topics.close();
    }

    @Test
    void aDecisionDeliveredTwiceIsNotedOnce() {
        var id = filed("0402");
        var event = Topics.event(UUID.randomUUID(), "brain.case.decided.v1", id, decision(id));

        topics.tell("onegrid.linkages", id, event);
        topics.tell("onegrid.linkages", id, event);
        fence(id);

        assertThat(commands(id).stream().filter("decide"::equals)).hasSize(1);
        read(COMMUNITY_DESK, id)
                .then()
                .body("scale", equalTo("BIG"))
                .body("level", equalTo("DISTRICT"))
                .body("decision.rule", equalTo("R3"))
                .body("decision.sentence", equalTo("严重程度二级"));
    }

    @Test
    void theHistorySaysThatTheLinkageOfACaseThatTurnedOutSmallHasEnded() {
        var id = filed("0402");
        topics.tell("onegrid.linkages", "brain.case.decided.v1", id, decision(id));
        var small = new HashMap<String, Object>(decision(id));
        small.putAll(Map.of("scale", "SMALL", "level", "GRID", "sentence", "本网格内可以办理"));
        small.put("linkageId", null);

        topics.tell("onegrid.linkages", "brain.case.decided.v1", id, small);
        fence(id);

        read(COMMUNITY_DESK, id)
                .then()
                .body("scale", equalTo("SMALL"))
                .body("linkageId", nullValue())
                .body("history.findAll { it.command == 'decide' }.note", contains("严重程度二级", "本网格内可以办理（原联动已结束）"));
    }

    @Test
    void anEscalationDeliveredTwiceRaisesOnce() {
        var id = filed("0101");
        var event = Topics.event(
                UUID.randomUUID(),
                "brain.linkage.escalated.v1",
                id,
                Map.of("linkageId", UUID.randomUUID(), "caseId", id, "level", "STREET", "reason", "超过时限"));

        topics.tell("onegrid.linkages", id, event);
        topics.tell("onegrid.linkages", id, event);
        fence(id);

        assertThat(commands(id).stream().filter("raise"::equals)).hasSize(2); // and the fence's
    }

    @Test
    void aDecisionIsToldOn() {
        var id = filed("0402");

        topics.tell("onegrid.linkages", "brain.case.decided.v1", id, decision(id));

        assertThat(Contracts.violations(topics.awaitEvent("grid.case.decided.v1", id)))
                .isEmpty();
    }

    private static Map<String, ?> decision(String id) {
        return Map.of(
                "caseId", id,
                "caseNumber", "261122-00001",
                "scale", "BIG",
                "level", "STREET",
                "rule", "R3",
                "policyVersion", 1,
                "sentence", "严重程度二级",
                "linkageId", UUID.randomUUID());
    }

    /** A later event of the same key: when it has arrived, the ones before it have too. */
    private static void fence(String id) {
        topics.tell(
                "onegrid.linkages",
                "brain.linkage.escalated.v1",
                id,
                Map.of("linkageId", UUID.randomUUID(), "caseId", id, "level", "DISTRICT", "reason", "继续升级"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> read(CENTRE, id).<String>path("level").equals("DISTRICT"));
    }

    private static List<String> commands(String id) {
        return read(CENTRE, id).path("history.command");
    }
}
