package onegrid.brain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import onegrid.brain.ACase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** domain.md §3.4 and the first rows of §3.7, fact by fact. */
class DefaultPolicyTest {
    static final EscalationPolicy POLICY = delivered();

    private record Delivered(List<Rule> rules) {}

    private static EscalationPolicy delivered() {
        var json = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        try (var file = Policies.class.getResourceAsStream("/policy/default.json")) {
            return EscalationPolicy.compile(1, json.readValue(file, Delivered.class).rules);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Arguments row(String rule, Scale scale, Level level, UnaryOperator<ACase> change) {
        return Arguments.of(rule, scale, level, change);
    }

    static Stream<Arguments> cases() {
        return Stream.of(
                row("R1", Scale.BIG, Level.DISTRICT, c -> c.with("severity", 1)),
                row("R1", Scale.BIG, Level.DISTRICT, c -> c.with("severity", 1).with("markedBig", true)),
                row("R2", Scale.BIG, Level.STREET, c -> c.with("severity", 2)),
                row("R3", Scale.BIG, Level.STREET, c -> c.with("markedBig", true)),
                row("R4", Scale.BIG, Level.STREET, c -> c.with("injury", true)),
                row("R5", Scale.BIG, Level.STREET, c -> c.with("peopleAffected", 10)),
                row("R10", Scale.SMALL, Level.GRID, c -> c.with("peopleAffected", 9)),
                row("R7", Scale.BIG, Level.STREET, c -> c.with("limitProfile", "URGENT")
                        .with("coUnits", List.of("power"))),
                row("R12", Scale.SMALL, Level.COMMUNITY, c -> c.with("coUnits", List.of("power"))),
                row("R12", Scale.SMALL, Level.COMMUNITY, c -> c.with("limitProfile", "URGENT")
                        .with("coUnits", List.of("community", "property-company"))),
                row("R8", Scale.BIG, Level.STREET, c -> c.with("needsEnforcement", true)),
                row("R9", Scale.BIG, Level.COMMUNITY, c -> c.with("reportsBefore", 2)),
                row("R10", Scale.SMALL, Level.GRID, c -> c.with("reportsBefore", 1)),
                row("R10", Scale.SMALL, Level.GRID, c -> c),
                row("R10", Scale.SMALL, Level.GRID, c -> c.with("severity", 3)),
                row("R12", Scale.SMALL, Level.COMMUNITY, c -> c.with("gridHandles", false)),
                row("R12", Scale.SMALL, Level.COMMUNITY, c -> c.with("returns", 1)),
                row("R12", Scale.SMALL, Level.COMMUNITY, c -> c.with("gridCode", "410212001001")),
                row("R11", Scale.SMALL, Level.STREET, c -> c.with("gridCode", null)
                        .with("communityCode", null)
                        .with("gridHandles", false)),
                row("R10", Scale.SMALL, Level.GRID, c -> c.with("peopleAffected", null)
                        .with("coUnits", null)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theFirstRuleThatHoldsDecides(String rule, Scale scale, Level level, UnaryOperator<ACase> change) {
        var facts = Facts.of(change.apply(ACase.small()).state(), false, 1, false);

        var decided = POLICY.decide(facts);

        assertThat(List.of(decided.number(), decided.scale(), decided.level())).isEqualTo(List.of(rule, scale, level));
    }

    @Test
    void aTopicThatIsWorkedOnAlreadyOpensNoSecondJointCase() {
        var facts = Facts.of(ACase.small().with("reportsBefore", 5).state(), false, 1, true);

        assertThat(POLICY.decide(facts).number()).isEqualTo("R10");
    }

    @Test
    void anAcuteMatterInTwoCommunitiesIsBig() {
        var facts = Facts.of(ACase.small().with("limitProfile", "URGENT").state(), false, 2, false);

        assertThat(POLICY.decide(facts).number()).isEqualTo("R6");
    }

    @Test
    void aReopenedCaseIsNoLongerAMatterOfTheGridAlone() {
        var facts = Facts.of(ACase.small().state(), true, 1, false);

        assertThat(POLICY.decide(facts).number()).isEqualTo("R12");
    }

    @Test
    void aRuleThatFailsOnTheFactsDoesNotHoldUpTheCase() {
        var policy = EscalationPolicy.compile(
                1,
                List.of(
                        new Rule("A1", "失败", "services[9] == 'x'", Scale.BIG, Level.STREET, "x", null),
                        new Rule("A2", "其余", "true", Scale.SMALL, Level.GRID, "x", null)));

        assertThat(policy.decide(Facts.of(ACase.small().state(), false, 1, false))
                        .number())
                .isEqualTo("A2");
    }

    @Test
    void factsThatWereNotAskedThenAreEmpty() {
        assertThat(POLICY.decide(Facts.from(Map.of("severity", 2))).number()).isEqualTo("R2");
    }

    @Test
    void theSentenceIsSaidInEnglishToo() {
        var state = ACase.burstMain(Instant.now()).state();
        var rule = POLICY.decide(Facts.of(state, false, 1, false));

        assertThat(Sentences.english(rule, state))
                .isEqualTo("供水管道爆裂, about 300 people affected: a big matter. the water company leads together with "
                        + "urban management, the traffic police, the community and property management; "
                        + "the street office coordinates.");
    }
}
