package onegrid.gateway.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Growing pauses between attempts, and an end. */
class PausesTest {
    private static final Instant TOLD = Instant.parse("2026-11-24T08:00:00Z");
    private static final HookSettings SETTINGS = new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(HookSettings.class)
            .withDefaultValue("onegrid.hooks.key", "never-used-in-this-test-of-pauses")
            .build()
            .getConfigMapping(HookSettings.class);
    private final Pauses pauses = new Pauses(SETTINGS);

    @Property(tries = 200)
    void eachPauseIsTheAgreedOneGiveOrTakeAFifth(@ForAll @IntRange(min = 1, max = 40) int attempt) {
        var agreed = SETTINGS.pauses().get(Math.min(attempt, SETTINGS.pauses().size()) - 1);

        var next = pauses.next(attempt, TOLD, TOLD, null);

        assertThat(Duration.between(TOLD, next))
                .isBetween(
                        agreed.multipliedBy(79).dividedBy(100),
                        agreed.multipliedBy(121).dividedBy(100));
    }

    @Example
    void theLastTryIsAtTheEndOfTheTime() {
        var nearTheEnd = TOLD.plus(Duration.ofHours(71));

        assertThat(pauses.next(20, TOLD, nearTheEnd, null)).isEqualTo(TOLD.plus(Duration.ofHours(72)));
    }

    @Example
    void afterThreeDaysItIsGivenUp() {
        assertThat(pauses.next(30, TOLD, TOLD.plus(Duration.ofHours(72)), null)).isNull();
    }

    @Example
    void aReceiverMayAskForMoreTimeUpToAnHour() {
        assertThat(pauses.next(1, TOLD, TOLD, Duration.ofMinutes(3))).isEqualTo(TOLD.plus(Duration.ofMinutes(3)));
        assertThat(pauses.next(1, TOLD, TOLD, Duration.ofDays(3))).isEqualTo(TOLD.plus(Duration.ofHours(1)));
    }
}
