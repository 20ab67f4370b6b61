package onegrid.property.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseTimeTest {
    private static final Instant CREATED = Instant.parse("2026-11-22T00:00:00Z");

    @ParameterizedTest
    @CsvSource({"1, 15", "2, 30", "3, 120", "4, 240"})
    void theGraverTheSooner(int severity, int minutes) {
        assertThat(ResponseTime.of(severity).minutes).isEqualTo(minutes);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-11-22T00:30:00Z, 2026-11-22T05:00:00Z, true",
                "2026-11-22T00:30:01Z, 2026-11-22T05:00:00Z, false",
                "-, 2026-11-22T00:30:00Z, -",
                "-, 2026-11-22T00:30:01Z, false",
            })
    void anOrderIsInTimeUntilItsLastSecond(Instant responded, Instant now, Boolean inTime) {
        var order = new WorkOrder();
        order.createdAt = CREATED;
        order.respondWithinMinutes = 30;

        assertThat(WorkOrderResource.inTime(order, responded, now)).isEqualTo(inTime);
    }
}
