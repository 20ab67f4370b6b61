package onegrid.gateway.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import onegrid.brain.ACase;
import onegrid.testing.Topics;
import org.junit.jupiter.api.Test;

/** Events on their way to real receivers that take, fail, hang and come back. */
@QuarkusTest
class DeliveryTest extends HooksTest {
    @Test
    void anEventArrivesSignedAfterTheStandardWebhooksConvention() throws Exception {
        var aCase = ACase.small();
        try (var receiver = new Receiver()) {
            var secret = subscribed(systemIn(aCase.grid()), receiver, "grid.case.filed.v1")
                    .getString("secret");

            told("filed", aCase);

            awaitTaken(receiver, 1);
            var call = receiver.taken.getFirst();
            assertThatNoException().isThrownBy(() -> new Webhook(secret).verify(call.body(), call.signed()));
        }
    }

    @Test
    void theOfficialSdkReadsTheCloudEvent() throws Exception {
        var aCase = ACase.small();
        try (var receiver = new Receiver()) {
            subscribed(systemIn(aCase.grid()), receiver, "grid.case.*");

            var id = told("filed", aCase);

            awaitTaken(receiver, 1);
            var call = receiver.taken.getFirst();
            assertThat(call.header("Content-type")).startsWith("application/cloudevents+json");
            assertThat(call.header("Webhook-id")).isEqualTo(id.toString());
            assertThat(call.event().getId()).isEqualTo(id.toString());
            assertThat(call.event().getType()).isEqualTo("grid.case.filed.v1");
            assertThat(new ObjectMapper()
                            .readTree(call.event().getData().toBytes())
                            .path("number")
                            .asText())
                    .isEqualTo(aCase.number());
        }
    }

    @Test
    void inBinaryModeTheAttributesAreHeaders() throws Exception {
        var aCase = ACase.small();
        try (var receiver = new Receiver()) {
            var wish = wish(receiver.url(), "grid.case.*");
            wish.put("mode", "BINARY");
            var secret = register(systemIn(aCase.grid()), wish).jsonPath().getString("secret");

            told("filed", aCase);

            awaitTaken(receiver, 1);
            var call = receiver.taken.getFirst();
            assertThat(call.header("Ce-type")).isEqualTo("grid.case.filed.v1");
            assertThat(new ObjectMapper().readTree(call.body()).path("number").asText())
                    .isEqualTo(aCase.number());
            assertThat(call.event().getSubject()).isEqualTo(aCase.id.toString());
            assertThatNoException().isThrownBy(() -> new Webhook(secret).verify(call.body(), call.signed()));
        }
    }

    @Test
    void anEventThatIsHeardTwiceIsDeliveredOnce() {
        var aCase = ACase.small();
        try (var receiver = new Receiver()) {
            var who = systemIn(aCase.grid());
            var subscription = subscribed(who, receiver, "grid.case.*");
            var message = Topics.event(UUID.randomUUID(), "grid.case.filed.v1", aCase.id.toString(), aCase.data());

            topics().tell("onegrid.cases", aCase.id.toString(), message);
            topics().tell("onegrid.cases", aCase.id.toString(), message);
            told("accepted", aCase.moved("ACCEPTED"));

            awaitTaken(receiver, 2);
            topics().awaitAcknowledged("hooks", "onegrid.cases");
            assertThat(taken(receiver, aCase)).hasSize(2).doesNotHaveDuplicates();
            assertThat(deliveries(who, subscription).getList("items")).hasSize(2);
        }
    }

    @Test
    void aReceiverThatFailsGetsTheEventAgainAndEveryAttemptIsShown() {
        var aCase = ACase.small();
        try (var receiver = new Receiver()) {
            receiver.answers(call -> receiver.calls.size() < 4 ? 503 : 200);
            var who = systemIn(aCase.grid());
            var subscription = subscribed(who, receiver, "grid.case.*");

            told("filed", aCase);

            awaitTaken(receiver, 1);
            await().untilAsserted(() -> assertThat(deliveries(who, subscription).getString("items[0].state"))
                    .isEqualTo("DELIVERED"));
            var attempts = deliveries(who, subscription);
            assertThat(attempts.getList("items[0].attempts.status")).isEqualTo(List.of(503, 503, 503, 200));
            assertThat(attempts.getString("items[0].attempts[0].reason")).isEqualTo("status");
            assertThat(attempts.getString("items[0].attempts[0].answer")).isEqualTo("状态 503");
            assertThat(receiver.calls)
                    .extracting(call -> call.header("Webhook-id"))
                    .hasSize(4)
                    .containsOnly(attempts.getString("items[0].eventId"));
        }
    }

