package onegrid.grid.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import onegrid.kit.clock.Zone;
import onegrid.kit.scope.Scope;

/**
 * What is to be counted, checked: all of it may stand in the text of a query.
 *
 * @param to the last day, included
 * @param root prefix under which is counted; empty where the post's parts of the district have none in common
 * @param gridDigits how many digits the codes one level below have
 * @param unit code, or null for all
 * @param ofUnit whether a unit asks about itself
 * @param hidden complaints that the post does not see, as a condition
 * @param matter four digits, or two of a class, or null for all
 */
record Question(
        LocalDate from,
        LocalDate to,
        By by,
        String root,
        int gridDigits,
        Scope scope,
        String unit,
        boolean ofUnit,
        String hidden,
        String matter,
        Instant now) {

    /** Which rows of a basis are in question, in SQL. Scope is part of it. */
    String where(Basis basis) {
        var conditions = new ArrayList<>(List.of(
                basis.at + " >= " + literal(from.atStartOfDay(Zone.SHANGHAI).toInstant()),
                basis.at + " < "
                        + literal(to.plusDays(1).atStartOfDay(Zone.SHANGHAI).toInstant()),
                scope.condition("c.place_code"),
                sql(basis.always)));
        if (!root.isEmpty()) {
            conditions.add("c.place_code like '" + root + "%'");
        }
        if (matter != null) {
            conditions.add("c.matter_code like '" + matter + "%'");
        }
        if (unit != null) {
            conditions.add("(" + basis.unit + ") = '" + unit + "'");
        }
        conditions.add(hidden);
        return String.join(" and ", conditions);
    }

    String key(Basis basis) {
        return by.key(basis, gridDigits);
    }

    /** A condition of the catalogue at the moment of the question. */
    String sql(String condition) {
        return condition.replace("{now}", literal(now));
    }

    private static String literal(Instant at) {
        return "timestamptz '" + at + "'";
    }
}
