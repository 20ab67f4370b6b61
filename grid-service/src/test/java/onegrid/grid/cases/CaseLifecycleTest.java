package onegrid.grid.cases;

import static onegrid.grid.cases.ACase.*;
import static onegrid.grid.cases.CaseStatus.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import onegrid.grid.dispatch.Unit;
import onegrid.grid.matters.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The life of a case against domain.md §9.1, written out a second time on purpose. Merging goes further than there: most
 * reports are filed at once, so a duplicate is seen when it is filed or dispatched already; and what was closed with its
 * master follows it again when the master is reopened.
 */
class CaseLifecycleTest {
    private static final String LAW = """
            REPORTED FILED REJECTED DIVERTED MERGED CANCELLED
            FILED SELF_HANDLING DISPATCHED MERGED CANCELLED
            SELF_HANDLING FEEDBACK
            DISPATCHED ACCEPTED RETURN_REQUESTED MERGED CANCELLED
            RETURN_REQUESTED FILED DISPATCHED MERGED CANCELLED
            MERGED REPORTED FILED DISPATCHED RETURN_REQUESTED CLOSED
            ACCEPTED IN_PROGRESS
            IN_PROGRESS SUSPENDED FEEDBACK
            SUSPENDED IN_PROGRESS
            FEEDBACK VERIFYING
            VERIFYING CLOSED IN_PROGRESS
            CLOSED EVALUATED FILED MERGED
            EVALUATED ARCHIVED FILED MERGED
            """;

    private static final Map<String, Consumer<GridCase>> VERBS = Map.ofEntries(
            Map.entry(
                    "file", c -> c.file(Catalogue.find("0101").orElseThrow(), null, null, 0, COMMUNITY, MONDAY, TIME)),
            Map.entry(
                    "reclassify",
                    c -> c.reclassify(Catalogue.find("0301").orElseThrow(), 0, COMMUNITY, "是噪声", MONDAY, TIME)),
            Map.entry("reject", c -> c.reject(COMMUNITY, "理由", "去处", MONDAY)),
            Map.entry("divert", c -> c.divert(Diversion.OUTSIDE_AUTHORITY, COMMUNITY, "理由", "去处", MONDAY)),
            Map.entry("self-handle", c -> c.selfHandle(GRID_HEAD, MONDAY)),
            Map.entry("dispatch", c -> c.dispatch(Unit.WATER, List.of(), COMMUNITY, null, MONDAY)),
            Map.entry("accept", c -> c.accept(WATER, null, MONDAY)),
            Map.entry("return", c -> c.giveBack(WATER, "不是我们的", MONDAY)),
            Map.entry("rule", c -> c.rule(Unit.WATER, STREET, "就是你们的", MONDAY)),
            Map.entry("arrive", c -> c.arrive("water", WATER, null, MONDAY)),
            Map.entry("start", c -> c.start(WATER, null, MONDAY)),
            Map.entry("extend", c -> c.extend(c.clock.dueAt.plusSeconds(60), CENTRE, "等配件", MONDAY, TIME)),
            Map.entry("merge", c -> c.mergeInto(filed("0101"), COMMUNITY, "同一处垃圾", MONDAY)),
            Map.entry("unmerge", c -> c.unmerge(COMMUNITY, "不是同一处", MONDAY)),
            Map.entry("close", c -> c.closeWith(closed("0101"), COMMUNITY, MONDAY)),
            Map.entry("reopen-with", c -> {
                c.masterId = UUID.randomUUID();
                c.reopenWith(filed("0101"), CENTRE, MONDAY, TIME);
            }),
            Map.entry("urge", c -> c.urge(RESIDENT, null, MONDAY)),
            Map.entry("suspend", c -> c.suspend(STREET, "等配件", LocalDate.of(2026, 12, 1), MONDAY, TIME)),
            Map.entry("resume", c -> c.resume(STREET, null, MONDAY, TIME)),
            Map.entry("feedback", c -> c.feedback(WATER, "已处理", true, null, MONDAY, TIME)),
            Map.entry("verify", c -> c.verify(COMMUNITY, true, "属实", MONDAY)),
            Map.entry("cancel", c -> c.cancel(CENTRE, "误报", MONDAY)),
            Map.entry("rate", c -> c.rate(RESIDENT, 5, true, null, MONDAY, TIME)),
            Map.entry("reopen", c -> c.reopen(CENTRE, "新情况", MONDAY, TIME)));

