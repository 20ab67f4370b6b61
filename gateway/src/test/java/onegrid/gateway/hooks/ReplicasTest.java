package onegrid.gateway.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import onegrid.brain.ACase;
import onegrid.gateway.hooks.Deliveries.Due;
import org.junit.jupiter.api.Test;

/** Several replicas look for due deliveries at once. */
@QuarkusTest
class ReplicasTest extends HooksTest {
    @Inject
    Deliveries deliveries;

    @Test
    void eachDeliveryIsTakenByOneOfThem() throws Exception {
        var aCase = ACase.small();
        try (var receiver = new Receiver();
                var replicas = Executors.newFixedThreadPool(8)) {
            var who = systemIn(aCase.grid());
            var subscription = subscribed(who, receiver, "grid.case.*");
            as(who).post(path(subscription) + "/pause").then().statusCode(200); // the application itself takes none
            IntStream.range(0, 20).forEach(n -> told("filed", ACase.small().with("gridCode", aCase.grid())));
            await().untilAsserted(() -> assertThat(as(who).get(path(subscription) + "/deliveries?state=WAITING")
                            .jsonPath()
                            .getList("items"))
                    .hasSize(20));
            Callable<java.util.List<Due>> replica =
                    () -> deliveries.take(UUID.fromString(subscription.getString("id")), 5);

            var taken = replicas.invokeAll(java.util.Collections.nCopies(16, replica)).stream()
                    .flatMap(batch -> batch.resultNow().stream())
                    .map(Due::id)
                    .toList();

            assertThat(taken).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(5);
        }
    }
}
