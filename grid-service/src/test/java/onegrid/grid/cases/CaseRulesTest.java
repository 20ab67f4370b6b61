package onegrid.grid.cases;

import static onegrid.grid.cases.ACase.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import onegrid.grid.clock.LimitProfile;
import onegrid.grid.dispatch.Unit;
import onegrid.grid.matters.Catalogue;
import onegrid.grid.matters.Matter;
import onegrid.kit.problem.Problem;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** C1–C11 of domain.md §9.1, one test a rule and side. */
class CaseRulesTest {
    private static void breaks(String rule, ThrowingCallable verb) {
        assertThatThrownBy(verb)
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.more()).containsEntry("rule", rule));
    }

    @Test
    void c1AJointCaseHasACoUnit() {
        var c = filed("0101");
        c.decided(Scale.BIG, Level.STREET, "R1", "大事", UUID.randomUUID(), MONDAY);
        breaks("C1", () -> c.dispatch(Unit.WATER, List.of(), STREET, null, MONDAY));
    }

    @Test
    void c1FeedbackWaitsForAllCoUnits() {
        var c = filed("0101");
        c.dispatch(Unit.WATER, List.of(Unit.POWER), COMMUNITY, null, MONDAY);
        c.accept(WATER, null, MONDAY);
        c.start(WATER, null, MONDAY);
        breaks("C1", () -> c.feedback(WATER, "已处理", true, null, MONDAY, TIME));
    }

    @Test
    void c1TheLeadIsNotItsOwnHelper() {
        var c = filed("0101");
        breaks("C1", () -> c.dispatch(Unit.WATER, List.of(Unit.WATER), COMMUNITY, null, MONDAY));
    }

    @Test
    void c2TheHandlerDoesNotVerify() {
        var c = filed("0101");
        c.selfHandle(COMMUNITY, MONDAY);
        c.feedback(COMMUNITY, "已处理", true, null, MONDAY, TIME);
        breaks("C2", () -> c.verify(COMMUNITY, true, "属实", MONDAY));
    }

    @Test
    void c2AnotherAccountOfTheHandlersOwnDeskDoesNotVerify() {
        var c = filed("0101");
        c.selfHandle(COMMUNITY, MONDAY);
        c.feedback(COMMUNITY, "已处理", true, null, MONDAY, TIME);
        var colleague = new Actor("colleague", "community", "副书记", "community", COMMUNITY.scope());
        breaks("C2", () -> c.verify(colleague, true, "属实", MONDAY));
    }

    @Test
    void c2AReportOfTheHandlerDoesNotVerify() {
        var c = filed("0101");
        c.dispatch(Unit.STREET, List.of(), CENTRE, null, MONDAY);
        c.accept(STREET, null, MONDAY);
        c.start(STREET, null, MONDAY);
        c.feedback(STREET, "已处理", true, null, MONDAY, TIME);
        breaks("C2", () -> c.verify(COMMUNITY, true, "属实", MONDAY));
    }

    @Test
    void c2TheDeskAboveTheGridHeadVerifies() {
        var c = filed("0101");
        c.selfHandle(GRID_HEAD, MONDAY);
        c.feedback(GRID_HEAD, "已处理", true, null, MONDAY, TIME);
        c.verify(COMMUNITY, true, "属实", MONDAY);
        assertThat(c.status).isEqualTo(CaseStatus.CLOSED);
    }

    @Test
    void c3ReworkDoesNotBuyTime() {
        var c = verifying("0101");
        var due = c.clock.dueAt;
        c.verify(COMMUNITY, false, "没修好", MONDAY.plus(Duration.ofHours(3)));
        assertThat(c.clock.dueAt).isEqualTo(due);
    }

    @Test
    void c3SuspensionKeepsWhatWasLeft() {
        var c = inProgress("0101");
        var due = c.clock.dueAt;
        c.suspend(STREET, "等配件", LocalDate.of(2026, 12, 1), MONDAY, TIME);
        c.resume(STREET, null, Instant.parse("2026-11-30T02:00:00Z"), TIME);
        assertThat(c.clock.dueAt).isEqualTo(due.plus(Duration.ofDays(7)));
    }

    @Test
    void c3ALateCaseDoesNotBecomeTimelyBySuspension() {
        var c = inProgress("0101");
        var due = c.clock.dueAt;
        var late = due.plus(Duration.ofDays(1));
        c.suspend(STREET, "等配件", LocalDate.of(2026, 12, 20), late, TIME);
        c.resume(STREET, null, late.plus(Duration.ofDays(2)), TIME);
        assertThat(c.clock.dueAt).isEqualTo(due);
    }

    @Test
    void c3ACorrectedMatterCountsFromTheFiling() {
        var c = filed("0101");
        c.reclassify(matter("0402"), 0, COMMUNITY, "是水管爆裂", MONDAY.plus(Duration.ofHours(5)), TIME);
        assertThat(c.clock.dueAt).isEqualTo(MONDAY.plus(Duration.ofHours(24)));
    }

    @Test
    void c3ACorrectedMatterOfAReopenedCaseCountsFromTheReopening() {
        var c = closed("0101");
        var again = MONDAY.plus(Duration.ofDays(3));
        c.reopen(CENTRE, "又来了", again, TIME);
        c.reclassify(matter("0402"), 0, COMMUNITY, "是水管爆裂", again.plus(Duration.ofHours(1)), TIME);
        assertThat(c.clock.dueAt).isEqualTo(again.plus(Duration.ofHours(24)));
    }

    @Test
    void aCorrectedMatterIsAnotherOne() {
        var c = filed("0101");
        assertThatThrownBy(() -> c.reclassify(matter("0101"), 0, COMMUNITY, "还是垃圾", MONDAY, TIME))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.status()).isEqualTo(400));
    }

    @Test
    void aCorrectedMatterIsNoLongerSmallUntilTheBrainSaysSo() {
        var c = filed("0101");
        c.decided(Scale.SMALL, Level.GRID, "R9", "小事", null, MONDAY);
        c.reclassify(matter("0401"), 0, COMMUNITY, "是燃气", MONDAY, TIME);
        breaks("SMALL_ONLY", () -> c.selfHandle(GRID_HEAD, MONDAY));
    }

    @Test
    void c3WhoHandlesExtendsOnce() {
        var c = inProgress("0101");
        c.extend(c.clock.dueAt.plusSeconds(60), WATER, "等配件", MONDAY, TIME);
        breaks("C3", () -> c.extend(c.clock.dueAt.plusSeconds(60), WATER, "还在等", MONDAY, TIME));
    }

    @Test
    void c3TheCentreExtendsASecondTime() {
        var c = inProgress("0101");
        c.extend(c.clock.dueAt.plusSeconds(60), WATER, "等配件", MONDAY, TIME);
        c.extend(c.clock.dueAt.plusSeconds(60), CENTRE, "配件停产", MONDAY, TIME);
        assertThat(c.clock.extensions).isEqualTo(2);
    }

    @Test
    void c3AnExtensionIsAtMostTheLimitOnceMore() {
        var c = inProgress("0101");
        var longest = LimitProfile.STANDARD.limit().due(c.clock.dueAt, TIME);
        breaks("C3", () -> c.extend(longest.plusSeconds(1), CENTRE, "等配件", MONDAY, TIME));
    }

    @Test
    void c3AnExtensionOfTheWholeLimitIsGranted() {
        var c = inProgress("0101");
        var longest = LimitProfile.STANDARD.limit().due(c.clock.dueAt, TIME);
        c.extend(longest, WATER, "等配件", MONDAY, TIME);
        assertThat(c.clock.dueAt).isEqualTo(longest);
    }

    @Test
    void c3AnEmergencyIsNeverExtended() {
        var c = inProgress("0401");
        breaks("C3", () -> c.extend(c.clock.dueAt.plusSeconds(60), CENTRE, "等配件", MONDAY, TIME));
    }

    @Test
    void c3WhatIsDueIsNotExtended() {
        var c = inProgress("0101");
        var due = c.clock.dueAt;
        breaks("C3", () -> c.extend(due.plusSeconds(60), CENTRE, "等配件", due, TIME));
    }

    @Test
    void c3AnExtensionLiesAhead() {
        var c = inProgress("0101");
        assertThatThrownBy(() -> c.extend(c.clock.dueAt, WATER, "等配件", MONDAY, TIME))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.status()).isEqualTo(400));
    }

    @Test
    void c3AReopenedCaseMayBeExtendedAgain() {
        var c = inProgress("0101");
        c.extend(c.clock.dueAt.plusSeconds(60), WATER, "等配件", MONDAY, TIME);
        c.feedback(WATER, "已修好", true, null, MONDAY, TIME);
        c.verify(COMMUNITY, true, "属实", MONDAY);
        c.reopen(CENTRE, "又来了", MONDAY, TIME);
        assertThat(c.clock.extensions).isZero();
    }

    @Test
    void aReporterUrgesOnceADay() {
        var c = filed("0101");
        c.urge(RESIDENT, "怎么还没人来", MONDAY);
        assertThatThrownBy(() -> c.urge(RESIDENT, "怎么还没人来", MONDAY.plus(Duration.ofHours(23))))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.more()).containsEntry("retryAfter", 3601L));
    }

    @Test
    void aReporterUrgesAgainTheNextDay() {
        var c = filed("0101");
        c.urge(RESIDENT, "怎么还没人来", MONDAY);
        c.urge(RESIDENT, "又过了一天", MONDAY.plus(Duration.ofHours(24)));
        assertThat(c.urgedByReporter).isEqualTo(2);
    }

    @Test
    void whatIsClosedIsNotUrged() {
        var c = closed("0101");
        assertThatThrownBy(() -> c.urge(RESIDENT, null, MONDAY)).isInstanceOf(IllegalMove.class);
    }

    @Test
    void c7ClosingAMasterClosesItsDuplicateWithTheSameFeedback() {
        var c = filed("0101");
        c.mergeInto(filed("0101"), COMMUNITY, "同一处垃圾", MONDAY);
        c.closeWith(closed("0101"), COMMUNITY, MONDAY);
        assertThat(c.feedback.text()).isEqualTo("已修好");
    }

    @Test
    void c7ACaseDoesNotFollowOneThatIsClosed() {
        var c = filed("0101");
        breaks("C7", () -> c.mergeInto(closed("0101"), COMMUNITY, "同一处垃圾", MONDAY));
    }

    @Test
    void c7ACaseDoesNotFollowOneThatIsNotFiled() {
        var c = filed("0101");
        breaks("C7", () -> c.mergeInto(reported(), COMMUNITY, "同一处垃圾", MONDAY));
    }

    @Test
    void c7ACaseDoesNotFollowItself() {
        var c = filed("0101");
        assertThatThrownBy(() -> c.mergeInto(c, COMMUNITY, "同一处垃圾", MONDAY))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.status()).isEqualTo(400));
    }

    @Test
    void c7UnmergingRestoresStatusOwnerAndDueTime() {
        var c = dispatched("0101");
        var owner = c.owner;
        var due = c.clock.dueAt;
        c.mergeInto(filed("0101"), COMMUNITY, "同一处垃圾", MONDAY);
        c.unmerge(COMMUNITY, "不是同一处", MONDAY.plus(Duration.ofHours(2)));
        assertThat(c.status).isEqualTo(CaseStatus.DISPATCHED);
        assertThat(c.owner).isEqualTo(owner);
        assertThat(c.clock.dueAt).isEqualTo(due);
    }

    @Test
    void c7AClosedDuplicateIsReopenedAsACaseOfItsOwn() {
        var c = filed("0101");
        c.mergeInto(filed("0101"), COMMUNITY, "同一处垃圾", MONDAY);
        c.closeWith(closed("0101"), COMMUNITY, MONDAY);
        c.reopen(RESIDENT, "我这边还有", MONDAY, TIME);
        assertThat(c.masterId).isNull();
    }

    @Test
    void c7WhatWasNeverFiledIsNotReopened() {
        var c = reported();
        c.mergeInto(filed("0101"), COMMUNITY, "同一处垃圾", MONDAY);
        c.closeWith(closed("0101"), COMMUNITY, MONDAY);
        breaks("C7", () -> c.reopen(RESIDENT, "我这边还有", MONDAY, TIME));
    }

    private static Matter matter(String code) {
        return Catalogue.find(code).orElseThrow();
    }

    @Test
    void c4AnEmergencyIsNeverSuspended() {
        var c = inProgress("0401");
        breaks("C4", () -> c.suspend(STREET, "等配件", LocalDate.of(2026, 12, 1), MONDAY, TIME));
    }

    @Test
    void c4TheReviewIsAtMostNinetyDaysAway() {
        var c = inProgress("0101");
        breaks("C4", () -> c.suspend(STREET, "等配件", LocalDate.of(2027, 2, 22), MONDAY, TIME));
    }

    @Test
    void c4TheReviewLiesAhead() {
        var c = inProgress("0101");
        breaks("C4", () -> c.suspend(STREET, "等配件", LocalDate.of(2026, 11, 23), MONDAY, TIME));
    }

    @Test
    void c5AUnitReturnsOnce() {
        var c = dispatched("0101");
        c.giveBack(WATER, "不是我们的", MONDAY);
        c.rule(null, STREET, "重新派遣", MONDAY);
        c.dispatch(Unit.WATER, List.of(), COMMUNITY, null, MONDAY);
        breaks("C5", () -> c.giveBack(WATER, "还不是", MONDAY));
    }

    @Test
    void c5ARulingBinds() {
        var c = dispatched("0101");
        c.giveBack(WATER, "不是我们的", MONDAY);
        c.rule(Unit.POWER, STREET, "供电公司办理", MONDAY);
        breaks("C5", () -> c.giveBack(post("unit", "power", "410212"), "也不是", MONDAY));
    }

    @Test
    void c5AReturnComesWithinADay() {
        var c = dispatched("0101");
        breaks(
                "C5",
                () -> c.giveBack(
                        WATER, "不是我们的", MONDAY.plus(Duration.ofHours(24)).plusSeconds(1)));
    }

    @Test
    void c6ALevelDoesNotFallByItself() {
        var c = filed("0101");
        c.raise(Level.DISTRICT, "超时", MONDAY);
        c.decided(Scale.BIG, Level.STREET, "R1", "大事", null, MONDAY);
        assertThat(c.level).isEqualTo(Level.DISTRICT);
    }

    @Test
    void c8TheCommunityIsNotGivenWhatIsOutsideItsList() {
        var c = filed("0301");
        breaks("C8", () -> c.dispatch(Unit.COMMUNITY, List.of(), STREET, null, MONDAY));
    }

    @Test
    void c9AHeadHandlesTheOwnGridOnly() {
        var c = filed("0101");
        breaks("C9", () -> c.selfHandle(OTHER_HEAD, MONDAY));
    }

    @Test
    void aBigMatterIsNotHandledInOneGrid() {
        var c = filed("0101");
        c.decided(Scale.BIG, Level.STREET, "R1", "大事", null, MONDAY);
        breaks("SMALL_ONLY", () -> c.selfHandle(GRID_HEAD, MONDAY));
    }

    @Test
    void c10APartNeedsAPictureOrAReason() {
        var c = inProgress("0602");
        breaks("C10", () -> c.feedback(WATER, "已处理", false, null, MONDAY, TIME));
    }

    @Test
    void c10ASocialMatterNeedsNoPicture() {
        var c = inProgress("5501");
        c.feedback(WATER, "已答复", false, null, MONDAY, TIME);
        assertThat(c.status).isEqualTo(CaseStatus.VERIFYING);
    }

    @Test
    void aCaseIsReopenedWithinThirtyDays() {
        var c = closed("0101");
        breaks("REOPEN", () -> c.reopen(CENTRE, "又来了", MONDAY.plus(Duration.ofDays(31)), TIME));
    }

    @Test
    void anInjuryRaisesSeverityToTwo() {
        var c = reported(true);
        c.file(Catalogue.find("0101").orElseThrow(), null, null, 0, COMMUNITY, MONDAY, TIME);
        assertThat(c.severity).isEqualTo(2);
    }

    @Test
    void anInjuryLeavesTheWorstAsItIs() {
        var c = reported(true);
        c.file(Catalogue.find("0401").orElseThrow(), null, null, 0, COMMUNITY, MONDAY, TIME);
        assertThat(c.severity).isEqualTo(1);
    }

    @Test
    void withoutTheCalendarOfThatYearNothingIsPromised() {
        var c = reported();
        assertThatThrownBy(() -> c.file(
                        Catalogue.find("5107").orElseThrow(),
                        null,
                        null,
                        0,
                        COMMUNITY,
                        Instant.parse("2026-12-30T02:00:00Z"),
                        TIME))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.type()).isEqualTo("calendar-missing"));
    }

    @Test
    void anEmergencyNeedsNoCalendar() {
        assertThat(LimitProfile.EMERGENCY.limit().due(Instant.parse("2027-06-01T00:00:00Z"), TIME))
                .isEqualTo(Instant.parse("2027-06-01T02:00:00Z"));
    }

    @Test
    void fiveWorkdaysSkipTheWeekend() {
        assertThat(LimitProfile.STANDARD.limit().due(MONDAY, TIME)).isEqualTo(MONDAY.plus(Duration.ofDays(7)));
    }

    @Test
    void c5AfterTwoReturnsTheNextKeepsIt() {
        var c = filed("0101");
        c.dispatch(Unit.WATER, List.of(), COMMUNITY, null, MONDAY);
        c.giveBack(WATER, "不是我们的", MONDAY);
        c.rule(null, STREET, "重派", MONDAY);
        c.dispatch(Unit.POWER, List.of(), COMMUNITY, null, MONDAY);
        c.giveBack(post("unit", "power", "410212"), "也不是", MONDAY);
        c.rule(null, CENTRE, "再派", MONDAY);
        c.dispatch(Unit.GAS, List.of(), CENTRE, null, MONDAY);
        assertThatThrownBy(() -> c.giveBack(post("unit", "gas", "410212"), "不是", MONDAY.plus(Duration.ofHours(1))))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.more()).containsEntry("rule", "C5"));
    }

    @Test
    void c5ACaseThatTwoUnitsReturnedIsRuledOnByTheCentre() {
        var c = filed("0101");
        c.dispatch(Unit.WATER, List.of(), COMMUNITY, null, MONDAY);
        c.giveBack(WATER, "不是我们的", MONDAY);
        c.rule(null, STREET, "重派", MONDAY);
        c.dispatch(Unit.POWER, List.of(), COMMUNITY, null, MONDAY);
        c.giveBack(post("unit", "power", "410212"), "也不是", MONDAY);
        assertThat(c.owner.unit()).isEqualTo("centre");
        assertThat(CaseCommand.allowed(STREET, c, MONDAY)).doesNotContain("rule");
    }
}
