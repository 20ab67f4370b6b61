package onegrid.grid.grids;

/** Base grids tile the district; scattered households have no compound; dedicated ones are a mall, school or market. */
public enum GridKind {
    BASE,
    SCATTERED,
    DEDICATED
}
