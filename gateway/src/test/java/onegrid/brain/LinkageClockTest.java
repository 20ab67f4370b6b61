package onegrid.brain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import onegrid.brain.linkage.Sweeping;
import org.junit.jupiter.api.Test;

/** The clock of a linkage; each case has ten hours, and the tests move the time. */
@QuarkusTest
class LinkageClockTest extends BrainTest {
    private static final List<String> PRESSURE =
            List.of("brain.linkage.urged.v1", "brain.linkage.warned.v1", "brain.linkage.escalated.v1");

    @Inject
    Sweeping sweeping;

    private static List<String> pressure(ACase aCase) {
        return topics()
                .heard(event -> event.path("data").path("caseId").asText().equals(aCase.id.toString()))
                .stream()
                .map(event -> event.path("type").asText())
                .filter(PRESSURE::contains)
                .toList();
    }

    private static List<String> urged(ACase aCase, int share) {
        return events("brain.directive.urged.v1", aCase).stream()
                .map(event -> event.path("data"))
                .filter(data -> data.path("share").asInt() == share)
                .map((JsonNode data) -> data.path("service").asText())
                .toList();
    }

    @Test
    void nobodyIsUrgedBeforeHalfOfTheTimeIsOver() {
        var aCase = running();
        clock.move(Duration.ofMinutes(290));

        sweeping.sweep();

        assertThat(linkage(aCase).getList("clock.reached")).isEmpty();
    }

    @Test
    void atHalfTimeThoseWhoHaveNotFinishedAreUrged() {
        var aCase = running();
        answer(linkage(aCase), "grid", "completed", "COMPLETED", null);
        awaitLinkage(aCase, now -> status(now, "grid").equals("COMPLETED"));
        clock.move(Duration.ofMinutes(310));

        sweeping.sweep();

        await().untilAsserted(() ->
                assertThat(urged(aCase, 50)).containsExactlyInAnyOrder("party", "property", "new-sector"));
        assertThat(linkage(aCase).getList("clock.reached")).isEqualTo(List.of("URGED"));
    }

    @Test
    void eachShareIsReachedOnceHoweverOftenAndByHowManyTheClockIsLookedAt() throws Exception {
        var aCase = running();
        clock.move(Duration.ofHours(11));

        try (var replicas = Executors.newFixedThreadPool(4)) {
            Callable<Void> replica = () -> {
                sweeping.sweep();
                return null;
            };
            for (var result : replicas.invokeAll(List.of(replica, replica, replica, replica))) {
                result.get();
            }
        }
        sweeping.sweep(); // and once more, as after a restart

        var board = awaitLinkage(aCase, now -> now.getList("clock.reached").size() == 3);
        assertThat(board.getString("level")).isEqualTo("DISTRICT");
        await().untilAsserted(() -> assertThat(pressure(aCase)).isEqualTo(PRESSURE));
        assertThat(urged(aCase, 100)).hasSize(4);
    }

    @Test
    void aMarkThatWasSetBeforeACrashIsNotSetAgain() {
        var aCase = running();
        clock.move(Duration.ofMinutes(310));
        sweeping.sweep();
        awaitLinkage(aCase, now -> now.getList("clock.reached").size() == 1);
        sweeping.forgetNextMark(linkage(aCase).getString("id"), clock.instant()); // as a restored or broken row would

        sweeping.sweep();

        await().during(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(pressure(aCase)).containsExactly("brain.linkage.urged.v1"));
    }

    @Test
    void theDistrictHasNothingAboveItAndSupervises() {
        var aCase = filed(ACase.burstMain(clock.instant()).with("severity", 1));
        linkage(aCase);
        clock.move(Duration.ofHours(11));

        sweeping.sweep();

        var board = awaitLinkage(aCase, now -> now.getBoolean("supervised"));
        assertThat(board.getString("level")).isEqualTo("DISTRICT");
        assertThat(board.getList("log.kind")).contains("SUPERVISED");
    }

    @Test
    void theClockStandsStillWhileTheCaseIsSuspended() {
        var aCase = running();
        told("suspended", aCase.moved("SUSPENDED"));
        awaitLinkage(aCase, now -> now.getBoolean("clock.stopped"));
        clock.move(Duration.ofHours(20));
        sweeping.sweep();
        told("resumed", aCase.moved("IN_PROGRESS").dueIn(clock.instant(), Duration.ofHours(9)));

        var board = awaitLinkage(aCase, now -> now.getString("caseStatus").equals("IN_PROGRESS"));

        assertThat(board.getList("clock.reached")).isEmpty();
        assertThat(board.getDouble("clock.share")).isLessThan(0.5);
    }

    @Test
    void theClockFollowsANewDueTime() {
        var aCase = running();
        told("dispatched", aCase.moved("DISPATCHED").dueIn(clock.instant(), Duration.ofHours(100)));
        awaitLinkage(aCase, now -> now.getString("caseStatus").equals("DISPATCHED"));
        clock.move(Duration.ofHours(11));

        sweeping.sweep();

        assertThat(linkage(aCase).getList("clock.reached")).isEmpty();
    }

    @Test
    void oneClockThatCannotBeTreatedDoesNotHoldUpTheOthers() {
        var broken = running();
        var healthy = running();
        sweeping.breakTheCaseOf(linkage(broken).getString("id"));
        clock.move(Duration.ofMinutes(310));

        sweeping.sweep();

        assertThat(linkage(healthy).getList("clock.reached")).isEqualTo(List.of("URGED"));
        sweeping.mend();
    }
}
