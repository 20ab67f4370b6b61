package onegrid.newsector.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class DistanceTest {
    @Test
    void aDegreeOfLatitudeIsAbout111Kilometres() {
        assertThat(Distance.metres(114, 34, 114, 35)).isCloseTo(111_195, within(10.0));
    }

    @Property
    void thereIsAsFarAsBack(
            @ForAll @DoubleRange(min = -180, max = 180) double longitude1,
            @ForAll @DoubleRange(min = -90, max = 90) double latitude1,
            @ForAll @DoubleRange(min = -180, max = 180) double longitude2,
            @ForAll @DoubleRange(min = -90, max = 90) double latitude2) {
        assertThat(Distance.metres(longitude1, latitude1, longitude2, latitude2))
                .isCloseTo(Distance.metres(longitude2, latitude2, longitude1, latitude1), within(1e-6))
                .isBetween(0.0, 20_016_000.0);
    }

    @Property
    void noWayRoundIsShorter(
            @ForAll @DoubleRange(min = 114, max = 115) double longitude1,
            @ForAll @DoubleRange(min = 34, max = 35) double latitude1,
            @ForAll @DoubleRange(min = 114, max = 115) double longitude2,
            @ForAll @DoubleRange(min = 34, max = 35) double latitude2) {
        var direct = Distance.metres(longitude1, latitude1, longitude2, latitude2);
        var round = Distance.metres(longitude1, latitude1, 114.5, 34.5)
                + Distance.metres(114.5, 34.5, longitude2, latitude2);

        assertThat(direct).isLessThanOrEqualTo(round + 1e-6);
    }
}
