package onegrid.kit.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeTest {
    private final Scope community = new Scope(List.of("410212001001", "410212001002"));

    @ParameterizedTest
    @CsvSource({
        "410212001001,        true",
        "410212001001003,     true",
        "4102120010020030101, true",
        "410212001003,        false",
        "410212001,           false",
    })
    void containmentIsPrefix(String gridCode, boolean covered) {
        assertThat(community.covers(gridCode)).isEqualTo(covered);
    }

    @Test
    void whatIsNotACodeCoversNothing() {
        assertThat(new Scope(List.of("", "%", "41021", "410212' or '1'='1")).condition("grid_code"))
                .isEqualTo("(1 = 0)");
    }

    @Test
    void theConditionNamesEveryPrefix() {
        assertThat(community.condition("c.gridCode"))
                .isEqualTo("(c.gridCode like '410212001001%' or c.gridCode like '410212001002%')");
    }
}
