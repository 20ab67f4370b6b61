package onegrid.grid.cases;

import static onegrid.grid.cases.ACase.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import onegrid.grid.dispatch.Unit;
import onegrid.kit.problem.Problem;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows the closing: 回访, 差评, 返工, the supervisor's review. */
class CaseAftermathTest {
    private static final CallBack NO_ANSWER = new CallBack(CallBack.Result.NO_ANSWER, null, null, null);
    private static final CallBack DECLINED = new CallBack(CallBack.Result.DECLINED, null, null, null);

    private static void breaks(String rule, ThrowingCallable verb) {
        assertThatThrownBy(verb)
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.more()).containsEntry("rule", rule));
    }

    private static CallBack answered(boolean solved, int score) {
        return new CallBack(CallBack.Result.VALID, solved, score, null);
    }

    @ParameterizedTest
    @CsvSource({"1, true, FILED", "2, true, FILED", "5, false, FILED", "3, true, EVALUATED", "5, true, EVALUATED"})
    void aBadRatingOpensRework(int score, boolean solved, CaseStatus status) {
        var c = closed("0101");
        c.rate(RESIDENT, score, solved, null, MONDAY, TIME);
        assertThat(c.status).isEqualTo(status);
    }

    @Test
    void reworkAfterABadRatingHasAFullLimitOfItsOwn() {
        var c = closed("0402");
        var later = MONDAY.plus(Duration.ofDays(2));
        c.rate(RESIDENT, 1, false, null, later, TIME);
        assertThat(c.clock.dueAt).isEqualTo(later.plus(Duration.ofHours(24)));
    }

    @Test
    void theHistorySaysWhyItIsDoneAgain() {
        var c = closed("0101");
        c.rate(RESIDENT, 1, false, null, MONDAY, TIME);
        assertThat(c.journal.takeSteps().getLast().reason).isEqualTo("反映人不满意，返工");
    }

    @Test
    void theSecondBadRatingGoesToTheSupervisor() {
        var c = refusedTwice();
        assertThat(c.reviewSince).isNotNull();
        assertThat(c.status).isEqualTo(CaseStatus.EVALUATED);
    }

    @Test
    void aReviewThatUpholdsTheResultEndsIt() {
        var c = refusedTwice();
        c.review(true, SUPERVISOR, "现场复核，已修好", MONDAY, TIME);
        assertThat(c.reviewSince).isNull();
        assertThat(c.status).isEqualTo(CaseStatus.EVALUATED);
    }

    @Test
    void aReviewThatDoesNotUpholdTheResultOpensTheCase() {
        var c = refusedTwice();
        c.review(false, SUPERVISOR, "现场复核，没有修", MONDAY, TIME);
        assertThat(c.status).isEqualTo(CaseStatus.FILED);
    }

    private static GridCase refusedTwice() {
        var c = closed("0101");
        c.rate(RESIDENT, 1, false, null, MONDAY, TIME);
        c.dispatch(Unit.WATER, List.of(), COMMUNITY, null, MONDAY);
        c.accept(WATER, null, MONDAY);
        c.start(WATER, null, MONDAY);
        c.feedback(WATER, "又修了", true, null, MONDAY, TIME);
        c.verify(COMMUNITY, true, "属实", MONDAY);
        c.rate(RESIDENT, 2, false, null, MONDAY, TIME);
        return c;
    }

    @Test
    void aResultThatNobodyRefusedTwiceIsNotReviewed() {
        var c = closed("0101");
        assertThatThrownBy(() -> c.review(true, SUPERVISOR, "好", MONDAY, TIME)).isInstanceOf(IllegalMove.class);
    }

    @Test
    void anAnsweredCallIsTheReportersRating() {
        var c = reachableAndClosed("0101");
        c.callBack(answered(true, 5), CENTRE, MONDAY, TIME);
        assertThat(c.status).isEqualTo(CaseStatus.EVALUATED);
        assertThat(c.rating.score()).isEqualTo(5);
    }

    @Test
    void aDissatisfiedAnswerOpensRework() {
        var c = reachableAndClosed("0101");
        c.callBack(answered(false, 2), CENTRE, MONDAY, TIME);
        assertThat(c.status).isEqualTo(CaseStatus.FILED);
    }

    @Test
    void aCallIsTriedThreeTimes() {
        var c = reachableAndClosed("0101");
        c.callBack(NO_ANSWER, CENTRE, MONDAY, TIME);
        c.callBack(NO_ANSWER, CENTRE, MONDAY, TIME);
        c.callBack(NO_ANSWER, CENTRE, MONDAY, TIME);
        breaks("CALL_BACK", () -> c.callBack(NO_ANSWER, CENTRE, MONDAY, TIME));
    }

    @Test
    void whoDeclinesIsNotCalledAgain() {
        var c = reachableAndClosed("0101");
        c.callBack(DECLINED, CENTRE, MONDAY, TIME);
        breaks("CALL_BACK", () -> c.callBack(answered(true, 5), CENTRE, MONDAY, TIME));
    }

    @Test
    void theReporterMayStillRateAfterUnansweredCalls() {
        var c = reachableAndClosed("0101");
        c.callBack(DECLINED, CENTRE, MONDAY, TIME);
        c.rate(RESIDENT, 4, true, null, MONDAY, TIME);
        assertThat(c.status).isEqualTo(CaseStatus.EVALUATED);
    }

    @Test
    void theHandlerDoesNotCallItsOwnReporterBack() {
        var c = reachableAndClosed("0101");
        breaks("C2", () -> c.callBack(answered(true, 5), WATER, MONDAY, TIME));
    }

    @Test
    void whoLeftNoPhoneIsNotCalled() {
        var c = closed("0101");
        breaks("CALL_BACK", () -> c.callBack(answered(true, 5), CENTRE, MONDAY, TIME));
    }

    @Test
    void aReopenedCaseIsToBeCalledAgain() {
        var c = reachableAndClosed("0101");
        c.callBack(DECLINED, CENTRE, MONDAY, TIME);
        c.reopen(CENTRE, "又漏了", MONDAY, TIME);
        assertThat(c.callsLeft).isEqualTo(CaseAftermath.TRIES);
    }

    @Test
    void aDuplicateThatWasNeverFiledIsReviewedWhenItsReporterIsDissatisfied() {
        var c = reported();
        c.mergeInto(filed("0101"), COMMUNITY, "同一处", MONDAY);
        c.closeWith(closed("0101"), COMMUNITY, MONDAY);
        c.rate(RESIDENT, 1, false, null, MONDAY, TIME);
        assertThat(c.reviewSince).isNotNull();
    }
}
