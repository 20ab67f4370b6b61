package onegrid.grid.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import onegrid.kit.clock.WorkCalendar;
import onegrid.kit.clock.WorkingTime;
import onegrid.kit.clock.Zone;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The four time units on the statutory calendar. 2026-02-14 is a Saturday on which people work; 02-15 to 23 is 春节. */
class LimitTest {
    private static final WorkingTime TIME = WorkingTime.of(WorkCalendar.statutory());

    @ParameterizedTest
    @CsvSource({
        "2紧急工作时, 2026-11-20T23:00, 2026-11-21T01:00",
        "2紧急工作日, 2026-11-20T23:00, 2026-11-22T23:00",
        "5工作时, 2026-11-20T16:00, 2026-11-23T11:30",
        "1工作日, 2026-11-20T16:00, 2026-11-23T16:00",
        "1工作日, 2026-02-13T16:00, 2026-02-14T16:00",
        "1工作日, 2026-02-14T16:00, 2026-02-24T16:00",
        "5工作时, 2026-11-21T10:00, 2026-11-23T15:30",
    })
    void aLimitEndsWhenItsUnitSays(String limit, LocalDateTime from, LocalDateTime due) {
        assertThat(Limit.of(limit).due(from.atZone(Zone.SHANGHAI).toInstant(), TIME))
                .isEqualTo(due.atZone(Zone.SHANGHAI).toInstant());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "工作日", "0工作日", "-1工作时", "5 days", "5工作日半", "１工作日"})
    void whatIsNotALimitIsRefused(String written) {
        assertThatThrownBy(() -> Limit.of(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 200)
    void whatWasLeftEndsWhereTheLimitWouldHaveEnded(
            @ForAll Limit.Unit unit,
            @ForAll @IntRange(min = 1, max = 20) int amount,
            @ForAll @IntRange(max = 60_000) int seconds) {
        var limit = new Limit(amount, unit);
        var from = LocalDateTime.of(2026, 3, 2, 9, 0).atZone(Zone.SHANGHAI).toInstant();
        var due = limit.due(from, TIME);
        var now = from.plusSeconds(seconds);
        if (now.isBefore(due)) {
            assertThat(limit.plus(now, limit.left(now, due, TIME), TIME)).isEqualTo(due);
        }
    }
}
