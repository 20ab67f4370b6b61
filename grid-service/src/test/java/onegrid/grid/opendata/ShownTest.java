package onegrid.grid.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import onegrid.grid.opendata.Shown.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of a group: no part of it is 1 to 4, nor what remains. */
class ShownTest {
    private static Map<Kind, Integer> kinds(int openGrid, int closedGrid, int openStreet, int closedStreet) {
        var kinds = new HashMap<Kind, Integer>();
        kinds.put(new Kind(false, "GRID"), openGrid);
        kinds.put(new Kind(true, "GRID"), closedGrid);
        kinds.put(new Kind(false, "STREET"), openStreet);
        kinds.put(new Kind(true, "STREET"), closedStreet);
        kinds.values().removeIf(count -> count == 0);
        return kinds;
    }

    @ParameterizedTest
    @CsvSource({
        // open/GRID, closed/GRID, open/STREET, closed/STREET, status, level
        "6, 0, 0, 0, true, true",
        "4, 2, 0, 0, false, true",
        "5, 5, 0, 0, true, true",
        "5, 0, 3, 0, true, false",
        "3, 5, 2, 5, true, false",
        "3, 3, 3, 3, true, false",
        "4, 1, 0, 5, false, true",
        "1, 1, 1, 2, false, false",
    })
    void statusAndLevelAreToldWhereNoneIsSmall(
            int openGrid, int closedGrid, int openStreet, int closedStreet, boolean status, boolean level) {
        var shown = Shown.of(kinds(openGrid, closedGrid, openStreet, closedStreet), 0, null);

        assertThat(shown.status()).isEqualTo(status);
        assertThat(shown.level()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"10, 10", "5, 5", "0, 0", "9, ", "1, ", "6, "})
    void closedInTimeIsToldWhereNeitherItNorTheLateOnesAreFew(int inTime, Integer told) {
        assertThat(Shown.of(kinds(0, 10, 0, 0), inTime, 3.0).closedInTime()).isEqualTo(told);
    }

    @Test
    void aMedianIsOfFiveAtLeast() {
        assertThat(Shown.of(kinds(5, 4, 0, 0), 4, 3.0).medianHours()).isNull();
        assertThat(Shown.of(kinds(5, 5, 0, 0), 5, 3.0).medianHours()).isEqualTo(3.0);
    }
}
