package onegrid.grid.grids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import onegrid.kit.problem.Problem;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

class GridLocatorTest {
    private static final List<GridRow> ROWS =
            GridChecks.of(DistrictFiles.bundled()).rows();
    private static final Map<String, Geometry> SHAPES = Shapes.of(ROWS);
    private static final Geometry STREET = SHAPES.get("410212001");
    private static final GridLocator LOCATOR = GridLocator.ofBundledDistrict();

    private record LonLat(double longitude, double latitude) {
        Point point() {
            return new GeometryFactory().createPoint(new Coordinate(longitude, latitude));
        }
    }

    @Property(tries = 700)
    void aPointOfALeafIsFoundInThatLeaf(@ForAll("leaves") GridRow leaf) {
        assertThat(LOCATOR.locate(leaf.longitude(), leaf.latitude()))
                .get()
                .hasToString(leaf.code() + " " + leaf.name());
    }

    @Property(tries = 500)
    void aPointLiesInsideAtMostOneLeafAndThatOneIsFound(@ForAll("inTheStreet") LonLat at) {
        var leaves = leafRows().stream()
                .filter(leaf -> SHAPES.get(leaf.code().value()).contains(at.point()))
                .map(leaf -> leaf.code().value())
                .toList();

        assertThat(leaves).hasSizeLessThanOrEqualTo(1);
        if (!leaves.isEmpty()) {
            assertThat(LOCATOR.locate(at.longitude, at.latitude))
                    .map(Grid::code)
                    .contains(leaves.getFirst());
        }
    }

    @Property(tries = 500)
    void everyPointOfTheStreetHasAGridInItsCommunity(@ForAll("inTheStreet") LonLat at) {
        var community = LOCATOR.community(at.longitude, at.latitude);

        assertThat(LOCATOR.locate(at.longitude, at.latitude)).get().satisfies(grid -> {
            assertThat(grid.level()).isGreaterThan(2);
            assertThat(SHAPES.get(grid.code()).distance(at.point())).isLessThan(2e-5);
            community.ifPresent(
                    there -> assertThat(SHAPES.get(grid.communityCode()).distance(at.point()))
                            .isLessThan(2e-5));
        });
    }

    @Test
    void aPointBetweenBuildingsBelongsToTheArea() {
        var area = SHAPES.get("41021200100100101");
        var garden = area.difference(SHAPES.get("4102120010010010101")).getInteriorPoint();

        assertThat(LOCATOR.locate(garden.getX(), garden.getY())).map(Grid::code).contains("41021200100100101");
    }

    @Test
    void aVillageWithoutGridsIsInsideTheDistrict() {
        var village = SHAPES.get("410212").difference(STREET.buffer(0.01)).getInteriorPoint();

        assertThat(LOCATOR.locate(village.getX(), village.getY())).isEmpty();
    }

    @Test
    void aPointOutsideTheDistrictIsRefused() {
        assertThatThrownBy(() -> LOCATOR.locate(116.397, 39.908))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo("outside-district"));
    }

    @Test
    void aNumberThatIsNoNumberIsOutside() {
        assertThatThrownBy(() -> LOCATOR.locate(Double.NaN, 34.77)).isInstanceOf(Problem.class);
    }

    @Provide
    Arbitrary<GridRow> leaves() {
        return Arbitraries.of(leafRows());
    }

    @Provide
    Arbitrary<LonLat> inTheStreet() {
        var box = STREET.getEnvelopeInternal();
        return Combinators.combine(
                        Arbitraries.doubles().ofScale(9).between(box.getMinX(), box.getMaxX()),
                        Arbitraries.doubles().ofScale(9).between(box.getMinY(), box.getMaxY()))
                .as(LonLat::new)
                .filter(at -> STREET.contains(at.point()));
    }

    private static List<GridRow> leafRows() {
        var parents = ROWS.stream().map(GridRow::parentCode).collect(java.util.stream.Collectors.toSet());
        return ROWS.stream()
                .filter(row -> !parents.contains(row.code().value()))
                .toList();
    }
}
