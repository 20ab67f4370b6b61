package onegrid.grid.grids;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a new version follows on: the grids before it and every code that was ever retired (G6).
 *
 * @param inForce rows by code, the district's outline among them; empty before the first import
 * @param retired code → the version that no longer had it
 */
record Past(Map<String, GridRow> inForce, Map<String, Integer> retired) {
    static final Past NONE = new Past(Map.of(), Map.of());

    static Past of(Collection<GridRow> rows, Map<String, Integer> retired) {
        var byCode = new TreeMap<String, GridRow>();
        rows.forEach(row -> byCode.put(row.code().value(), row));
        return new Past(byCode, retired);
    }

    /** As it will be when this version has come into force too. */
    Past followedBy(Collection<GridRow> rows, int version) {
        var next = of(rows, new HashMap<>(retired));
        inForce.keySet().stream()
                .filter(code -> !next.inForce.containsKey(code))
                .forEach(code -> next.retired.put(code, version));
        return next;
    }

    boolean isFirst() {
        return inForce.isEmpty();
    }

    boolean wasUsed(String code) {
        return inForce.containsKey(code) || retired.containsKey(code);
    }
}
