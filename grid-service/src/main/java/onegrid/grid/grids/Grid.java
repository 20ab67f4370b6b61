package onegrid.grid.grids;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A grid of the version in force, as everybody else in the service sees it; immutable and kept in memory.
 *
 * @param parent null for a street, whose {@code parentCode} is the district
 * @param path names from the street down to this grid: "城东街道 / 温泉社区 / 温泉小区1"
 * @param headPost the post that heads it, never a person
 * @param longitude WGS-84 degrees of a point inside
 * @param children how many grids hang directly on it
 * @param version number of the import it came with
 */
public record Grid(
        String code,
        Grid parent,
        String parentCode,
        int level,
        GridKind kind,
        String name,
        String path,
        String headPost,
        int households,
        double longitude,
        double latitude,
        int children,
        String contactPhone,
        String supervisionPhone,
        Instant validFrom,
        int version) {

    static Grid of(GridRow row, Grid parent, int children, Instant validFrom, int version) {
        return new Grid(
                row.code().value(),
                parent,
                row.parentCode(),
                row.level(),
                row.kind(),
                row.name(),
                parent == null ? row.name() : parent.path + " / " + row.name(),
                row.headPost(),
                row.households(),
                row.longitude(),
                row.latitude(),
                children,
                row.contactPhone() == null && parent != null ? parent.contactPhone : row.contactPhone(),
                row.supervisionPhone() == null && parent != null ? parent.supervisionPhone : row.supervisionPhone(),
                validFrom,
                version);
    }

    /** From the street down, without this grid. */
    public List<Grid> ancestors() {
        var above = new ArrayList<Grid>();
        for (var grid = parent; grid != null; grid = grid.parent) {
            above.addFirst(grid);
        }
        return List.copyOf(above);
    }

    /** Code of the community this grid lies in, or is; null for a street. */
    public String communityCode() {
        return community() == null ? null : community().code;
    }

    public String communityName() {
        return community() == null ? null : community().name;
    }

    /** The community this grid lies in, or is; null for a street. */
    public Grid community() {
        var grid = this;
        while (grid != null && grid.level > 2) {
            grid = grid.parent;
        }
        return grid == null || grid.level < 2 ? null : grid;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Grid grid && grid.code.equals(code) && grid.version == version;
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }

    @Override
    public String toString() {
        return code + " " + name;
    }
}
