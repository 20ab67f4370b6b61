package onegrid.grid.grids;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import onegrid.grid.grids.GridRows.Link;
import onegrid.kit.places.PlacesBefore;

/** Which code follows which, over all versions. */
final class Lineage {
    static final Lineage NONE = new Lineage(List.of());

    private final NavigableMap<String, Set<String>> predecessors = new TreeMap<>();
    private final Map<String, Set<String>> successors = new TreeMap<>();
    private final Map<String, List<String>> known = new ConcurrentHashMap<>();

    Lineage(List<Link> links) {
        for (var link : links) {
            predecessors.computeIfAbsent(link.code(), any -> new TreeSet<>()).add(link.predecessor());
            successors
                    .computeIfAbsent(link.predecessor(), any -> new TreeSet<>())
                    .add(link.code());
        }
    }

    Set<String> predecessors(String code) {
        return predecessors.getOrDefault(code, Set.of());
    }

    /** The next ones, whatever became of them later. */
    Set<String> successors(String code) {
        return successors.getOrDefault(code, Set.of());
    }

    /** Those in force, however many versions later. */
    Set<String> successors(String code, Predicate<String> inForce) {
        var found = new TreeSet<String>();
        var seen = new LinkedHashSet<>(successors(code));
        var open = new ArrayList<>(seen);
        while (!open.isEmpty()) {
            var next = open.removeLast();
            if (inForce.test(next)) {
                found.add(next);
            } else {
                successors(next).stream().filter(seen::add).forEach(open::add);
            }
        }
        return found;
    }

    /**
     * Codes of the past that are found under this prefix though they do not begin with it; the shortest ones, for a
     * code stands for all below it.
     */
    List<String> before(String prefix) {
        return predecessors.isEmpty()
                ? List.of()
                : known.computeIfAbsent(prefix, place -> PlacesBefore.trace(predecessors, place));
    }
}
