package onegrid.grid.grids;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The grids of one version by code and by parent, without their shapes. */
final class GridTree {
    private final Map<String, Grid> byCode = new LinkedHashMap<>();
    private final Map<String, List<Grid>> byParent = new HashMap<>();
    private Grid district;

    /** Rows may come in any order; a parent has a shorter code than its parts. */
    GridTree(Collection<GridRow> rows, Map<String, Instant> since, int version) {
        var children = rows.stream()
                .filter(row -> row.parentCode() != null)
                .collect(Collectors.groupingBy(GridRow::parentCode, Collectors.summingInt(row -> 1)));
        rows.stream()
                .sorted(Comparator.comparingInt(GridRow::level)
                        .thenComparing(row -> row.code().value()))
                .forEach(row -> add(Grid.of(
                        row,
                        row.parentCode() == null ? null : byCode.get(row.parentCode()),
                        children.getOrDefault(row.code().value(), 0),
                        since.getOrDefault(row.code().value(), Instant.EPOCH),
                        version)));
    }

    private void add(Grid grid) {
        if (grid.level() == 0) {
            district = grid;
        } else {
            byCode.put(grid.code(), grid);
            byParent.computeIfAbsent(grid.parentCode(), code -> new ArrayList<>())
                    .add(grid);
        }
    }

    Optional<Grid> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    boolean contains(String code) {
        return byCode.containsKey(code);
    }

    Grid get(String code) {
        return byCode.get(code);
    }

    /** By code; {@code null} or the district's code gives the streets. */
    List<Grid> children(String code) {
        return byParent.getOrDefault(code == null ? district.code() : code, List.of());
    }

    /** Streets first, buildings last, by code within a level; the district itself is not a grid. */
    Collection<Grid> all() {
        return byCode.values();
    }

    Grid district() {
        return district;
    }
}
