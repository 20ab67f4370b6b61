package onegrid.grid.cases;

/** How high a case is looked after; rises freely (C6). */
public enum Level {
    GRID,
    COMMUNITY,
    STREET,
    DISTRICT;

    Level up() {
        return this == DISTRICT ? this : values()[ordinal() + 1];
    }
}
