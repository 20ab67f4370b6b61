package onegrid.gateway.clients;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The parts of the API that a client is given, each to read or to write: {@code cases:write} files reports,
 * {@code cases:read} reads cases. Addresses that are in none of them are for people only.
 */
public enum ApiArea {
    CASES,
    GRIDS,
    PARTY,
    PROPERTY,
    NEW_SECTOR,
    BRAIN,
    OPEN311,
    OPEN_DATA,
    HOOKS;

    private static final Map<String, ApiArea> BY_SEGMENT = Map.ofEntries(
            Map.entry("cases", CASES),
            Map.entry("matters", CASES),
            Map.entry("photos", CASES),
            Map.entry("grids", GRIDS),
            Map.entry("divisions", GRIDS),
            Map.entry("units", GRIDS),
            Map.entry("party", PARTY),
            Map.entry("property", PROPERTY),
            Map.entry("new-sector", NEW_SECTOR),
            Map.entry("brain", BRAIN),
            Map.entry("open311", OPEN311),
            Map.entry("open-data", OPEN_DATA),
            Map.entry("hooks", HOOKS));

    /** {@code new-sector}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The right to do this here: {@code cases:read}; null where no client may go. */
    public static String right(String path, boolean writes) {
        var segments = path.split("/", 4);
        var first =
                segments.length < 2 ? "" : segments[1].equals("api") && segments.length > 2 ? segments[2] : segments[1];
        var area = BY_SEGMENT.get(first);
        return area == null ? null : area.word() + (writes ? ":write" : ":read");
    }

    /** All rights there are. */
    static List<String> rights() {
        return Stream.of(values())
                .flatMap(area -> Stream.of(area.word() + ":read", area.word() + ":write"))
                .toList();
    }
}
