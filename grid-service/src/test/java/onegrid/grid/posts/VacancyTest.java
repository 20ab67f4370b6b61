package onegrid.grid.posts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import onegrid.grid.posts.Vacancy.Span;
import org.junit.jupiter.api.Test;

class VacancyTest {
    private static final Instant OPENED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration THREE_DAYS = Duration.ofDays(3);

    @Test
    void aPostThatWasNeverFilledIsVacantSinceItOpened() {
        assertThat(Vacancy.since(OPENED, List.of(), day(9))).contains(OPENED);
    }

    @Test
    void aHandOverLeavesNoGap() {
        assertThat(Vacancy.gaps(OPENED, List.of(days(0, 5), new Span(day(5), null))))
                .isEmpty();
    }

    @Test
    void aStandInShortensTheVacancy() {
        assertThat(Vacancy.since(OPENED, List.of(days(0, 5), days(6, 8)), day(9)))
                .contains(day(8));
    }

    @Test
    void aVacancyShorterThanTheLimitRaisesNoAlarm() {
        assertThat(Vacancy.alarming(OPENED, List.of(days(0, 5), new Span(day(7), null)), THREE_DAYS, null, day(6)))
                .isEmpty();
    }

    @Test
    void aVacancyThatIsOverRaisesNoAlarm() {
        assertThat(Vacancy.alarming(OPENED, List.of(days(0, 2), new Span(day(9), null)), THREE_DAYS, null, day(10)))
                .isEmpty();
    }

    @Test
    void aVacancyThatHasHadItsAlarmRaisesNoOther() {
        assertThat(Vacancy.alarming(OPENED, List.of(days(0, 5)), THREE_DAYS, day(5), day(20)))
                .isEmpty();
    }

    @Test
    void theEndOfAStandInBeginsAVacancyWithAnAlarmOfItsOwn() {
        assertThat(Vacancy.alarming(OPENED, List.of(days(0, 5), days(9, 12)), THREE_DAYS, day(5), day(10)))
                .contains(new Span(day(12), null));
    }

    @Property
    void everyMomentIsEitherCoveredOrInAGap(
            @ForAll("terms") List<Span> covered, @ForAll @IntRange(min = 0, max = 59) int at) {
        var inGap = Vacancy.gaps(OPENED, covered).stream().anyMatch(gap -> gap.holds(day(at)));

        assertThat(inGap).isNotEqualTo(covered.stream().anyMatch(span -> span.holds(day(at))));
    }

    @Property
    void gapsAreInOrderAndDoNotTouch(@ForAll("terms") List<Span> covered) {
        var gaps = Vacancy.gaps(OPENED, covered);

        assertThat(IntStream.range(1, gaps.size())
                        .allMatch(
                                i -> gaps.get(i).from().isAfter(gaps.get(i - 1).to())))
                .isTrue();
    }

    @Provide
    Arbitrary<List<Span>> terms() {
        var span = Combinators.combine(
                        Arbitraries.integers().between(0, 50),
                        Arbitraries.integers().between(1, 12).injectNull(0.1))
                .as((from, length) -> new Span(day(from), length == null ? null : day(from + length)));
        return span.list().ofMaxSize(8);
    }

    private static Span days(int from, int to) {
        return new Span(day(from), day(to));
    }

    private static Instant day(int n) {
        return OPENED.plus(Duration.ofDays(n));
    }
}
