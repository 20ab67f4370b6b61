package onegrid.grid.grids;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The shapes of one version as GeoJSON text, written once per level and place. */
final class GridShapes {
    private record Feature(int level, String text) {}

    private final Map<String, Feature> features = new TreeMap<>();
    private final Map<String, String> collections = new ConcurrentHashMap<>();
    private final String district;

    GridShapes(GridTree tree, Collection<GridRow> rows) {
        var byCode = rows.stream().collect(Collectors.toMap(row -> row.code().value(), Function.identity()));
        byCode.values().forEach(row -> features.put(row.code().value(), new Feature(row.level(), feature(row))));
        district = tree.district().code();
    }

    /** A FeatureCollection of the grids of this level within a place of the version; level 0 is the outline. */
    String collection(int level, Optional<Grid> within) {
        var place = level == 0 || within.isEmpty() ? district : within.get().code();
        return collections.computeIfAbsent(level + "/" + place, key -> features.entrySet().stream()
                .filter(entry ->
                        entry.getValue().level == level && entry.getKey().startsWith(place))
                .map(entry -> entry.getValue().text)
                .collect(Collectors.joining(",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}")));
    }

    /** Of any version; level 0 is the outline. */
    static String collection(Collection<GridRow> rows, int level, String within) {
        var prefix = within == null || level == 0 ? "" : within;
        return rows.stream()
                .filter(row -> row.level() == level && row.code().value().startsWith(prefix))
                .map(GridShapes::feature)
                .sorted()
                .collect(Collectors.joining(",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}"));
    }

    private static String feature(GridRow row) {
        return "{\"type\":\"Feature\",\"id\":\"" + row.code() + "\",\"properties\":{\"code\":\"" + row.code()
                + "\",\"name\":\"" + new String(JsonStringEncoder.getInstance().quoteAsString(row.name()))
                + "\",\"level\":" + row.level() + ",\"kind\":\"" + row.kind() + "\",\"parentCode\":"
                + (row.parentCode() == null ? "null" : "\"" + row.parentCode() + "\"") + "},\"geometry\":"
                + row.shape() + "}";
    }
}
