package onegrid.brain.stream;

import java.util.List;
import onegrid.brain.situation.Sight;

/** One change as it goes to the pages that may see it; {@code data} is JSON. */
record StreamRow(
        long id, String kind, String gridCode, List<String> units, boolean linked, String data, String complainedOf) {
    boolean seenBy(Sight sight) {
        return sight.sees(gridCode, units, linked, complainedOf);
    }
}
