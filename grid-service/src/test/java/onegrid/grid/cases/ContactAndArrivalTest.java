package onegrid.grid.cases;

import static onegrid.grid.cases.ACase.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import onegrid.grid.dispatch.Unit;
import onegrid.kit.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 响应 and 报到: when the reporter was spoken with, when each unit was on the spot. */
class ContactAndArrivalTest {
    @ParameterizedTest
    @CsvSource({"0401, PT30M", "0402, PT2H", "0101, PT24H"})
    void theFirstContactIsDueSoonerTheMoreUrgentTheMatterIs(String matter, Duration within) {
        assertThat(reachable(matter).contactBy).isEqualTo(MONDAY.plus(within));
    }

    @Test
    void nobodyIsToBeContactedWhoLeftNoPhone() {
        assertThat(filed("0402").contactBy).isNull();
    }

    @Test
    void aMissedContactIsRemindedOfOnce() {
        var c = reachable("0402");
        c.press(MONDAY.plus(Duration.ofHours(3)), TIME);
        c.press(MONDAY.plus(Duration.ofHours(4)), TIME);
        assertThat(c.journal.takeSteps())
                .filteredOn(step -> step.command.equals("press"))
                .extracting(step -> step.reason)
                .containsExactly("还没有联系反映人，请尽快联系");
    }

    @Test
    void aContactInTimeIsNotPressed() {
        var c = reachable("0402");
        c.contact(COMMUNITY, "已电话联系", MONDAY.plus(Duration.ofHours(1)));
        c.press(MONDAY.plus(Duration.ofHours(3)), TIME);
        assertThat(c.journal.takeSteps()).noneMatch(step -> step.command.equals("press"));
    }

    @Test
    void theFirstContactIsTheFirst() {
        var c = reachable("0402");
        c.contact(COMMUNITY, null, MONDAY);
        assertThatThrownBy(() -> c.contact(WATER, null, MONDAY)).isInstanceOf(Problem.class);
    }

    @Test
    void leadAndHelpersArriveEachAtTheirOwnTime() {
        var c = filed("0402");
        c.dispatch(Unit.WATER, List.of(Unit.POWER), COMMUNITY, null, MONDAY);
        c.arrive("water", WATER, null, MONDAY.plusSeconds(600));
        c.arrive("power", CENTRE, null, MONDAY.plusSeconds(900));
        assertThat(c.assignment.arrivedAt).isEqualTo(MONDAY.plusSeconds(600));
        assertThat(c.assignment.coUnits.get("power").arrivedAt).isEqualTo(MONDAY.plusSeconds(900));
    }

    @Test
    void aUnitArrivesOnce() {
        var c = dispatched("0402");
        c.arrive("water", WATER, null, MONDAY);
        assertThatThrownBy(() -> c.arrive("water", WATER, null, MONDAY)).isInstanceOf(Problem.class);
    }

    @Test
    void aUnitThatWasNotCalledDoesNotArrive() {
        var c = dispatched("0402");
        assertThatThrownBy(() -> c.arrive("gas", CENTRE, null, MONDAY)).isInstanceOf(Problem.class);
    }

    @Test
    void anotherLeadArrivesAnew() {
        var c = dispatched("0402");
        c.arrive("water", WATER, null, MONDAY);
        c.giveBack(WATER, "不是我们的", MONDAY);
        c.rule(Unit.POWER, STREET, "归供电", MONDAY);
        assertThat(c.assignment.arrivedAt).isNull();
    }
}
