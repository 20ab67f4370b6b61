package onegrid.grid.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import onegrid.grid.opendata.Partition.Cell;
import onegrid.grid.opendata.Partition.Group;
import onegrid.grid.opendata.Partition.PlaceLevel;
import onegrid.grid.opendata.Partition.World;
import org.junit.jupiter.api.Test;

/** Whatever cases there are: nothing that is published is 1 to 4, and nothing published gives such a cell away. */
class PartitionTest {
    private static final String STREET = "410212001";
    private static final Map<String, Set<String>> PLACES = Map.of(
            STREET,
            Set.of("410212001001", "410212001002", "410212001003"),
            "410212002",
            Set.of("410212002001", "410212002002"),
            "410212003",
            Set.of("410212003001"));
    private static final World WORLD =
            new World("410212", PLACES, Set.of("0101", "0102", "0201", "0402", "5101", "5102", "6101"));

    private static Cell cell(String matter, String community) {
        return new Cell(matter, community, STREET, "2026-10");
    }

    @Test
    void fiveInACommunityAreShownThere() {
        var groups = Partition.of(Map.of(cell("0402", "410212001001"), 5), WORLD);

        assertThat(groups.values())
                .containsExactly(new Group("2026-10", "04", "0402", PlaceLevel.COMMUNITY, "410212001001", false));
    }

    @Test
    void fourAreNot() {
        assertThat(Partition.of(Map.of(cell("0402", "410212001001"), 4), WORLD)).isEmpty();
    }

    @Test
    void smallCellsOfAStreetArePooled() {
        var groups = Partition.of(Map.of(cell("0402", "410212001001"), 3, cell("0402", "410212001002"), 2), WORLD);

        assertThat(groups.values()).containsOnly(new Group("2026-10", "04", "0402", PlaceLevel.STREET, STREET, true));
    }

    /** One community is shown, so two remain, and eight could only be four and four. */
    @Test
    void aPoolThatGivesItsPartsAwayIsNotShown() {
        var groups = Partition.of(
                Map.of(
                        cell("0402", "410212001001"),
                        9,
                        cell("0402", "410212001002"),
                        4,
                        cell("0402", "410212001003"),
                        4),
                WORLD);

        assertThat(groups.values()).noneMatch(group -> group.placeLevel() == PlaceLevel.STREET);
    }

    @Test
    void aCaseWithoutACommunityIsPooled() {
        var groups =
                Partition.of(Map.of(new Cell("0402", "", "", "2026-10"), 3, cell("0402", "410212001001"), 3), WORLD);

        assertThat(groups.values())
                .containsOnly(new Group("2026-10", "04", "0402", PlaceLevel.DISTRICT, "410212", true));
    }

    @Property(tries = 500)
    void everyGroupHasFiveCases(@ForAll("cells") Map<Cell, Integer> cells) {
        var sums = sums(cells, Partition.of(cells, WORLD));

        assertThat(sums.values()).allMatch(sum -> sum >= 5);
    }

    @Property(tries = 500)
    void aCellOfFiveIsNeverHidden(@ForAll("cells") Map<Cell, Integer> cells) {
        var groups = Partition.of(cells, WORLD);

        assertThat(cells.entrySet().stream()
                        .filter(cell -> cell.getValue() >= 5
                                && !cell.getKey().community().isEmpty())
                        .map(cell -> groups.get(cell.getKey()).placeLevel()))
                .allMatch(level -> level == PlaceLevel.COMMUNITY);
    }

    /**
     * Groups do not overlap, so the only way to a cell is a pool in which it is alone, or in which all are full. Who
     * subtracts knows which places there are and which of them are shown by themselves.
     */
    @Property(tries = 500)
    void noPoolGivesACellAway(@ForAll("cells") Map<Cell, Integer> cells) {
        var groups = Partition.of(cells, WORLD);
        var sums = sums(cells, groups);

        sums.keySet().stream().filter(Group::pooled).forEach(pool -> {
            var candidates = candidates(pool, groups);
            assertThat(candidates).as("cells that could be in %s", pool).isGreaterThan(1);
            assertThat(sums.get(pool)).as("%s with room in its cells", pool).isLessThan(4 * candidates);
        });
    }

    private static Map<Group, Integer> sums(Map<Cell, Integer> cells, Map<Cell, Group> groups) {
        return groups.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.summingInt(entry -> cells.get(entry.getKey()))));
    }

    /** Cells of the world that lie in a pool and are not shown in their community. */
    private static int candidates(Group pool, Map<Cell, Group> groups) {
        var shown = Set.copyOf(groups.values());
        var count = 0;
        for (var matter : WORLD.matters()) {
            for (var street : PLACES.keySet()) {
                for (var community : PLACES.get(street)) {
                    for (var month : List.of("2026-09", "2026-10")) {
                        var within = (pool.matter() == null || pool.matter().equals(matter))
                                && (pool.classCode() == null || matter.startsWith(pool.classCode()))
                                && month.startsWith(pool.period())
                                && (pool.placeLevel() == PlaceLevel.DISTRICT
                                        || pool.place().equals(street));
                        var alone = new Group(
                                month, matter.substring(0, 2), matter, PlaceLevel.COMMUNITY, community, false);
                        if (within && !shown.contains(alone)) {
                            count++;
                        }
                    }
                }
            }
        }
        return count;
    }

    @Provide
    Arbitrary<Map<Cell, Integer>> cells() {
        var communities = PLACES.entrySet().stream()
                .flatMap(street -> street.getValue().stream().map(each -> List.of(each, street.getKey())))
                .toList();
        var places = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(8, Arbitraries.of(communities)),
                net.jqwik.api.Tuple.of(1, Arbitraries.of(List.of("", STREET), List.of("", ""))));
        var cell = Combinators.combine(Arbitraries.of(WORLD.matters()), places, Arbitraries.of("2026-09", "2026-10"))
                .as((matter, place, month) -> new Cell(matter, place.get(0), place.get(1), month));
        return Arbitraries.maps(cell, Arbitraries.integers().between(1, 9))
                .ofMinSize(0)
                .ofMaxSize(60)
                .map(HashMap::new);
    }
}
