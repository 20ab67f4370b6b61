package onegrid.kit.scope;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Material of a complaint never reaches the party complained of (济南 Art. 32), nor a post that answers to it: a complaint
 * about a community is hidden from its grid heads too.
 *
 * @param hidden codes of units and companies: a complaint about one of them is not there for this post
 * @param companies whether a complaint about whichever company is hidden too: the post stands for all of them
 */
public record ComplaintSight(Set<String> hidden, boolean companies) {
    private static final List<String> LINE = List.of("grid", "community", "street", "centre");
    private static final Set<String> HEADS = Set.of("grid-head", "building-head");
    /** Party and new-sector posts sit at the desk of their part of the district: the party branch is the community. */
    private static final Set<String> BESIDE_THE_LINE = Set.of("party", "new-sector");

    /** What a reader keeps where it was never told whom a case complains of. */
    public static final String UNKNOWN = "?";

    private static final String ALL_COMPANIES = "property-company";

    public static ComplaintSight of(Caller caller) {
        return of(caller.role(), caller.unit(), caller.scope().prefixes());
    }

    public static ComplaintSight of(String role, String unit, List<String> prefixes) {
        var hidden = new TreeSet<String>();
        var desk = desk(role, unit, prefixes);
        if (desk >= 0) {
            hidden.addAll(LINE.subList(desk, LINE.size()));
        }
        // Only what is a code gets into the text of a query.
        if (unit != null && unit.matches("[A-Za-z0-9-]{1,40}")) {
            hidden.add(unit);
        }
        if (role.equals("property")) {
            hidden.add(ALL_COMPANIES);
        }
        hidden.remove(LINE.getLast()); // nobody complains of the centre here, and it sees everything
        if (!hidden.isEmpty()) {
            hidden.add(UNKNOWN);
        }
        return new ComplaintSight(Set.copyOf(hidden), ALL_COMPANIES.equals(unit));
    }

    private static int desk(String role, String unit, List<String> prefixes) {
        if (HEADS.contains(role)) {
            return 0;
        }
        if (LINE.contains(role)) {
            return LINE.indexOf(role);
        }
        if (BESIDE_THE_LINE.contains(role) && !prefixes.isEmpty()) {
            var digits = prefixes.getFirst().length();
            return digits > 12 ? 0 : digits > 9 ? 1 : digits > 6 ? 2 : 3;
        }
        return unit == null ? -1 : LINE.indexOf(unit);
    }

    /** A complaint about this unit or company is there for the post; null is no complaint. */
    public boolean sees(String complainedOf) {
        return complainedOf == null || !hidden.contains(complainedOf) && !(companies && isCompany(complainedOf));
    }

    private static boolean isCompany(String code) {
        return !code.equals(code.toLowerCase(java.util.Locale.ROOT));
    }

    /** The same as a condition for HQL or SQL over a column, in brackets. Companies alone have capitals (C03). */
    public String condition(String column) {
        if (hidden.isEmpty()) {
            return "(1 = 1)";
        }
        var codes = hidden.stream().sorted().collect(Collectors.joining("', '", "('", "')"));
        return "(" + column + " is null or " + column + " not in " + codes
                + (companies ? " and lower(" + column + ") = " + column : "") + ")";
    }
}
