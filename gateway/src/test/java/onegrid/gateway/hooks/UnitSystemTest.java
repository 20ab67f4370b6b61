package onegrid.gateway.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import onegrid.brain.ACase;
import onegrid.testing.Tokens;
import org.junit.jupiter.api.Test;

/** What a department's own system hears: its dispatches, and nothing that its desk would not see. */
@QuarkusTest
class UnitSystemTest extends HooksTest {
    private static Tokens system(String unit, ACase aCase) {
        return Tokens.of("unit").unit(unit).in(aCase.grid()).account(unit + "-system-" + UUID.randomUUID());
    }

    @Test
    void aUnitHearsItsDispatchAndWhatFollowsButNotTheFiling() {
        var aCase = ACase.small().with("leadUnit", "telecom");
        try (var receiver = new Receiver()) {
            subscribed(system("telecom", aCase), receiver, "grid.case.*");
            told("filed", aCase);

            var dispatched = told("dispatched", aCase.moved("DISPATCHED")).toString();
            var cancelled = told("cancelled", aCase.moved("CANCELLED")).toString();

            awaitTaken(receiver, 2);
            assertThat(taken(receiver, aCase)).containsExactly(dispatched, cancelled);
        }
    }

    @Test
    void aCoUnitHearsItToo() {
        var aCase = ACase.small().with("leadUnit", "telecom").with("coUnits", java.util.List.of("power", "tax"));
        try (var receiver = new Receiver()) {
            subscribed(system("tax", aCase), receiver, "grid.case.dispatched.v1");

            told("dispatched", aCase.moved("DISPATCHED"));

            awaitTaken(receiver, 1);
        }
    }

    @Test
    void anotherUnitsDispatchIsNotHeard() {
        var mine = ACase.small().with("leadUnit", "telecom");
        var foreign = ACase.small().with("gridCode", mine.grid()).with("leadUnit", "power");
        try (var receiver = new Receiver()) {
            subscribed(system("telecom", mine), receiver, "grid.case.*");
            told("dispatched", foreign.moved("DISPATCHED"));

            told("dispatched", mine.moved("DISPATCHED"));
            topics().awaitAcknowledged("hooks", "onegrid.cases");

            awaitTaken(receiver, 1);
            assertThat(taken(receiver, foreign)).isEmpty();
        }
    }

    @Test
    void aComplaintIsNotToldToASystemWithoutAPost() {
        var plain = ACase.small().with("reason", "打过张女士的电话");
        var complaint = ACase.small().with("gridCode", plain.grid()).with("complainedOf", "water");
        try (var receiver = new Receiver()) {
            subscribed(systemIn(plain.grid()), receiver, "grid.case.*");
            told("filed", complaint);

            told("filed", plain);
            topics().awaitAcknowledged("hooks", "onegrid.cases");

            awaitTaken(receiver, 1);
            assertThat(taken(receiver, complaint)).isEmpty();
            assertThat(receiver.taken.getFirst().body()).doesNotContain("张女士").contains("\"longitude\":114.433");
        }
    }

    @Test
    void aStreetHearsOfTheLinkageOfItsBigCase() {
        var aCase = ACase.burstMain(java.time.Instant.now());
        try (var receiver = new Receiver()) {
            subscribed(Tokens.of("street").unit("street").in(aCase.community()), receiver, "brain.*");

            told("filed", aCase);

            awaitTaken(receiver, 2);
            assertThat(receiver.taken)
                    .extracting(call -> call.event().getType())
                    .contains("brain.case.decided.v1", "brain.linkage.opened.v1");
        }
    }
}
