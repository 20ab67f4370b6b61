package onegrid.newsector.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import onegrid.kit.clock.Zone;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningHoursTest {
    @ParameterizedTest
    @CsvSource({
        "08:00, 20:00, 08:00, true",
        "08:00, 20:00, 19:59, true",
        "08:00, 20:00, 20:00, false",
        "08:00, 20:00, 07:59, false",
        "00:00, 24:00, 00:00, true",
        "00:00, 24:00, 23:59, true",
        "20:00, 06:00, 23:00, true",
        "20:00, 06:00, 05:59, true",
        "20:00, 06:00, 06:00, false",
    })
    void aStationIsOpenFromItsFirstMinuteUntilItsLast(String opens, String closes, LocalTime time, boolean open) {
        var instant =
                LocalDate.of(2026, 11, 22).atTime(time).atZone(Zone.SHANGHAI).toInstant();

        assertThat(new OpeningHours(opens, closes).openAt(instant)).isEqualTo(open);
    }
}
