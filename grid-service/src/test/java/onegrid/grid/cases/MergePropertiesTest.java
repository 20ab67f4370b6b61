package onegrid.grid.cases;

import static onegrid.grid.cases.ACase.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import onegrid.grid.dispatch.Unit;
import onegrid.kit.clock.Zone;
import onegrid.kit.problem.Problem;

/**
 * Several cases that are merged, set free, handled and dropped in any order (C7): a duplicate always follows an open
 * case that follows nobody, what is set free has its owner and clock as before, and what is worked on again is worked on
 * again for all of them.
 */
class MergePropertiesTest {
    private static final int CASES = 4;

    @Property(tries = 500)
    void aDuplicateFollowsOneOpenCaseThatFollowsNobody(
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = 14) Integer> verbs,
            @ForAll @Size(max = 60) List<@IntRange(min = 0, max = CASES * CASES - 1) Integer> pairs) {
        var world = IntStream.range(0, CASES)
                .mapToObj(n -> n == 0 ? reported() : filed("0101"))
                .toList();
        var now = MONDAY;
        for (var i = 0; i < Math.min(verbs.size(), pairs.size()); i++) {
            now = now.plus(Duration.ofMinutes(20));
            try {
                send(verbs.get(i), world, pairs.get(i) / CASES, pairs.get(i) % CASES, now);
            } catch (Problem refused) {
                // nothing may have changed for it; the invariants say so
            }
            world.forEach(c -> holds(c, world));
        }
    }

    private static void holds(GridCase c, List<GridCase> world) {
        if (c.status == CaseStatus.MERGED) {
            var master = by(c.masterId, world);
            assertThat(master.status.isOpen()).isTrue();
            assertThat(master.status).isNotIn(CaseStatus.REPORTED, CaseStatus.MERGED);
            assertThat(c.mergedFrom).isIn(CaseStatus.NOT_TAKEN);
        }
        if (c.masterId != null && c.closedAt != null) {
            assertThat(by(c.masterId, world).closedAt)
                    .as("nobody is told of a result that is being redone")
                    .isNotNull();
        }
        if (c.status.isOpen()) {
            assertThat(c.masterId).isNull();
            assertThat(c.owner.unit()).isNotNull();
            assertThat(c.clock.dueAt).isNotNull();
        }
    }

    private static GridCase by(UUID id, List<GridCase> world) {
        return world.stream().filter(c -> c.id.equals(id)).findFirst().orElseThrow();
    }

    private static List<GridCase> mergedInto(GridCase master, List<GridCase> world) {
        return world.stream()
                .filter(c -> c.status == CaseStatus.MERGED && master.id.equals(c.masterId))
                .toList();
    }

    /** As {@code Duplicates.follow} finds them. */
    private static void followAgain(GridCase master, List<GridCase> world, Instant now) {
        if (master.status == CaseStatus.FILED) {
            var over = world.stream()
                    .filter(c -> master.id.equals(c.masterId))
                    .filter(c -> c.status == CaseStatus.CLOSED || c.status == CaseStatus.EVALUATED)
                    .toList();
            Duplicates.follow(master, over, CENTRE, now, TIME);
        }
    }

    private static void send(int verb, List<GridCase> world, int one, int other, Instant now) {
        var c = world.get(one);
        switch (verb) {
            case 0, 1, 2 -> Duplicates.merge(c, mergedInto(c, world), world.get(other), COMMUNITY, "同一处", now);
            case 3 -> c.unmerge(COMMUNITY, "不是同一处", now);
            case 4 -> {
                c.cancel(CENTRE, "误报", now);
                Duplicates.follow(c, mergedInto(c, world), CENTRE, now, TIME);
            }
            case 5 -> c.dispatch(Unit.WATER, List.of(), COMMUNITY, null, now);
            case 6 -> {
                c.accept(WATER, null, now);
                c.start(WATER, null, now);
            }
            case 7 -> c.feedback(WATER, "已处理", true, null, now, TIME);
            case 8 -> {
                c.verify(COMMUNITY, true, "属实", now);
                Duplicates.follow(c, mergedInto(c, world), COMMUNITY, now, TIME);
            }
            case 9 -> {
                c.rate(RESIDENT, 1, false, "没好", now, TIME);
                followAgain(c, world, now);
            }
            case 10 -> {
                c.reopen(CENTRE, "又来了", now, TIME);
                followAgain(c, world, now);
            }
            case 11 -> {
                c.suspend(STREET, "等配件", LocalDate.ofInstant(now, Zone.SHANGHAI).plusDays(1), now, TIME);
            }
            case 12 -> c.resume(STREET, null, now, TIME);
            case 13 -> c.press(now, TIME);
            default -> c.rate(RESIDENT, 5, true, null, now, TIME);
        }
    }
}
