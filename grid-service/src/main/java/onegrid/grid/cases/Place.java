package onegrid.grid.cases;

import onegrid.grid.grids.Grid;

/** The grid of a case in the version in force when it was filed (G6); boundaries may change later. */
record Place(
        String code,
        String name,
        String path,
        int level,
        String headPost,
        String phone,
        String communityCode,
        String communityName) {
    static Place of(Grid grid) {
        return new Place(
                grid.code(),
                grid.name(),
                grid.path(),
                grid.level(),
                grid.headPost(),
                grid.contactPhone(),
                grid.communityCode(),
                grid.communityName());
    }
}
