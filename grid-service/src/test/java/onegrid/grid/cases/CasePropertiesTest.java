package onegrid.grid.cases;

import static onegrid.grid.cases.ACase.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import onegrid.grid.clock.Mark;
import onegrid.grid.dispatch.Unit;
import onegrid.grid.matters.Catalogue;
import onegrid.kit.clock.Zone;
import onegrid.kit.problem.Problem;

/**
 * Whatever is sent to a case in whatever order: it has exactly one owner and one clock while open, its history explains
 * its status, and its ledger explains its due time.
 */
class CasePropertiesTest {
    private static final int COMMANDS = 48;
    private static final int A_WEEK_PASSES = 47;

    @Property(tries = 400)
    void anOpenCaseAlwaysHasAnOwnerAndItsHistoryExplainsItsStatus(
            @ForAll @IntRange(max = 3) int kind,
            @ForAll @Size(max = 40) List<@IntRange(min = 0, max = COMMANDS) Integer> commands) {
        var c = start(kind);
        var history = new ArrayList<>(c.journal.takeSteps());
        var events = new ArrayList<>(c.journal.takeEvents());
        var now = MONDAY;
        for (var command : commands) {
            now = now.plus(step(command));
            var version = c.version;
            var supervision = c.supervision;
            try {
                send(command, c, now);
            } catch (Problem refused) {
                assertThat(c.version).isEqualTo(version);
            }
            history.addAll(c.journal.takeSteps());
            events.addAll(c.journal.takeEvents());
            holds(c, history, events);
            assertThat(c.supervision).isGreaterThanOrEqualTo(supervision);
        }
    }

    private static Duration step(int command) {
        return command == A_WEEK_PASSES ? Duration.ofDays(7) : Duration.ofHours(1);
    }

