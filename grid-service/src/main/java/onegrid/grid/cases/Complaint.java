package onegrid.grid.cases;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import onegrid.grid.dispatch.Unit;
import onegrid.kit.problem.Problem;
import onegrid.kit.scope.Caller;
import onegrid.kit.scope.ComplaintSight;

/**
 * Material of a complaint never reaches the party complained of (济南 Art. 32), nor a post that answers to it: a
 * complaint about a community is hidden from its grid heads too and goes to the street.
 */
public final class Complaint {
    private static final List<Unit> LINE = List.of(Unit.GRID, Unit.COMMUNITY, Unit.STREET, Unit.CENTRE);
    /** As property-service codes its companies, such as C03. */
    private static final Pattern COMPANY = Pattern.compile("[A-Z][0-9]{2,5}");

    private Complaint() {}

    /** The code as stored; 400 for one that names nobody. */
    static String about(String code) {
        if (code == null || code.isBlank()) {
            return null;
        }
        if (Unit.CENTRE.code().equals(code)) {
            throw Problem.invalid("complainedOf", "is not the centre: complain of it to the supervisor or at 12345");
        }
        if (Unit.find(code).isEmpty() && !COMPANY.matcher(code).matches()) {
            throw Problem.invalid("complainedOf", "is the code of a unit or of a property company");
        }
        return code;
    }

    /** Whether the unit is complained of, or answers to who is. */
    public static boolean concerns(String complainedOf, String unit) {
        return complainedOf != null && partiesTo(complainedOf).contains(unit);
    }

    private static Set<String> partiesTo(String complainedOf) {
        var at = rank(complainedOf);
        if (at >= 0) {
            return LINE.subList(0, at + 1).stream().map(Unit::code).collect(Collectors.toSet());
        }
        return COMPANY.matcher(complainedOf).matches()
                ? Set.of(complainedOf, Unit.PROPERTY_COMPANY.code())
                : Set.of(complainedOf);
    }

    /** How high in the line; -1 for who is not in it. */
    private static int rank(String unit) {
        return Unit.find(unit).map(LINE::indexOf).orElse(-1);
    }

    /** The desk itself, or the one above whoever is complained of. */
    static Unit above(String complainedOf, Unit desk) {
        var at = rank(complainedOf);
        var is = LINE.indexOf(desk);
        return is >= 0 && is <= at ? LINE.get(at + 1) : desk;
    }

    /** As {@link #hiddenFrom(Actor)}, in SQL on the table {@code c}. */
    public static String hiddenFrom(Caller caller) {
        return ComplaintSight.of(caller).condition("c.complained_of");
    }

    /** Whom a complaint must not be about for this post to see it, as a condition in HQL (alias {@code c}). */
    static String hiddenFrom(Actor actor) {
        return ComplaintSight.of(actor.role(), actor.unit(), actor.scope().prefixes())
                .condition("c.complainedOf");
    }
}
