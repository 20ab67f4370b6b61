package onegrid.gateway.door;

import java.util.Locale;
import java.util.Map;

/** Who serves an address under /api, and /open311: the table of docs/api.md. */
enum Area {
    GRID,
    PARTY,
    PROPERTY,
    NEW_SECTOR,
    /** The gateway itself: the brain, and who is signed in. */
    HERE;

    private static final Map<String, Area> BY_FIRST_SEGMENT = Map.ofEntries(
            Map.entry("cases", GRID),
            Map.entry("grids", GRID),
            Map.entry("divisions", GRID),
            Map.entry("units", GRID),
            Map.entry("matters", GRID),
            Map.entry("photos", GRID),
            Map.entry("open-data", GRID),
            Map.entry("party", PARTY),
            Map.entry("property", PROPERTY),
            Map.entry("new-sector", NEW_SECTOR),
            Map.entry("brain", HERE),
            Map.entry("clients", HERE),
            Map.entry("hooks", HERE),
            Map.entry("me", HERE));

    /** As those who run it call the service. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * @param path normalised, begins with /api or /open311
     * @return null when nobody serves it
     */
    static Area of(String path) {
        if (path.startsWith("/open311/")) {
            return GRID;
        }
        var segments = path.split("/", 4);
        return segments.length < 3 ? null : BY_FIRST_SEGMENT.get(segments[2]);
    }
}
