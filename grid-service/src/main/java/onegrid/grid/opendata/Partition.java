package onegrid.grid.opendata;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Puts cells of cases (matter × community × month) into groups that may be published: each cell into one group at most,
 * each group of at least five cases. What is too small is pooled with the other small cells around it: of the street, the
 * district, the class of matters, all matters, the year; what is too small even then is left out. Groups do not overlap,
 * so whatever is added up or subtracted is a sum of groups: never 1 to 4.
 *
 * <p>Who reads the groups knows that each part inside a pool has at most four cases. So a pool is published only where
 * that does not give its parts away: not where there is a single part, and not where all parts have to be full.
 */
final class Partition {
    static final int LEAST = 5;
    private static final int MONTHS = 12;

    /**
     * @param community empty where only the street or the district is known
     * @param street empty where only the district is known
     * @param month such as 2026-11
     */
    record Cell(String matter, String community, String street, String month) {
        String classCode() {
            return matter.substring(0, 2);
        }
    }

    enum PlaceLevel {
        COMMUNITY,
        STREET,
        DISTRICT
    }

    /**
     * What is published as one.
     *
     * @param period a month, or a year
     * @param classCode null for all classes together
     * @param matter null for all matters of the class together
     * @param pooled whether these are the ones that are not listed by themselves
     */
    record Group(String period, String classCode, String matter, PlaceLevel placeLevel, String place, boolean pooled) {}

    /**
     * What there could be, as everybody knows.
     *
     * @param communities by their street
     */
    record World(String district, Map<String, Set<String>> communities, Set<String> matters) {
        /** Also places of the past. */
        World with(Set<Cell> cells) {
            var known = new HashMap<String, Set<String>>();
            communities.forEach((street, some) -> known.put(street, new HashSet<>(some)));
            cells.stream()
                    .filter(cell -> !cell.street.isEmpty() && !cell.community.isEmpty())
                    .forEach(cell -> known.computeIfAbsent(cell.street, street -> new HashSet<>())
                            .add(cell.community));
            return new World(district, known, matters);
        }
    }

    private final World world;
    private final Map<Cell, Integer> cells;
    private final Map<Cell, Group> found = new HashMap<>();
    private final Set<Group> shown = new HashSet<>();

    private Partition(Map<Cell, Integer> cells, World world) {
        this.world = world.with(cells.keySet());
        this.cells = cells;
    }

    /** Cells that are not in the answer are left out. */
    static Map<Cell, Group> of(Map<Cell, Integer> cells, World world) {
        var partition = new Partition(cells, world);
        partition.publish(partition::inItsCommunity, group -> Integer.MAX_VALUE);
        partition.publish(partition::inItsStreet, partition::communitiesIn);
        partition.publish(partition::inTheDistrict, group -> partition.streetsIn(group.matter, group.period));
        partition.publish(partition::inItsClass, group -> partition.mattersIn(group.classCode, group.period));
        partition.publish(partition::inItsMonth, group -> partition.classesIn(group.period));
        partition.publish(partition::inItsYear, group -> partition.monthsIn(group.period));
        return partition.found;
    }

    /**
     * Pools what is not published yet.
     *
     * @param pooling which cells go together; null for a cell that has no such place
     * @param parts of how many parts a pool could be, as everybody knows who sees what is shown by itself
     */
    private void publish(Function<Cell, Group> pooling, ToIntFunction<Group> parts) {
        var pools = cells.keySet().stream()
                .filter(cell -> !found.containsKey(cell) && pooling.apply(cell) != null)
                .collect(Collectors.groupingBy(pooling));
        var published = new HashSet<Group>();
        pools.forEach((group, pool) -> {
            var sum = pool.stream().mapToLong(cells::get).sum();
            if (sum >= LEAST && sum < (LEAST - 1) * (long) parts.applyAsInt(group)) {
                pool.forEach(cell -> found.put(cell, group));
                published.add(group);
            }
        });
        shown.addAll(published);
    }

    private int communitiesIn(Group street) {
        return communities(street.matter, street.place, street.period);
    }

    /** Those that are not shown by themselves. */
    private int communities(String matter, String street, String month) {
        return (int) world.communities.getOrDefault(street, Set.of()).stream()
                .filter(community -> !shown.contains(inItsCommunity(new Cell(matter, community, street, month))))
                .count();
    }

    private int streetsIn(String matter, String month) {
        return (int) world.communities.keySet().stream()
                .filter(street -> !shown.contains(inItsStreet(new Cell(matter, "", street, month))))
                .filter(street -> communities(matter, street, month) > 0)
                .count();
    }

    private int mattersIn(String classCode, String month) {
        return (int) world.matters.stream()
                .filter(matter -> matter.startsWith(classCode))
                .filter(matter -> !shown.contains(district(month, classCode, matter)))
                .filter(matter -> streetsIn(matter, month) > 0)
                .count();
    }

    private int classesIn(String month) {
        return (int) world.matters.stream()
                .map(matter -> matter.substring(0, 2))
                .distinct()
                .filter(classCode -> !shown.contains(district(month, classCode, null)))
                .filter(classCode -> mattersIn(classCode, month) > 0)
                .count();
    }

    private int monthsIn(String year) {
        return (int) IntStream.rangeClosed(1, MONTHS)
                .mapToObj(month -> "%s-%02d".formatted(year, month))
                .filter(month -> !shown.contains(district(month, null, null)))
                .filter(month -> classesIn(month) > 0)
                .count();
    }

    private Group inItsCommunity(Cell cell) {
        return cell.community.isEmpty()
                ? null
                : new Group(cell.month, cell.classCode(), cell.matter, PlaceLevel.COMMUNITY, cell.community, false);
    }

    private Group inItsStreet(Cell cell) {
        return cell.street.isEmpty()
                ? null
                : new Group(cell.month, cell.classCode(), cell.matter, PlaceLevel.STREET, cell.street, true);
    }

    private Group inTheDistrict(Cell cell) {
        return district(cell.month, cell.classCode(), cell.matter);
    }

    private Group inItsClass(Cell cell) {
        return district(cell.month, cell.classCode(), null);
    }

    private Group inItsMonth(Cell cell) {
        return district(cell.month, null, null);
    }

    private Group inItsYear(Cell cell) {
        return district(cell.month.substring(0, 4), null, null);
    }

    private Group district(String period, String classCode, String matter) {
        return new Group(period, classCode, matter, PlaceLevel.DISTRICT, world.district, true);
    }
}
