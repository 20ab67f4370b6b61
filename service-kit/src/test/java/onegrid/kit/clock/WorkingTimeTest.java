package onegrid.kit.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import onegrid.kit.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingTimeTest {
    private final WorkingTime time = WorkingTime.of(WorkCalendar.statutory());

    @ParameterizedTest
    @CsvSource({
        // Monday morning and five workdays
        "2026-11-23T10:00, PT37H30M, 2026-11-30T10:00",
        // over the lunch break
        "2026-11-23T11:30, PT1H,     2026-11-23T14:30",
        // a report on Saturday night starts on Monday
        "2026-11-28T22:00, PT30M,    2026-11-30T09:00",
        // the end of a shift is still in it
        "2026-11-23T08:30, PT3H30M,  2026-11-23T12:00",
        // National Day 2026: 1–7 October off, Saturday 10 October is worked
        "2026-09-30T17:00, PT2H,     2026-10-08T09:30",
        "2026-10-09T17:00, PT2H,     2026-10-10T09:30",
    })
    void officeTimePassesOnlyInOfficeHours(String from, String working, String expected) {
        assertThat(time.plus(at(from), Duration.parse(working))).isEqualTo(at(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T10:00, 2026-11-30T10:00, PT37H30M",
        "2026-11-23T11:30, 2026-11-23T14:30, PT1H",
        "2026-11-28T09:00, 2026-11-29T18:00, PT0S",
        "2026-11-24T10:00, 2026-11-23T10:00, PT0S",
    })
    void officeTimeBetweenTwoMomentsIsCounted(String from, String to, String working) {
        assertThat(time.between(at(from), at(to))).isEqualTo(Duration.parse(working));
    }

    @Test
    void aWorkdayIsSevenAndAHalfHours() {
        assertThat(WorkingTime.WORKDAY).isEqualTo(Duration.ofMinutes(450));
    }

    @Test
    void aYearWithoutDataIsAnErrorThatNamesIt() {
        assertThatThrownBy(() -> time.plus(at("2026-12-31T17:00"), Duration.ofHours(5)))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.type()).isEqualTo("calendar-missing");
                    assertThat(problem.more()).containsEntry("year", 2027);
                });
    }

    @Test
    void whatWasAddedIsWhatLiesBetween() {
        // every start within two weeks, every quarter of an hour up to three workdays
        for (var start = at("2026-11-16T00:00");
                start.isBefore(at("2026-11-30T00:00"));
                start = start.plusSeconds(2700)) {
            for (var minutes = 15; minutes <= 1350; minutes += 105) {
                var working = Duration.ofMinutes(minutes);
                assertThat(time.between(start, time.plus(start, working))).isEqualTo(working);
            }
        }
    }

    @Test
    void aMakeUpDayIsWorked() {
        assertThat(WorkCalendar.statutory().isWorkday(LocalDate.of(2026, 10, 10)))
                .isTrue();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Zone.SHANGHAI).toInstant();
    }
}
