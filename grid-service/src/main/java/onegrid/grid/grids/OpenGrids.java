package onegrid.grid.grids;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The grids in force as open data has them: what stands on their public cards, and their shapes. */
@ApplicationScoped
public class OpenGrids {
    private final GridRows rows;
    private final Grids grids;

    OpenGrids(GridRows rows, Grids grids) {
        this.rows = rows;
        this.grids = grids;
    }

    /**
     * @param level 1 street, 2 community, 3 compound, 4 area, 5 building
     * @param households to the next ten: of a small building nobody is counted
     * @param shape GeoJSON geometry, WGS-84 degrees
     */
    public record OpenGrid(
            String code,
            String parentCode,
            int level,
            String kind,
            String name,
            String headPost,
            int households,
            double longitude,
            double latitude,
            String shape) {
        private static final int STEP = 10;

        static OpenGrid of(GridRow row) {
            return new OpenGrid(
                    row.code().value(),
                    row.parentCode(),
                    row.level(),
                    row.kind().name(),
                    row.name(),
                    row.headPost(),
                    (row.households() + STEP / 2) / STEP * STEP,
                    row.longitude(),
                    row.latitude(),
                    row.shape());
        }
    }

    public int version() {
        return grids.inForce().version;
    }

    /** From the street down, by code. */
    public List<OpenGrid> all() {
        return rows.of(version()).stream()
                .filter(row -> row.level() > 0)
                .map(OpenGrid::of)
                .sorted(Comparator.comparing(OpenGrid::code))
                .toList();
    }

    public String name(String code) {
        return grids.node(code).map(Grid::name).orElse(code);
    }

    public String district() {
        return grids.inForce().tree.district().code();
    }

    /** Codes of communities by that of their street. */
    public Map<String, Set<String>> communities() {
        var communities = new HashMap<String, Set<String>>();
        grids.inForce().tree.all().stream().filter(grid -> grid.level() == 2).forEach(grid -> communities
                .computeIfAbsent(grid.parentCode(), street -> new HashSet<>())
                .add(grid.code()));
        return communities;
    }
}
