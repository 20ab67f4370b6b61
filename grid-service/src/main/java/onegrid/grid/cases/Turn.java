package onegrid.grid.cases;

import static onegrid.grid.cases.CaseStatus.*;

import jakarta.persistence.Query;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Cases whose next move is this post's, as conditions in HQL (alias {@code c}) in its part of the district. A case
 * whose turn it is fulfils one of the ways, and is in the post's {@link Sight}.
 */
final class Turn {
    private static final String AT_WORK = among(EnumSet.of(DISPATCHED, ACCEPTED, IN_PROGRESS));
    private static final String JUST_FILED = among(Set.of(FILED));
    private static final String BIG = "c.scale = " + Scale.class.getName() + "." + Scale.BIG;
    private static final String DISTRICT = "c.level = " + Level.class.getName() + "." + Level.DISTRICT;
    private static final String LEADS = "(c.assignment.leadUnit = :turnUnit and " + AT_WORK + ")";
    private static final String HELPS = "(" + AT_WORK + " and exists (select 1 from c.assignment.coUnits p"
            + " where key(p) = :turnUnit and p.doneAt is null))";

    /** A result that the reporter refused twice. */
    private static final String TO_REVIEW = "c.reviewSince is not null";

    private static final String TO_CALL =
            "(" + among(Set.of(CLOSED)) + " and c.callsLeft > 0 and c.contactBy is not null)";

    private Turn() {}

    static List<String> ways(Actor actor) {
        var inScope = actor.scope().condition("c.placeCode") + " and " + Complaint.hiddenFrom(actor);
        return anywhere(actor).stream().map(way -> inScope + " and " + way).toList();
    }

    private static List<String> anywhere(Actor actor) {
        return switch (actor.role()) {
            case "grid-head", "building-head" ->
                List.of(open("c.owner.unit = 'grid' and " + among(EnumSet.of(FILED, SELF_HANDLING, IN_PROGRESS))));
            case "community" -> desk("community", JUST_FILED);
            case "street" -> desk("street", "(" + JUST_FILED + " and " + BIG + ")");
            case "centre" -> desk("centre", "(" + JUST_FILED + " and " + DISTRICT + ")");
            case "supervisor" -> List.of(open(among(Set.of(VERIFYING))), open("c.badRatings > 0"), TO_REVIEW, TO_CALL);
            case "unit", "property" -> List.of(open(LEADS), open(HELPS));
            default -> List.of();
        };
    }

    /** What the desk owns, what it helps with, and what is filed and waits for a dispatch it may give. */
    private static List<String> desk(String unit, String filed) {
        var open = EnumSet.copyOf(OPEN);
        open.remove(SUSPENDED);
        return List.of(open("c.owner.unit = '" + unit + "' and " + among(open)), open(filed), open(HELPS));
    }

    /** Said of what is open, so that the indexes of open cases are of use. */
    private static String open(String way) {
        return "(" + among(OPEN) + " and " + way + ")";
    }

    /** @param way one of {@link #ways} */
    static void bind(Query query, String way, Actor actor) {
        if (way.contains(":turnUnit")) {
            query.setParameter("turnUnit", actor.unit() == null ? "" : actor.unit());
        }
    }
}
