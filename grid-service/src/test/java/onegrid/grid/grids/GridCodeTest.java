package onegrid.grid.grids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import onegrid.kit.problem.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GridCodeTest {
    @ParameterizedTest(name = "{0} has level {1}, lies in {2} and is {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "410212,              0, -,                 BASE",
                "410212001,           1, 410212,            BASE",
                "410212001001,        2, 410212001,         BASE",
                "410212001001001,     3, 410212001001,      BASE",
                "410212001001901,     3, 410212001001,      SCATTERED",
                "410212001001949,     3, 410212001001,      SCATTERED",
                "410212001001950,     3, 410212001001,      BASE",
                "410212001001951,     3, 410212001001,      DEDICATED",
                "410212001001989,     3, 410212001001,      DEDICATED",
                "41021200100100102,   4, 410212001001001,   BASE",
                "4102120010010010203, 5, 41021200100100102, BASE",
                "4102120010010010003, 5, 410212001001001,   BASE",
            })
    void aCodeSaysWhereItBelongs(String text, int level, String parent, GridKind kind) {
        var code = new GridCode(text);

        assertThat(code.level()).isEqualTo(level);
        assertThat(code.parent().map(GridCode::value).orElse(null)).isEqualTo(parent);
        assertThat(code.kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "41021",
                "4102120",
                "41021200100",
                "4102120010010011",
                "410212001001001001",
                "41021200100100100",
                "4102120010010010100",
                "41021200100100101011",
                "41021a001",
                "410212 01",
                "４１０２１２",
                "410212001\n"
            })
    void aMalformedCodeCannotExist(String text) {
        assertThatThrownBy(() -> new GridCode(text)).isInstanceOf(Problem.class);
    }

    @Property(tries = 300)
    void aPlaceIsContainedInEveryPlaceAboveIt(@ForAll("codes") GridCode code) {
        for (var above = code.parent(); above.isPresent(); above = above.get().parent()) {
            assertThat(above.get().contains(code)).isTrue();
            assertThat(code.contains(above.get())).isFalse();
        }
    }

    @Property(tries = 300)
    void everyPathUpEndsAtTheDistrict(@ForAll("codes") GridCode code) {
        var place = code;
        while (place.parent().isPresent()) {
            assertThat(place.parent().get().level()).isLessThan(place.level());
            place = place.parent().get();
        }
        assertThat(place.value()).isEqualTo(code.value().substring(0, 6));
    }

    @Provide
    Arbitrary<GridCode> codes() {
        return Arbitraries.of(6, 9, 12, 15, 17, 19)
                .flatMap(length -> Arbitraries.strings().numeric().ofLength(length))
                .filter(GridCode::isOne)
                .map(GridCode::new);
    }
}
