package onegrid.grid.grids;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** By name or by the beginning of the code; what is named exactly so comes first, then what begins so. */
final class GridSearch {
    private final String wanted;

    GridSearch(String query) {
        this.wanted = query.strip();
    }

    List<Grid> in(Collection<Grid> grids) {
        return grids.stream()
                .filter(grid -> grid.name().contains(wanted) || grid.code().startsWith(wanted))
                .sorted(Comparator.comparing(this::key))
                .toList();
    }

    /** Sort key: nearness, level, length of the name ("小区2" before "小区10"), code. */
    String key(Grid grid) {
        var nearness = grid.name().equals(wanted) || grid.code().equals(wanted)
                ? 0
                : grid.name().startsWith(wanted) || grid.code().startsWith(wanted) ? 1 : 2;
        return "%d%d%03d%s".formatted(nearness, grid.level(), grid.name().length(), grid.code());
    }
}
