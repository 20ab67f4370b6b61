package onegrid.gateway.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.standardwebhooks.Webhook;
import io.quarkus.test.junit.QuarkusTest;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import onegrid.brain.ACase;
import onegrid.testing.Tokens;
import org.junit.jupiter.api.Test;

/** From a point in time once more, by hand once more, on trial, and with a new secret. */
@QuarkusTest
class ReplayTest extends HooksTest {
    private static Map<String, Object> from(OffsetDateTime time) {
        return Map.of("from", time.toString());
    }

    @Test
    void aReplayFromATimeTellsTheSameEventsAgainInOrder() {
        var aCase = ACase.small();
        try (var receiver = new Receiver()) {
            var who = systemIn(aCase.grid());
            var subscription = subscribed(who, receiver, "grid.case.*");
            var earlier = told("reported", aCase).toString();
            awaitTaken(receiver, 1);
            var begin = OffsetDateTime.now();
            var first = told("filed", aCase.moved("FILED")).toString();
            var second = told("dispatched", aCase.moved("DISPATCHED")).toString();
            awaitTaken(receiver, 3);

            as(who).body(from(begin))
                    .post(path(subscription) + "/replay")
                    .then()
                    .statusCode(202)
                    .body("events", equalTo(2))
                    .body("next", nullValue());

            awaitTaken(receiver, 5);
            assertThat(taken(receiver, aCase)).containsExactly(earlier, first, second, first, second);
        }
    }

    @Test
    void aNewSubscriptionCatchesUpOnWhatWasBeforeIt() {
        var aCase = ACase.small();
        var before = OffsetDateTime.now();
        var id = told("filed", aCase).toString();
        topics().awaitAcknowledged("hooks", "onegrid.cases");
        try (var receiver = new Receiver()) {
            var who = systemIn(aCase.grid());
            var subscription = subscribed(who, receiver, "grid.case.*");

            as(who).body(from(before))
                    .post(path(subscription) + "/replay")
                    .then()
                    .statusCode(202);

            awaitTaken(receiver, 1);
            assertThat(taken(receiver, aCase)).containsExactly(id);
        }
    }

    @Test
    void aReplayTellsAUnitNothingOfACaseThatAnotherOneHasNow() {
        var begin = OffsetDateTime.now();
        var aCase = dispatchedTo("disabled-federation");
        told("return-requested", aCase.moved("RETURN_REQUESTED"));
        told("ruled", aCase.moved("DISPATCHED").with("leadUnit", "womens-federation"));
        topics().awaitAcknowledged("hooks", "onegrid.cases");
        try (var receiver = new Receiver()) {
            var who = Tokens.of("unit").unit("disabled-federation").in(aCase.grid());
            var subscription = subscribed(who, receiver, "grid.case.*");

            as(who).body(from(begin))
                    .post(path(subscription) + "/replay")
                    .then()
                    .statusCode(202)
                    .body("events", equalTo(0));
        }
    }

    @Test
    void aReplayFromTheFutureIsRefused() {
        try (var receiver = new Receiver()) {
            var who = systemIn("410212");
            var subscription = subscribed(who, receiver, "grid.case.filed.v1");

            as(who).body(from(OffsetDateTime.now().plusHours(1)))
                    .post(path(subscription) + "/replay")
                    .then()
                    .statusCode(400)
                    .body("errors[0].field", equalTo("from"));
        }
    }

    @Test
    void whatHappensInAPauseArrivesAfterIt() {
        var aCase = ACase.small();
        try (var receiver = new Receiver()) {
            var who = systemIn(aCase.grid());
            var subscription = subscribed(who, receiver, "grid.case.*");
            as(who).body(Map.of("reason", "系统升级"))
                    .post(path(subscription) + "/pause")
                    .then()
                    .statusCode(200);
            told("filed", aCase);
            topics().awaitAcknowledged("hooks", "onegrid.cases");
            assertThat(receiver.calls).isEmpty();

            as(who).post(path(subscription) + "/resume").then().statusCode(200);

            awaitTaken(receiver, 1);
        }
    }