    @Test
    void aFailedEventHoldsBackLaterOnesOfItsCaseAndOfNoOther() {
        var stuck = ACase.small();
        var free = ACase.small().with("gridCode", stuck.grid());
        try (var receiver = new Receiver()) {
            receiver.answers(call -> call.body().contains(stuck.id.toString()) ? 500 : 204);
            var who = systemIn(stuck.grid());
            var subscription = subscribed(who, receiver, "grid.case.*");
            var first = told("filed", stuck);
            var second = told("dispatched", stuck.moved("DISPATCHED"));

            told("filed", free);
            told("dispatched", free.moved("DISPATCHED"));

            await().until(() -> taken(receiver, free).size() == 2);
            var held = deliveries(who, subscription);
            assertThat(held.getList("items.findAll { it.caseId == '" + stuck.id + "' }.state"))
                    .isEqualTo(List.of("HELD", "WAITING"));
            receiver.answers(204);
            await().until(() -> taken(receiver, stuck).size() == 2);
            assertThat(taken(receiver, stuck)).containsExactly(first.toString(), second.toString());
        }
    }

    @Test
    void aReceiverThatHangsSlowsNobodyElse() {
        var aCase = ACase.small();
        try (var hanging = new Receiver().hangs();
                var quick = new Receiver()) {
            subscribed(systemIn(aCase.grid()), hanging, "grid.case.*");
            subscribed(systemIn(aCase.grid()), quick, "grid.case.*");
            var others = IntStream.range(0, 30)
                    .mapToObj(n -> ACase.small().with("gridCode", aCase.grid()))
                    .toList();

            others.forEach(other -> told("filed", other));

            awaitTaken(quick, 30);
            // Thirty at four a second would be with the hanging one for seven seconds.
            assertThat(hanging.calls).hasSizeLessThan(30);
            assertThat(hanging.taken).isEmpty();
        }
    }

    @Test
    void aReceiverThatComesBackGetsAllOfItInOrder() {
        var aCase = ACase.small();
        try (var receiver = new Receiver()) {
            var who = systemIn(aCase.grid());
            var subscription = subscribed(who, receiver, "grid.case.*");
            receiver.goesAway();
            var ids = Stream.of("filed", "dispatched", "accepted", "started", "feedback-given", "closed")
                    .map(what -> told(what, aCase.moved("FILED")).toString())
                    .toList();
            await().until(() -> deliveries(who, subscription)
                    .getList("items.attempts.flatten().reason")
                    .contains("no-connection"));

            receiver.comesBack();

            awaitTaken(receiver, 6);
            assertThat(taken(receiver, aCase)).isEqualTo(ids);
            await().untilAsserted(() -> as(who).get(path(subscription))
                    .then()
                    .body("figures.waiting", equalTo(0))
                    .body("figures.failuresInRow", equalTo(0))
                    .body("figures.lastReason", equalTo("no-connection")));
        }
    }

    @Test
    void whoAnswersGoneIsToldNothingMore() {
        var aCase = ACase.small();
        try (var receiver = new Receiver().answers(410)) {
            var who = systemIn(aCase.grid());
            var subscription = subscribed(who, receiver, "grid.case.*");

            told("filed", aCase);

            await().untilAsserted(() ->
                    assertThat(read(who, subscription).getString("state")).isEqualTo("DISABLED"));
            told("accepted", aCase.moved("ACCEPTED"));
            topics().awaitAcknowledged("hooks", "onegrid.cases");
            assertThat(deliveries(who, subscription).getList("items.state")).isEqualTo(List.of("FAILED"));
            assertThat(receiver.calls).hasSize(1);
        }
    }

    @Test
    void aRedirectIsNotFollowed() {
        var aCase = ACase.small();
        try (var receiver = new Receiver().answers(302)) {
            var who = systemIn(aCase.grid());
            var subscription = subscribed(who, receiver, "grid.case.*");

            told("filed", aCase);

            await().untilAsserted(() -> as(who).get(path(subscription) + "/deliveries")
                    .then()
                    .body("items[0].attempts[0].reason", equalTo("redirect"))
                    .body("items[0].attempts[0].status", equalTo(302)));
        }
    }

    @Test
    void aTimeoutIsShownAsOne() {
        var aCase = ACase.small();
        try (var receiver = new Receiver().hangs()) {
            var who = systemIn(aCase.grid());
            var subscription = subscribed(who, receiver, "grid.case.*");

            told("filed", aCase);

            await().untilAsserted(
                            () -> as(who).get(path(subscription) + "/deliveries?state=waiting&case=" + aCase.number())
                                    .then()
                                    .body("items[0].attempts[0].reason", equalTo("timeout"))
                                    .body("items[0].attempts[0].status", nullValue()));
        }
    }
}
