package onegrid.grid.cases;

import jakarta.persistence.Query;

/**
 * Which cases a post may see, as a condition in HQL (alias {@code c}): those of its part of the district but
 * complaints about itself, and — units and property companies — only those where the unit leads or helps.
 */
record Sight(String condition, String unit) {
    static Sight of(Actor actor) {
        var inScope = "(" + actor.scope().condition("c.placeCode") + " and " + Complaint.hiddenFrom(actor) + ")";
        return actor.is("unit", "property")
                ? new Sight(
                        "(" + inScope
                                + " and (c.assignment.leadUnit = :sightUnit or :sightUnit in indices(c.assignment.coUnits)))",
                        actor.unit() == null ? "" : actor.unit())
                : new Sight(inScope, null);
    }

    void bind(Query query) {
        if (unit != null) {
            query.setParameter("sightUnit", unit);
        }
    }
}