    @Test
    void aRetryByHandDoesNotWaitForThePause() {
        var aCase = ACase.small();
        try (var receiver = new Receiver().answers(410)) {
            var who = systemIn(aCase.grid());
            var subscription = subscribed(who, receiver, "grid.case.*");
            told("filed", aCase);
            await().untilAsserted(() ->
                    assertThat(read(who, subscription).getString("state")).isEqualTo("DISABLED"));
            receiver.answers(200);
            as(who).post(path(subscription) + "/resume").then().statusCode(200);

            as(who).post(path(subscription) + "/deliveries/"
                            + deliveries(who, subscription).getString("items[0].id") + "/retry")
                    .then()
                    .statusCode(200);

            awaitTaken(receiver, 1);
            await().untilAsserted(() -> as(who).get(path(subscription) + "/deliveries?state=DELIVERED")
                    .then()
                    .body("items", hasSize(1))
                    .body("items[0].attempts.status", equalTo(List.of(410, 200))));
        }
    }

    @Test
    void whatWasDeliveredIsNotRetriedButReplayed() {
        var aCase = ACase.small();
        try (var receiver = new Receiver()) {
            var who = systemIn(aCase.grid());
            var subscription = subscribed(who, receiver, "grid.case.*");
            told("filed", aCase);
            await().untilAsserted(() -> assertThat(deliveries(who, subscription).getString("items[0].state"))
                    .isEqualTo("DELIVERED"));

            as(who).post(path(subscription) + "/deliveries/"
                            + deliveries(who, subscription).getString("items[0].id") + "/retry")
                    .then()
                    .statusCode(409)
                    .body("allowed", empty());
        }
    }

    @Test
    void aTestEventTellsWhetherTheReceiverTakesIt() throws Exception {
        try (var receiver = new Receiver()) {
            var who = systemIn("410212");
            var subscription = subscribed(who, receiver, "grid.post.vacant.v1");

            as(who).post(path(subscription) + "/test").then().statusCode(202).body("cause", equalTo("TEST"));

            awaitTaken(receiver, 1);
            assertThat(receiver.taken.getFirst().event().getType()).isEqualTo("gateway.hook.ping.v1");
        }
    }

    @Test
    void forADayTheOldSecretSignsBesideTheNewOne() throws Exception {
        try (var receiver = new Receiver()) {
            var who = systemIn("410212");
            var subscription = subscribed(who, receiver, "grid.post.vacant.v1");

            var rotated = as(who).post(path(subscription) + "/rotate-secret").jsonPath();

            as(who).post(path(subscription) + "/test").then().statusCode(202);
            awaitTaken(receiver, 1);
            var call = receiver.taken.getFirst();
            new Webhook(subscription.getString("secret")).verify(call.body(), call.signed());
            new Webhook(rotated.getString("secret")).verify(call.body(), call.signed());
            assertThat(call.header("Webhook-signature").split(" ")).hasSize(2);
        }
    }

    @Test
    void deliveriesPageByCursor() {
        var aCase = ACase.small();
        try (var receiver = new Receiver()) {
            var who = systemIn(aCase.grid());
            var subscription = subscribed(who, receiver, "grid.case.*");
            told("filed", aCase);
            told("dispatched", aCase.moved("DISPATCHED"));
            told("accepted", aCase.moved("ACCEPTED"));
            awaitTaken(receiver, 3);
            var first = as(who).get(path(subscription) + "/deliveries?limit=2").jsonPath();

            as(who).get(path(subscription) + "/deliveries?limit=2&after=" + first.getString("next"))
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(1))
                    .body("items[0].type", equalTo("grid.case.filed.v1"))
                    .body("items[0].typeName", equalTo("已立案"))
                    .body("next", nullValue());
        }
    }
}
