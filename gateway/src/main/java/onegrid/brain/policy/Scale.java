package onegrid.brain.policy;

/** 小事 stays in one grid or with one unit; 大事 brings the network together. */
public enum Scale {
    SMALL,
    BIG
}
