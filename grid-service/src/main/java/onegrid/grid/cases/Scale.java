package onegrid.grid.cases;

/** The brain's decision: 小事 stays in one grid, 大事 brings the network together. */
public enum Scale {
    SMALL,
    BIG
}
