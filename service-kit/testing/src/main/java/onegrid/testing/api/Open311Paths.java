package onegrid.testing.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** GeoReport's addresses end in .xml or .json and exist twice, for work and for tests; here each is spelled out. */
final class Open311Paths {
    private Open311Paths() {}

    static Map<String, ObjectNode> spelledOut(String path, ObjectNode item) {
        var addresses = new LinkedHashMap<String, ObjectNode>();
        if (!path.startsWith("/open311/")) {
            addresses.put(path, item);
            return addresses;
        }
        for (var ending : new String[] {".json", ".xml"}) {
            var copy = item.deepCopy();
            copy.findValues("parameters").forEach(parameters -> without((ArrayNode) parameters, "mode", "ending"));
            if (path.contains("{ending}")) {
                copy.findValues("responses")
                        .forEach(answers -> answers.forEach(answer -> ((ObjectNode) answer)
                                .putObject("content")
                                .putObject(ending.equals(".xml") ? "text/xml" : "application/json")
                                .putObject("schema")));
            }
            addresses.put(path.replace("{mode}", "").replace("{ending}", ending), copy);
        }
        return addresses;
    }

    private static void without(ArrayNode parameters, String... names) {
        for (int i = parameters.size() - 1; i >= 0; i--) {
            if (java.util.List.of(names).contains(parameters.get(i).path("name").asText())) {
                parameters.remove(i);
            }
        }
    }
}
