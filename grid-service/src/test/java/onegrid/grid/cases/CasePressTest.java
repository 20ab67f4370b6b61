package onegrid.grid.cases;

import static onegrid.grid.cases.ACase.CENTRE;
import static onegrid.grid.cases.ACase.COMMUNITY;
import static onegrid.grid.cases.ACase.MONDAY;
import static onegrid.grid.cases.ACase.TIME;
import static onegrid.grid.cases.ACase.WATER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the clock does to a case that stays open. 0402 is URGENT: 24 hours, day and night, and as long to accept. */
class CasePressTest {
    @ParameterizedTest
    @CsvSource({
        "11, ''",
        "12, reminded",
        "20, reminded warned",
        "24, reminded warned overdue",
        "48, reminded warned overdue supervised",
        "96, reminded warned overdue supervised supervised supervised",
        "500, reminded warned overdue supervised supervised supervised",
    })
    void eachMarkThatHasComeIsToldOnce(int hours, String told) {
        var gridCase = ACase.filed("0402");
        gridCase.journal.takeEvents();

        gridCase.press(after(hours), TIME);

        assertThat(String.join(" ", told(gridCase))).isEqualTo(told);
    }

    @Test
    void whoLooksAgainTellsNothingNew() {
        var gridCase = ACase.filed("0402");
        gridCase.press(after(30), TIME);
        gridCase.journal.takeEvents();

        gridCase.press(after(31), TIME);

        assertThat(told(gridCase)).isEmpty();
    }

    @Test
    void anOverdueCaseIsLookedAfterOneLevelHigher() {
        var gridCase = ACase.filed("0402");

        gridCase.press(after(24), TIME);

        assertThat(gridCase.level).isEqualTo(Level.COMMUNITY);
    }

    @ParameterizedTest
    @CsvSource({"47, 0", "48, 1", "72, 2", "96, 3"})
    void whatStaysOverdueIsSupervisedHigherAndHigher(int hours, int supervision) {
        var gridCase = ACase.filed("0402");

        gridCase.press(after(hours), TIME);

        assertThat(gridCase.supervision).isEqualTo(supervision);
    }

    @Test
    void aUnitThatDoesNotAnswerIsRemindedOnce() {
        var gridCase = ACase.dispatched("0402");
        gridCase.press(after(23), TIME);
        gridCase.journal.takeEvents();

        gridCase.press(after(24), TIME);

        assertThat(told(gridCase)).containsExactly("reminded", "overdue");
    }

    @Test
    void aSuspendedCaseIsOnlyRemindedOfItsReview() {
        var gridCase = ACase.inProgress("0402");
        gridCase.suspend(CENTRE, "等待配件", LocalDate.of(2026, 12, 1), MONDAY, TIME);
        gridCase.journal.takeEvents();

        gridCase.press(Instant.parse("2026-12-02T00:00:00Z"), TIME);

        assertThat(told(gridCase)).containsExactly("reminded");
    }

    @Test
    void whatWasSaidBeforeASuspensionIsNotSaidAgain() {
        var gridCase = ACase.inProgress("0402");
        gridCase.press(after(13), TIME);
        gridCase.suspend(CENTRE, "等待配件", LocalDate.of(2026, 12, 1), after(13), TIME);
        gridCase.resume(WATER, null, after(100), TIME);
        gridCase.journal.takeEvents();

        gridCase.press(after(100), TIME);

        assertThat(told(gridCase)).isEmpty();
    }

    @Test
    void aReopenedCaseHasANewClock() {
        var gridCase = ACase.inProgress("0402");
        gridCase.press(after(24), TIME);
        gridCase.feedback(WATER, "已修好", true, null, after(25), TIME);
        gridCase.verify(COMMUNITY, true, "属实", after(26));
        gridCase.reopen(ACase.RESIDENT, "又漏了", after(30), TIME);
        gridCase.journal.takeEvents();

        gridCase.press(after(30 + 12), TIME);

        assertThat(told(gridCase)).containsExactly("reminded");
    }

    @Test
    void aClosedCaseIsNeverLookedAtAgain() {
        assertThat(ACase.closed("0402").nextMark(TIME)).isNull();
    }

    @Test
    void anOpenCaseAlwaysHasItsNextMoment() {
        assertThat(ACase.reported().nextMark(TIME)).isEqualTo(MONDAY);
    }

    private static Instant after(int hours) {
        return MONDAY.plus(Duration.ofHours(hours));
    }

    private static List<String> told(GridCase gridCase) {
        return gridCase.journal.takeEvents().stream().map(CaseEvent::name).toList();
    }
}
