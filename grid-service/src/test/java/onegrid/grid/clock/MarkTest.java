package onegrid.grid.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import onegrid.kit.clock.WorkCalendar;
import onegrid.kit.clock.WorkingTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Monday 23 November 2026, ten o'clock, and five workdays: due next Monday at ten. */
class MarkTest {
    private static final WorkingTime TIME = WorkingTime.of(WorkCalendar.statutory());
    private static final Instant MONDAY = at("2026-11-23T10:00:00+08:00");

    @ParameterizedTest
    @CsvSource({
        "REMINDED, 2026-11-25T15:45:00+08:00", // two and a half workdays
        "WARNED, 2026-11-27T10:00:00+08:00", // four workdays, before the weekend
        "OVERDUE, 2026-11-30T10:00:00+08:00",
        "SUPERVISED_BY_STREET, 2026-12-07T10:00:00+08:00",
        "SUPERVISED_BY_DISTRICT, 2026-12-14T10:00:00+08:00",
        "LISTED, 2026-12-21T10:00:00+08:00",
    })
    void aMarkComesAtItsShareOfTheLimit(Mark mark, String moment) {
        var due = LimitProfile.STANDARD.limit().due(MONDAY, TIME);

        assertThat(mark.at(MONDAY, due, LimitProfile.STANDARD.limit(), TIME)).isEqualTo(at(moment));
    }

    @Test
    void anEmergencyIsPressedAtNightToo() {
        var night = at("2026-11-23T23:00:00+08:00");
        var due = LimitProfile.EMERGENCY.limit().due(night, TIME);

        assertThat(Mark.REMINDED.at(night, due, LimitProfile.EMERGENCY.limit(), TIME))
                .isEqualTo(at("2026-11-24T00:00:00+08:00"));
    }

    @ParameterizedTest
    @CsvSource({"0, REMINDED", "50, WARNED", "100, SUPERVISED_BY_STREET", "300, LISTED"})
    void marksFollowEachOther(int share, Mark next) {
        assertThat(Mark.after(share)).contains(next);
    }

    @Test
    void nothingComesAfterTheLeadersList() {
        assertThat(Mark.after(400)).isEmpty();
    }

    private static Instant at(String moment) {
        return OffsetDateTime.parse(moment).toInstant();
    }
}
