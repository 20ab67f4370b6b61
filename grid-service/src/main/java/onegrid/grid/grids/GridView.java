package onegrid.grid.grids;

/** A grid node as docs/api.md shows it; degrees are WGS-84. */
public record GridView(
        String code,
        String parentCode,
        int level,
        GridKind kind,
        String name,
        String path,
        String headPost,
        int households,
        double longitude,
        double latitude,
        int children) {

    public static GridView of(Grid grid) {
        return new GridView(
                grid.code(),
                grid.parentCode(),
                grid.level(),
                grid.kind(),
                grid.name(),
                grid.path(),
                grid.headPost(),
                grid.households(),
                grid.longitude(),
                grid.latitude(),
                grid.children());
    }
}
