package onegrid.grid.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the other services hear of a case. */
class CaseTellingTest {
    @Test
    void aReportThatWaitsForTheDeskIsTold() {
        assertThat(ACase.reported().journal.takeEvents())
                .extracting(CaseEvent::name)
                .containsExactly("reported");
    }

    @Test
    void aReportThatIsFiledInTheSameBreathIsToldOnce() {
        assertThat(ACase.filed("0602").journal.takeEvents())
                .extracting(CaseEvent::name)
                .containsExactly("filed");
    }

    @Test
    void theHistoryKeepsBothStepsOfOneBreath() {
        assertThat(ACase.filed("0602").journal.takeSteps()).hasSize(2);
    }
}