    private static final Map<String, Set<CaseStatus>> TAKEN_FROM = Map.ofEntries(
            Map.entry("file", Set.of(REPORTED)),
            Map.entry("reclassify", Set.of(FILED, RETURN_REQUESTED)),
            Map.entry("reject", Set.of(REPORTED)),
            Map.entry("divert", Set.of(REPORTED)),
            Map.entry("self-handle", Set.of(FILED)),
            Map.entry("dispatch", Set.of(FILED)),
            Map.entry("accept", Set.of(DISPATCHED)),
            Map.entry("return", Set.of(DISPATCHED)),
            Map.entry("rule", Set.of(RETURN_REQUESTED)),
            Map.entry("arrive", Set.of(DISPATCHED, ACCEPTED, IN_PROGRESS, SUSPENDED)),
            Map.entry("start", Set.of(ACCEPTED)),
            Map.entry("extend", Set.of(SELF_HANDLING, ACCEPTED, IN_PROGRESS)),
            Map.entry("merge", Set.of(REPORTED, FILED, DISPATCHED, RETURN_REQUESTED)),
            Map.entry("unmerge", Set.of(MERGED)),
            Map.entry("close", Set.of(MERGED)),
            Map.entry("reopen-with", Set.of(CLOSED, EVALUATED)),
            Map.entry(
                    "urge",
                    Set.of(
                            REPORTED,
                            FILED,
                            SELF_HANDLING,
                            DISPATCHED,
                            RETURN_REQUESTED,
                            ACCEPTED,
                            IN_PROGRESS,
                            SUSPENDED,
                            VERIFYING,
                            MERGED)),
            Map.entry("suspend", Set.of(IN_PROGRESS)),
            Map.entry("resume", Set.of(SUSPENDED)),
            Map.entry("feedback", Set.of(SELF_HANDLING, IN_PROGRESS)),
            Map.entry("verify", Set.of(VERIFYING)),
            Map.entry("cancel", Set.of(REPORTED, FILED, DISPATCHED, RETURN_REQUESTED)),
            Map.entry("rate", Set.of(CLOSED)),
            Map.entry("reopen", Set.of(CLOSED, EVALUATED)));

    static Stream<Arguments> pairs() {
        return Arrays.stream(CaseStatus.values())
                .flatMap(from -> Arrays.stream(CaseStatus.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void theTableOfMovesIsTheLaw(CaseStatus from, CaseStatus to) {
        var lawful = LAW.lines()
                .map(line -> List.of(line.split(" ")))
                .anyMatch(line -> line.getFirst().equals(from.name())
                        && line.subList(1, line.size()).contains(to.name()));

        assertThat(from.next().contains(to)).isEqualTo(lawful);
    }

    static Stream<Arguments> verbs() {
        return Arrays.stream(CaseStatus.values())
                .filter(status -> in(status) != null)
                .flatMap(status -> VERBS.keySet().stream().sorted().map(verb -> Arguments.of(status, verb)));
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void aVerbIsTakenFromItsOwnStatusesAndRefusedFromAllOthers(CaseStatus from, String verb) {
        var gridCase = in(from);
        var before = gridCase.version;

        if (TAKEN_FROM.get(verb).contains(from)) {
            VERBS.get(verb).accept(gridCase);
            assertThat(gridCase.version).isGreaterThan(before);
        } else {
            assertThatThrownBy(() -> VERBS.get(verb).accept(gridCase)).isInstanceOf(IllegalMove.class);
            assertThat(gridCase.version).isEqualTo(before);
        }
    }

    @Test
    void feedbackGoesOnToVerificationByItself() {
        var gridCase = verifying("0101");

        assertThat(gridCase.journal.takeEvents())
                .extracting(CaseEvent::name)
                .endsWith("feedback-given", "verification-due");
    }
}
