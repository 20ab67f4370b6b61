package onegrid.brain.policy;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import onegrid.brain.situation.CaseState;

/**
 * What a rule may ask about, by name and with a type. A decision keeps them, so that another policy can be tried on
 * the same facts later.
 */
public final class Facts {
    /** Names and types as rules see them; docs/adr/0007-escalation-policy.md explains each. */
    public static final Map<String, CelType> DECLARED = declared();

    // Acting together at once is what makes departments plural; an ordinary matter's co-units follow in turn.
    private static final List<String> AT_ONCE = List.of("EMERGENCY", "URGENT");
    private static final List<String> NO_DEPARTMENT = List.of("community", "grid", "property-company");

    private final Map<String, Object> values;

    private Facts(Map<String, Object> values) {
        this.values = values;
    }

    private static Map<String, CelType> declared() {
        var types = new LinkedHashMap<String, CelType>();
        for (var number : List.of(
                "severity",
                "peopleAffected",
                "reportsBefore",
                "returns",
                "gridLevel",
                "coUnitCount",
                "departments",
                "communities")) {
            types.put(number, SimpleType.INT);
        }
        for (var yes :
                List.of("injury", "needsEnforcement", "gridHandles", "markedBig", "reopened", "jointCaseNearby")) {
            types.put(yes, SimpleType.BOOL);
        }
        for (var text : List.of("matterCode", "className", "limitProfile", "mode")) {
            types.put(text, SimpleType.STRING);
        }
        types.put("services", ListType.create(SimpleType.STRING));
        return java.util.Collections.unmodifiableMap(types);
    }

    /**
     * @param communities in how many communities the matter is open right now
     * @param jointCaseNearby whether a linkage on the same matter is open in the same community
     */
    static Facts of(CaseState state, boolean reopened, int communities, boolean jointCaseNearby) {
        var urgent = AT_ONCE.contains(String.valueOf(state.limitProfile()));
        var departments = state.coUnits().stream()
                .filter(unit -> !NO_DEPARTMENT.contains(unit))
                .count();
        var values = new LinkedHashMap<String, Object>();
        values.put("severity", state.severity());
        values.put("peopleAffected", state.peopleAffected());
        values.put("reportsBefore", state.reportsBefore());
        values.put("returns", state.returns());
        values.put("gridLevel", state.gridLevel());
        values.put("coUnitCount", state.coUnits().size());
        values.put("departments", urgent ? 1 + departments : 1);
        values.put("communities", urgent ? communities : 1);
        values.put("injury", state.injury());
        values.put("needsEnforcement", state.needsEnforcement());
        values.put("gridHandles", state.gridHandles());
        values.put("markedBig", state.markedBig());
        values.put("reopened", reopened);
        values.put("jointCaseNearby", jointCaseNearby);
        values.put("matterCode", state.matterCode());
        values.put("className", state.className());
        values.put("limitProfile", state.limitProfile());
        values.put("mode", "NORMAL"); // the only mode until the switch of domain.md §3.8 exists
        values.put("services", state.services());
        return from(values);
    }

    /** Facts as they were kept: what is missing, because it was not asked then, has its type's empty value. */
    static Facts from(Map<String, ?> kept) {
        var values = new LinkedHashMap<String, Object>();
        DECLARED.forEach((name, type) -> values.put(name, typed(kept.get(name), type)));
        return new Facts(values);
    }

    private static Object typed(Object value, CelType type) {
        if (type == SimpleType.INT) {
            return value instanceof Number number ? number.longValue() : 0L;
        }
        if (type == SimpleType.BOOL) {
            return value instanceof Boolean yes && yes;
        }
        if (type == SimpleType.STRING) {
            return value == null ? "" : value.toString();
        }
        return value instanceof List<?> many ? many : List.of();
    }

    public Map<String, Object> values() {
        return values;
    }
}
