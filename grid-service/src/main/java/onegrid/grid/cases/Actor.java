package onegrid.grid.cases;

import java.util.Set;
import onegrid.kit.scope.Caller;
import onegrid.kit.scope.Scope;

/**
 * Who acts on a case: a post, never a person.
 *
 * @param account id of the account, for "verifier ≠ handler"; never shown
 * @param name what histories show: the post
 * @param unit code of the unit the post belongs to, or null
 */
public record Actor(String account, String role, String name, String unit, Scope scope) {
    private static final Set<String> DESK = Set.of("community", "street", "centre");
    private static final Set<String> LINE = Set.of("grid-head", "building-head", "community", "street", "centre");

    static Actor of(Caller caller) {
        var role = caller.role();
        return isPublic(role)
                ? new Actor(caller.id(), "resident", "居民", null, Scope.NOWHERE)
                : new Actor(caller.id(), role, caller.post(), caller.unit(), caller.scope());
    }

    /** The reporter of a case, known by number and token. */
    public static Actor reporter() {
        return new Actor("reporter", "resident", "居民", null, Scope.NOWHERE);
    }

    static Actor brain() {
        return new Actor("brain", "system", "指挥大脑", null, Scope.NOWHERE);
    }

    static Actor clock() {
        return new Actor("clock", "system", "时限", null, Scope.NOWHERE);
    }

    private static boolean isPublic(String role) {
        return role.equals("portal") || role.equals("resident") || role.equals("none");
    }

    boolean is(String... roles) {
        return Set.of(roles).contains(role);
    }

    boolean isDesk() {
        return DESK.contains(role);
    }

    boolean isStaff() {
        return !is("resident", "district-system");
    }

    /** Posts of the line from building to district; others belong to a department and have nobody below them here. */
    boolean isLine() {
        return LINE.contains(role);
    }

    /** Where this post's part of the district begins, the first prefix; null without scope. */
    String grid() {
        return scope.prefixes().isEmpty() ? null : scope.prefixes().getFirst();
    }
}