    @Property(tries = 400)
    void afterTheSweepNothingThatIsLateIsUnseen(
            @ForAll @IntRange(max = 3) int kind,
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = COMMANDS) Integer> commands) {
        var c = start(kind);
        var now = MONDAY;
        for (var command : commands) {
            now = now.plus(step(command));
            try {
                send(command, c, now);
            } catch (Problem refused) {
                // the sweep looks at whatever there is
            }

            sweep(c, now);

            var late = c.overdue(now) && c.clock.profile != null;
            if (c.nextMark(TIME) != null) {
                assertThat(c.nextMark(TIME)).isAfter(now);
            }
            if (late) {
                assertThat(c.clock.pressed).isGreaterThanOrEqualTo(Mark.OVERDUE.share);
                assertThat(c.level).isNotEqualTo(Level.GRID);
            }
        }
    }

    /** As {@link CaseSweep} does, when the case's next mark has come. */
    private static void sweep(GridCase c, Instant now) {
        var next = c.nextMark(TIME);
        if (next != null && !next.isAfter(now)) {
            c.press(now, TIME);
        }
    }

    private static final Map<String, String> CAUSES = Map.of(
            "report", "reported",
            "file", "filed",
            "reclassify", "reclassified",
            "extend", "extended",
            "suspend", "suspended",
            "resume", "resumed",
            "reopen", "reopened",
            "rework", "reopened",
            "review", "reopened");

    @Property(tries = 400)
    void theDueTimeChangesOnlyByACauseThatTheLedgerNames(
            @ForAll @IntRange(max = 3) int kind,
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = COMMANDS) Integer> commands) {
        var c = start(kind);
        c.journal.takeSteps();
        var ledger = new ArrayList<>(c.journal.takePromises());
        var now = MONDAY;
        for (var command : commands) {
            now = now.plus(step(command));
            try {
                send(command, c, now);
            } catch (Problem refused) {
                // the ledger must not know of it
            }
            var steps = c.journal.takeSteps();
            var added = c.journal.takePromises();
            ledger.addAll(added);

            assertThat(ledger.getLast().dueAt).isEqualTo(c.clock.dueAt);
            assertThat(added).hasSizeLessThanOrEqualTo(1).allSatisfy(promise -> {
                assertThat(steps)
                        .filteredOn(step -> step.seq == promise.seq)
                        .extracting(step -> CAUSES.get(step.command))
                        .containsExactly(promise.why);
            });
        }
    }

    private static void holds(GridCase c, List<CaseStep> history, List<CaseEvent> events) {
        assertThat(history.getLast().toStatus).isEqualTo(c.status);
        assertThat(history).hasSize(c.version);
        assertThat(events.getLast().state().version()).isEqualTo(c.version);
        for (var event : events) { // reported and filed in one breath are told once
            assertThat(event.state().status())
                    .isEqualTo(history.get(event.state().version() - 1).toStatus);
        }
        for (var i = 0; i < history.size(); i++) {
            assertThat(history.get(i).seq).isEqualTo(i + 1);
            assertThat(history.get(i).fromStatus).isEqualTo(i == 0 ? null : history.get(i - 1).toStatus);
        }
        if (c.status.isOpen()) {
            assertThat(c.owner).isNotNull();
            assertThat(c.owner.unit()).isNotNull();
            assertThat(c.owner.grid()).isNotNull();
            assertThat(c.placeCode).startsWith(c.owner.grid()); // in the scope of whoever has it
            assertThat(Complaint.concerns(c.complainedOf, c.owner.unit())).isFalse();
            assertThat(c.clock.dueAt).isNotNull();
        }
        if (c.status.compareTo(CaseStatus.SELF_HANDLING) >= 0 && c.status.isOpen()) {
            assertThat(c.assignment.leadUnit).isNotNull(); // C1
            assertThat(c.assignment.coUnits).doesNotContainKey(c.assignment.leadUnit);
        }
        assertThat(c.reviewSince == null || !c.status.isOpen()).isTrue();
        assertThat(c.callsLeft).isBetween(0, CaseAftermath.TRIES);
        if (c.status == CaseStatus.CLOSED) {
            assertThat(c.closedAt).isNotNull();
            assertThat(c.feedback.text()).isNotBlank(); // C10
            if (c.masterId == null) { // what is closed with its master was not worked on itself
                assertThat(c.assignment.coUnits.values()).noneMatch(CoPart::isOpen);
            }
        }
    }

    private static void send(int command, GridCase c, Instant now) {
        var tomorrow = LocalDate.ofInstant(now, Zone.SHANGHAI).plusDays(1);
        switch (command) {
            case 0, 1 -> c.file(Catalogue.find("0101").orElseThrow(), null, null, 0, COMMUNITY, now, TIME);
            case 2 -> c.selfHandle(GRID_HEAD, now);
            case 3 -> c.dispatch(Unit.WATER, List.of(), COMMUNITY, null, now);
            case 4 -> c.dispatch(Unit.POWER, List.of(Unit.WATER, Unit.COMMUNITY), CENTRE, "同去", now);
            case 5, 6 -> c.accept(WATER, null, now);
            case 7 -> c.giveBack(WATER, "不是我们的", now);
            case 8 -> c.rule(null, STREET, "重派", now);
            case 9 -> c.rule(Unit.WATER, STREET, "由你办", now);
            case 10, 11 -> c.start(WATER, null, now);
            case 12 -> c.suspend(STREET, "等配件", tomorrow, now, TIME);
            case 13 -> c.resume(STREET, null, now, TIME);
            case 14, 15 -> c.feedback(WATER, "已处理", true, null, now, TIME);
            case 16 -> c.verify(COMMUNITY, true, "属实", now);
            case 17 -> c.verify(COMMUNITY, false, "没好", now);
            case 18 -> c.reopen(CENTRE, "又来了", now, TIME);
            case 19 -> c.reclassify(Catalogue.find("0201").orElseThrow(), 0, COMMUNITY, "是小广告", now, TIME);
            case 20 -> c.extend(c.clock.dueAt.plus(Duration.ofHours(2)), WATER, "等配件", now, TIME);
            case 21 -> c.extend(c.clock.dueAt.plus(Duration.ofHours(2)), CENTRE, "等配件", now, TIME);
            case 22 -> c.cancel(CENTRE, "误报", now);
            case 23 -> c.mergeInto(filed("0101"), COMMUNITY, "同一处垃圾", now);
            case 24 -> c.unmerge(COMMUNITY, "不是同一处", now);
            case 25 -> c.closeWith(closed("0101"), COMMUNITY, now);
            case 26 -> c.urge(RESIDENT, null, now);
            case 27 -> c.contact(WATER, "已联系", now);
            case 28 -> c.arrive("water", WATER, null, now);
            case 29 -> c.rate(RESIDENT, 1, false, "没修好", now, TIME);
            case 30 -> c.rate(RESIDENT, 5, true, null, now, TIME);
            case 31 -> c.callBack(new CallBack(CallBack.Result.NO_ANSWER, null, null, null), CENTRE, now, TIME);
            case 32 -> c.callBack(new CallBack(CallBack.Result.VALID, false, 2, null), CENTRE, now, TIME);
            case 33 -> c.review(true, SUPERVISOR, "结果成立", now, TIME);
            case 34 -> c.review(false, SUPERVISOR, "重新办理", now, TIME);
            case 35 -> c.press(now, TIME);
            case 36 -> c.markBig(CENTRE, "多户反映", now);
            case 37 -> c.reject(COMMUNITY, "不属于受理范围", "请走法律途径", now);
            case 38 -> c.divert(Diversion.LEGAL_CHANNEL, COMMUNITY, "已在诉讼中", null, now);
            case 39 -> {
                if (c.complainedOf == null) { // else a join is not offered
                    c.joins(filed("0101"), RESIDENT, now, TIME);
                }
            }
            case 40 -> c.reopenWith(filed("0101"), CENTRE, now, TIME);
            case 41 -> c.decided(Scale.BIG, Level.STREET, "R2", "大事", UUID.randomUUID(), now);
            case 42 -> c.decided(Scale.SMALL, Level.GRID, "R11", "小事", null, now);
            case 43 -> c.raise(Level.DISTRICT, "联动升级", now);
            case 44 -> c.comment(CENTRE, "又有新情况", now);
            case 45 -> c.confirmMatter(COMMUNITY, now);
            case 46, A_WEEK_PASSES -> sweep(c, now);
            default ->
                c.coDone(c.assignment.coUnits.keySet().stream().findFirst().orElse("water"), CENTRE, "好了", now);
        }
    }

    private static GridCase start(int kind) {
        return switch (kind) {
            case 0 -> reported();
            case 1 -> reported(MONDAY.plus(Duration.ofDays(1)));
            case 2 -> complainingOf("community", "0101");
            default -> complainingOf("water", "0101");
        };
    }
}
