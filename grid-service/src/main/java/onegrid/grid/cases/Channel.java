package onegrid.grid.cases;

/** How a report came in. */
enum Channel {
    PORTAL,
    GRID_WORKER,
    HOTLINE_12345,
    WINDOW,
    PARTY_ACTIVITY,
    PROPERTY,
    SYSTEM,
    MEDIA;

    /** A caller on the phone or at the window may have no place; the district desk then gets the report. */
    boolean mayLackPlace() {
        return this == HOTLINE_12345 || this == WINDOW;
    }

    static Channel of(Actor actor) {
        return switch (actor.role()) {
            case "grid-head", "building-head" -> GRID_WORKER;
            case "community", "street", "centre", "supervisor" -> WINDOW;
            case "property" -> PROPERTY;
            case "party" -> PARTY_ACTIVITY;
            case "unit", "new-sector", "district-system" -> SYSTEM;
            default -> PORTAL;
        };
    }
}
