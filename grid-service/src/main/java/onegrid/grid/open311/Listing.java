package onegrid.grid.open311;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What GeoReport v2 answers, before it is XML or JSON: a list (with the names that its XML gives to the list and to each
 * item) of fields; a field is a text, a number, a truth, null, words or again a list. In JSON a list is a bare array, also
 * around a single answer.
 */
record Listing(String name, String item, List<Map<String, Object>> items) {
    /** A list of bare words, each in an element of this name. */
    record Words(String item, List<String> words) {}

    /** Name and value by turns; the order of the specification's examples is kept. */
    static Map<String, Object> fields(Object... namesAndValues) {
        var fields = new LinkedHashMap<String, Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}
