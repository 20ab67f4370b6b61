package onegrid.kit.places;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a service knows of codes of the past: what was filed under one belongs to whoever has its land today. */
public interface PlacesBefore {
    /** Prefixes of retired codes whose land lies in this prefix today, without those that begin with it. */
    List<String> before(String prefix);

    /** The place itself, then those before it: where something about it may be kept. */
    default List<String> andBefore(String place) {
        return Stream.concat(Stream.of(place), before(place).stream()).toList();
    }

    /**
     * All codes that led to this prefix, through any number of changes; the shortest ones, for a code stands for all
     * below it.
     *
     * @param predecessors code → the codes that it follows
     */
    static List<String> trace(NavigableMap<String, Set<String>> predecessors, String prefix) {
        var found = new TreeSet<String>();
        var open = new ArrayList<>(List.of(prefix));
        while (!open.isEmpty()) {
            var place = open.removeLast();
            predecessors.subMap(place, true, place + ":", false).values().stream() // ':' comes after the digits
                    .flatMap(Set::stream)
                    .filter(code -> !code.startsWith(prefix) && found.add(code))
                    .forEach(open::add);
        }
        return found.stream()
                .filter(code -> found.headSet(code).stream().noneMatch(code::startsWith))
                .toList();
    }
}
