package onegrid.grid.grids;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Who follows a code that an import no longer has: the grids of its level that have its land, else the place it lay in.
 * A change set says so itself.
 */
final class Succession {
    /** A neighbour that gets a strip of the land does not follow. */
    private static final double LEAST_SHARE = 0.05;

    private Succession() {}

    /** Code → the codes of the past that it follows. */
    static Map<String, Set<String>> byLand(Past past, Collection<GridRow> rows) {
        var byCode = rows.stream().collect(Collectors.toMap(row -> row.code().value(), row -> row, (one, two) -> one));
        var retired = past.inForce().values().stream()
                .filter(row -> row.level() > 0 && !byCode.containsKey(row.code().value()))
                .toList();
        var links = new TreeMap<String, Set<String>>();
        if (retired.isEmpty()) {
            return links;
        }
        var land = new HashMap<Integer, STRtree>();
        for (var row : byCode.values()) {
            land.computeIfAbsent(row.level(), level -> new STRtree())
                    .insert(Shapes.parse(row.shape()).getEnvelopeInternal(), row);
        }
        for (var old : retired) {
            var shape = Shapes.parse(old.shape());
            var least = shape.getArea() * LEAST_SHARE;
            var found = new TreeSet<String>();
            if (land.containsKey(old.level())) {
                for (var candidate : land.get(old.level()).query(shape.getEnvelopeInternal())) {
                    var row = (GridRow) candidate;
                    if (Shapes.parse(row.shape()).intersection(shape).getArea() > least) {
                        found.add(row.code().value());
                    }
                }
            }
            for (var above = old;
                    found.isEmpty() && above != null;
                    above = above.parentCode() == null ? null : past.inForce().get(above.parentCode())) {
                if (above.level() > 0 && byCode.containsKey(above.code().value())) {
                    found.add(above.code().value());
                }
            }
            found.forEach(code -> links.computeIfAbsent(code, any -> new TreeSet<>())
                    .add(old.code().value()));
        }
        return links;
    }
}
