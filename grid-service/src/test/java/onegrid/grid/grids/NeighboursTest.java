package onegrid.grid.grids;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import onegrid.grid.grids.Neighbours.Near;
import org.junit.jupiter.api.Test;

class NeighboursTest {
    private static final GridSet SET =
            new GridSet(1, Map.of(), GridChecks.of(DistrictFiles.bundled()).rows(), Lineage.NONE);

    @Property(tries = 300)
    void neighboursAreHeadedByAGridHeadAndLieBeside(@ForAll("grids") Grid grid) {
        assertThat(SET.neighbours.of(grid, 60, 8)).hasSizeLessThanOrEqualTo(8).allSatisfy(near -> {
            assertThat(near.grid().headPost()).isEqualTo("网格长");
            assertThat(near.metres()).isBetween(0.0, 60.0);
            assertThat(near.grid().code()).doesNotStartWith(grid.code());
            assertThat(grid.code()).doesNotStartWith(near.grid().code());
        });
    }

    @Property(tries = 200)
    void twoAreasAreNeighboursOfEachOther(@ForAll("grids") Grid grid) {
        if (grid.level() == 4) {
            assertThat(SET.neighbours.of(grid, 60, 1000))
                    .allSatisfy(near -> assertThat(SET.neighbours.of(near.grid(), 60, 1000))
                            .extracting(Near::grid)
                            .contains(grid));
        }
    }

    @Test
    void aBuildingHasTheNeighboursOfItsArea() {
        assertThat(SET.neighbours.of(SET.tree.get("4102120010010010101"), 60, 8))
                .isEqualTo(SET.neighbours.of(SET.tree.get("41021200100100101"), 60, 8))
                .extracting(near -> near.grid().code())
                .contains("41021200100100102", "41021200100100103");
    }

    @Provide
    Arbitrary<Grid> grids() {
        return Arbitraries.of(SET.tree.all().stream().toList());
    }
}
