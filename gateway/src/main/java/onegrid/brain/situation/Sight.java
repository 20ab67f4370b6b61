package onegrid.brain.situation;

import java.util.List;
import java.util.regex.Pattern;
import onegrid.kit.scope.Caller;
import onegrid.kit.scope.ComplaintSight;
import onegrid.kit.scope.Scope;

/**
 * What a caller sees of the brain: posts that steer see their part of the district; a unit sees in it what it leads or
 * helps with; property, party and new-sector posts see in it the cases that a linkage called them to. Nobody sees a
 * complaint about themselves or about whom they answer to.
 */
public record Sight(Scope scope, String unit, boolean linkedOnly, ComplaintSight complaints) {
    private static final Pattern UNIT = Pattern.compile("[a-z-]{1,40}");

    public static Sight of(Caller caller) {
        var complaints = ComplaintSight.of(caller);
        if (caller.is("grid-head", "building-head", "community", "street", "centre", "supervisor")) {
            return new Sight(caller.scope(), null, false, complaints);
        }
        if (caller.is("unit")) {
            var unit = caller.unit();
            return unit != null && UNIT.matcher(unit).matches()
                    ? new Sight(caller.scope(), unit, false, complaints)
                    : nothing(complaints);
        }
        return caller.is("property", "party", "new-sector")
                ? new Sight(caller.scope(), null, true, complaints)
                : nothing(complaints);
    }

    private static Sight nothing(ComplaintSight complaints) {
        return new Sight(Scope.NOWHERE, null, true, complaints);
    }

    /**
     * A condition for SQL, in brackets. Prefixes are digits and the unit's code is letters (both checked), so they
     * stand in the text.
     *
     * @param row the row's alias; it has case_id, grid_code, lead_unit and co_units, and is k where it is the case itself
     * @param linked the SQL condition that says whether the row's case has a linkage
     */
    public String condition(String row, String linked) {
        var seen = new StringBuilder("(").append(scope.condition(row + ".grid_code"));
        if (unit != null) {
            seen.append(" and (%1$s.lead_unit = '%2$s' or ',' || %1$s.co_units || ',' like '%%,%2$s,%%')"
                    .formatted(row, unit));
        }
        return seen.append(linkedOnly ? " and " + linked : "")
                .append(complaint(row))
                .append(")")
                .toString();
    }

    private String complaint(String row) {
        if (complaints.hidden().isEmpty()) {
            return "";
        }
        return row.equals("k")
                ? " and " + complaints.condition("k.complained_of")
                : " and exists (select 1 from known_case h where h.case_id = " + row + ".case_id and "
                        + complaints.condition("h.complained_of") + ")";
    }

    public boolean sees(String gridCode, List<String> units, boolean linked, String complainedOf) {
        return scope.covers(gridCode)
                && (unit == null || units.contains(unit))
                && (!linkedOnly || linked)
                && complaints.sees(complainedOf);
    }
}
