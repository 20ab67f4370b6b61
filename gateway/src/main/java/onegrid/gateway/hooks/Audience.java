package onegrid.gateway.hooks;

import java.util.List;
import java.util.Set;
import onegrid.kit.places.PlacesBefore;
import onegrid.kit.scope.Caller;
import onegrid.kit.scope.ComplaintSight;
import onegrid.kit.scope.Scope;

/**
 * Whose eyes a subscription has: the post that registered it, frozen. It sees what {@code GET /api/cases/{id}} would
 * show that post: its part of the district; a unit there only what it leads or helps with, from the dispatch on; nobody
 * a complaint about itself or about who stands below it (济南 Art. 32). A system without a post is no party to any
 * complaint and reads no words of staff.
 *
 * @param scope prefixes of grid codes
 * @param only narrower prefixes; empty: all of the scope
 */
record Audience(String role, String unit, List<String> scope, List<String> only) {
    static final Set<String> ROLES = Set.of(
            "district-system", "unit", "property", "community", "street", "centre", "supervisor", "system-admin");

    private static final Set<String> WITHOUT_POST = Set.of("district-system", "system-admin");
    private static final Set<String> UNITS = Set.of("unit", "property");
    private static final Set<String> STEERING = Set.of("community", "street", "centre", "supervisor");

    static Audience of(Caller caller, List<String> only) {
        return new Audience(caller.role(), caller.unit(), caller.scope().prefixes(), only);
    }

    boolean isUnit() {
        return UNITS.contains(role);
    }

    /** Without a post of the district: a system, or the operator who registers for one. */
    boolean withoutPost() {
        return WITHOUT_POST.contains(role);
    }

    boolean hears(EventTypes.Kind kind) {
        return kind != EventTypes.Kind.STEER || STEERING.contains(role);
    }

    /** Which of these codes lie outside; a narrower choice must lie within the scope. */
    List<String> outside(List<String> codes) {
        var own = new Scope(scope);
        return codes.stream().filter(code -> !own.covers(code)).toList();
    }

    boolean sees(LoggedEvent event, EventTypes.Kind kind, PlacesBefore places) {
        if (!hears(kind) || !in(scope, event.gridCode(), places)) {
            return false;
        }
        if (!only.isEmpty() && !in(only, event.gridCode(), places)) {
            return false;
        }
        if (kind == EventTypes.Kind.PLACE) {
            return true;
        }
        return !hidden(event.complainedOf()) && (!isUnit() || event.given() && takesPart(event));
    }

    private boolean takesPart(LoggedEvent event) {
        return unit.equals(event.leadUnit()) || event.coUnits().contains(unit);
    }

    private static boolean in(List<String> prefixes, String gridCode, PlacesBefore places) {
        return prefixes.stream()
                .anyMatch(prefix -> gridCode.startsWith(prefix)
                        || places.before(prefix).stream().anyMatch(gridCode::startsWith));
    }

    private boolean hidden(String complainedOf) {
        if (complainedOf == null) {
            return false;
        }
        if (withoutPost() || complainedOf.equals(ComplaintSight.UNKNOWN)) {
            return true;
        }
        return !ComplaintSight.of(role, unit, scope).sees(complainedOf);
    }
}
