package onegrid.property.compounds;

import java.util.regex.Pattern;
import onegrid.kit.scope.Caller;

/**
 * What concerns a caller: everything in the scope for street, centre and the posts of "the property companies" as a
 * whole; for a post of one company (its unit is the company's code) only what that company serves.
 */
public final class Concern {
    private static final Pattern COMPANY = Pattern.compile("[A-Z][A-Z0-9-]{1,19}");

    private Concern() {}

    /** A condition for HQL over a column with the company's code, in brackets. */
    public static String condition(Caller caller, String companyColumn) {
        if (caller.is("street", "centre", "community", "supervisor")) {
            return "(1 = 1)";
        }
        var unit = caller.unit();
        if ("property-company".equals(unit) || "property-office".equals(unit)) {
            return "(1 = 1)";
        }
        return unit != null && COMPANY.matcher(unit).matches() ? "(" + companyColumn + " = '" + unit + "')" : "(1 = 0)";
    }
}
