package onegrid.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Where two JSON values are not the same, as a person would say it. */
final class Differences {
    private Differences() {}

    static List<String> between(String where, JsonNode committed, JsonNode now) {
        if (committed.equals(now)) {
            return List.of();
        }
        if (committed.isMissingNode()) {
            return List.of(where + " is not in the document");
        }
        if (!committed.isObject() || !now.isObject()) {
            return List.of(where + ": " + brief(committed) + " in the document, " + brief(now) + " in the code");
        }
        var names = new LinkedHashSet<String>();
        committed.fieldNames().forEachRemaining(names::add);
        now.fieldNames().forEachRemaining(names::add);
        var found = new ArrayList<String>();
        for (var name : names) {
            if (!now.has(name)) {
                found.add(where + "/" + name + " is in the document only");
            } else {
                found.addAll(between(where + "/" + name, committed.path(name), now.path(name)));
            }
        }
        return found;
    }

    private static String brief(JsonNode value) {
        var text = value.toString();
        return text.length() > 120 ? text.substring(0, 120) + "…" : text;
    }
}
