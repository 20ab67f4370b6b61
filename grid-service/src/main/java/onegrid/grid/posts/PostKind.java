package onegrid.grid.posts;

import onegrid.grid.grids.Grid;

/** The "2" of 3+2+N: every grid from the street down has one head, a building a building head (domain.md §2.1). */
public enum PostKind {
    GRID_HEAD("网格长"),
    BUILDING_HEAD("楼栋长");

    private static final int BUILDING = 5;

    private final String title;

    PostKind(String title) {
        this.title = title;
    }

    static PostKind of(Grid grid) {
        return grid.level() == BUILDING ? BUILDING_HEAD : GRID_HEAD;
    }

    /** What the grid itself calls the post of its head ("社区党组织书记"), else what the kind is called. */
    String titleAt(Grid grid) {
        return grid.headPost() == null || grid.headPost().isBlank() ? title : grid.headPost();
    }
}
