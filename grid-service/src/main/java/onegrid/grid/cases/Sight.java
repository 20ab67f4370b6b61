package onegrid.grid.cases;

import jakarta.persistence.Query;
import java.util.List;

/**
 * Which cases a post may see, as conditions in HQL (alias {@code c}): those of its part of the district but complaints
 * about itself, and — units and property companies — only those where the unit leads or helps. A case in sight fulfils
 * one of the ways; apart, because among a million cases each is answered by an index of its own.
 */
record Sight(List<String> ways, String unit) {
    static Sight of(Actor actor) {
        var inScope = "(" + actor.scope().condition("c.placeCode") + " and " + Complaint.hiddenFrom(actor) + ")";
        return actor.is("unit", "property")
                ? new Sight(
                        List.of(
                                "(" + inScope + " and c.assignment.leadUnit = :sightUnit)",
                                "(" + inScope + " and exists (select 1 from c.assignment.coUnits p"
                                        + " where key(p) = :sightUnit))"),
                        actor.unit() == null ? "" : actor.unit())
                : new Sight(List.of(inScope), null);
    }

    String condition() {
        return ways.size() == 1 ? ways.getFirst() : "(" + String.join(" or ", ways) + ")";
    }

    void bind(Query query) {
        if (unit != null) {
            query.setParameter("sightUnit", unit);
        }
    }
}
