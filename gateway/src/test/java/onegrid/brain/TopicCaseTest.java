package onegrid.brain;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the brain sees only when it looks at several cases together. */
@QuarkusTest
class TopicCaseTest extends BrainTest {
    @Test
    void reportsOfOneMatterThatArriveInOneInstantOpenOneTopic() {
        var first = ACase.small(clock.instant());
        var reports = IntStream.range(0, 12)
                .mapToObj(n -> beside(first, ACase.small(clock.instant())).with("reportsBefore", 2 + n))
                .toList();

        reports.forEach(this::filed);

        assertThat(reports)
                .extracting(report -> decided(report).path("data").path("rule").asText())
                .containsOnlyOnce("R9");
    }

    @Test
    void anAcuteMatterInASecondCommunityIsBig() {
        decided(filed(acute(ACase.small(clock.instant()), "0901")));

        var second = filed(acute(ACase.small(clock.instant()), "0901"));

        assertThat(decided(second).path("data").path("rule").asText()).isEqualTo("R6");
    }

    @Test
    void whatWasFiledMoreThanAnHourAgoIsAnotherEvent() {
        decided(filed(acute(ACase.small(clock.instant().minus(Duration.ofMinutes(61))), "0902")));

        var second = filed(acute(ACase.small(clock.instant()), "0902"));

        assertThat(decided(second).path("data").path("rule").asText()).isNotEqualTo("R6");
    }

    private static ACase acute(ACase aCase, String matter) {
        return aCase.with("matterCode", matter).with("limitProfile", "URGENT").with("severity", 3);
    }

    private static ACase beside(ACase first, ACase other) {
        return other.with("communityCode", first.community()).with("gridCode", first.grid());
    }
}
