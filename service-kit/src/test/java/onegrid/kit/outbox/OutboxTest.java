package onegrid.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import onegrid.kit.sample.Things;
import onegrid.testing.Infrastructure;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class OutboxTest {
    private static Topics topics;

    @Inject
    Things things;

    @Inject
    Outbox outbox;

    @BeforeAll
    static void listen() {
        topics = new Topics("onegrid.sample");
    }

    @AfterAll
    static void close() {
        topics.close();
    }

    @Test
    void aCommittedChangeIsTold() {
        var name = name();

        things.make(name);

        var event = topics.awaitEvent("sample.thing.made.v1", name);
        assertThat(event.path("specversion").asText()).isEqualTo("1.0");
        assertThat(event.path("source").asText()).isEqualTo("/onegrid/sample");
        assertThat(event.path("partitionkey").asText()).isEqualTo(name);
        assertThat(event.path("traceparent").asText()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        assertThat(event.path("data").path("name").asText()).isEqualTo(name);
        assertThat(event.path("data").has("topic")).isFalse();
    }

    @Test
    void aRolledBackChangeIsNeverTold() {
        var name = name();

        assertThatThrownBy(() -> things.makeAndFail(name)).isInstanceOf(IllegalStateException.class);

        var later = name();
        things.make(later);
        topics.awaitEvent("sample.thing.made.v1", later);
        assertThat(topics.heard(event -> event.path("subject").asText().equals(name)))
                .isEmpty();
    }

    @Test
    void anEventWithoutAChangeIsRefused() {
        assertThatThrownBy(() -> outbox.append(new Things.ThingMade(name(), 0)))
                .isInstanceOf(jakarta.transaction.TransactionalException.class);
    }

    @Test
    void eventsOfOneKeyKeepTheirOrder() {
        var name = name();

        things.makeInTurns(name, 50);

        await().atMost(Duration.ofSeconds(60)).until(() -> turns(name).size() >= 50);
        assertThat(turns(name))
                .containsExactlyElementsOf(IntStream.range(0, 50).boxed().toList());
    }

    @Test
    void theBrokersDeathDelaysEventsButLosesAndTurnsNone() {
        var broker = Infrastructure.start().broker();
        Assumptions.assumeTrue(broker != null, "containers are used: their broker is not ours to kill");
        var names = IntStream.range(0, 20).mapToObj(i -> name()).toList();

        broker.kill9();
        names.forEach(name -> {
            things.makeInTurns(name, 3);
            things.makeInTurns(name, 2);
        });
        broker.start();

        await().atMost(Duration.ofSeconds(60)).until(() -> names.stream()
                .allMatch(name ->
                        new HashSet<>(turns(name)).size() == 3 && turns(name).size() >= 5));
        assertThat(names)
                .allSatisfy(name -> assertThat(withoutRepeats(turns(name))).containsExactly(0, 1, 2, 0, 1));
    }

    /** At least once: the same message may come again directly behind itself. */
    private static List<Integer> withoutRepeats(List<Integer> turns) {
        var kept = new ArrayList<Integer>();
        turns.forEach(turn -> {
            if (kept.isEmpty() || !kept.getLast().equals(turn)) {
                kept.add(turn);
            }
        });
        return kept;
    }

    private static List<Integer> turns(String name) {
        return topics.heard(event -> event.path("subject").asText().equals(name)).stream()
                .map(event -> event.path("data").path("turn").asInt())
                .toList();
    }

    private static String name() {
        return "thing-" + UUID.randomUUID();
    }
}
