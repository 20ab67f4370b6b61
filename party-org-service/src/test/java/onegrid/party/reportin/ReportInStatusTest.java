package onegrid.party.reportin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReportInStatusTest {
    @ParameterizedTest
    @CsvSource({
        "REGISTERED, CONFIRMED, true",
        "CONFIRMED, ASSIGNED, true",
        "ASSIGNED, ACTIVE, true",
        "ACTIVE, PAUSED, true",
        "PAUSED, ACTIVE, true",
        "REGISTERED, ACTIVE, false",
        "CONFIRMED, ACTIVE, false",
        "PAUSED, ASSIGNED, false",
        "ENDED, ACTIVE, false",
    })
    void aReportInMovesOnlyAlongItsTable(ReportInStatus from, ReportInStatus to, boolean allowed) {
        assertThat(from.next().contains(to)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @EnumSource(names = "ENDED", mode = EnumSource.Mode.EXCLUDE)
    void everyReportInCanEnd(ReportInStatus status) {
        assertThat(status.next()).contains(ReportInStatus.ENDED);
    }

    @Test
    void everyStatusIsReachedFromRegistration() {
        Set<ReportInStatus> reached = new HashSet<>(Set.of(ReportInStatus.REGISTERED));
        while (reached.addAll(
                reached.stream().flatMap(status -> status.next().stream()).toList())) {}

        assertThat(reached).containsExactlyInAnyOrder(ReportInStatus.values());
    }
}
