package onegrid.party.callup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import onegrid.kit.clock.Zone;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvailabilityTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-23T08:00:00, WORKDAY",
        "2026-11-23T17:59:59, WORKDAY",
        "2026-11-23T18:00:00, EVENING",
        "2026-11-23T21:59:59, EVENING",
        "2026-11-23T22:00:00, NIGHT",
        "2026-11-23T07:59:59, NIGHT",
        "2026-11-22T12:00:00, WEEKEND",
        "2026-11-21T20:00:00, WEEKEND",
        "2026-11-21T23:00:00, NIGHT",
    })
    void theHourOfTheWeekInShanghaiDecidesWhoIsFree(LocalDateTime time, Availability expected) {
        assertThat(Availability.at(time.atZone(Zone.SHANGHAI).toInstant())).isEqualTo(expected);
    }
}
