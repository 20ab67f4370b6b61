package onegrid.grid.cases;

import static onegrid.grid.cases.CaseStatus.*;

import jakarta.persistence.Query;
import java.util.EnumSet;
import java.util.Set;

/** Cases whose next move is this post's, as a condition in HQL (alias {@code c}) beside its {@link Sight}. */
final class Turn {
    private static final String AT_WORK = among(EnumSet.of(DISPATCHED, ACCEPTED, IN_PROGRESS));
    private static final String JUST_FILED = among(Set.of(FILED));
    private static final String BIG = "c.scale = " + Scale.class.getName() + "." + Scale.BIG;
    private static final String DISTRICT = "c.level = " + Level.class.getName() + "." + Level.DISTRICT;
    private static final String HELPS =
            "(" + AT_WORK + " and exists (select 1 from GridCase h join h.assignment.coUnits p"
                    + " where h.id = c.id and key(p) = :turnUnit and p.doneAt is null))";

    /** Results that the reporter refused: under review, or being done again. */
    private static final String REFUSED =
            "(c.reviewSince is not null or (c.badRatings > 0 and " + among(CaseStatus.OPEN) + "))";

    private static final String TO_CALL =
            "(" + among(Set.of(CLOSED)) + " and c.callsLeft > 0 and c.contactBy is not null)";

    private Turn() {}

    static String of(Actor actor) {
        return switch (actor.role()) {
            case "grid-head", "building-head" ->
                "(c.owner.unit = 'grid' and " + among(EnumSet.of(FILED, SELF_HANDLING, IN_PROGRESS)) + ")";
            case "community" -> desk("community", JUST_FILED);
            case "street" -> desk("street", "(" + JUST_FILED + " and " + BIG + ")");
            case "centre" -> desk("centre", "(" + JUST_FILED + " and " + DISTRICT + ")");
            case "supervisor" -> "(" + among(Set.of(VERIFYING)) + " or " + REFUSED + " or " + TO_CALL + ")";
            case "unit", "property" -> "((c.assignment.leadUnit = :turnUnit and " + AT_WORK + ") or " + HELPS + ")";
            default -> "(1 = 0)";
        };
    }

    /** What the desk owns, what it helps with, and what is filed and waits for a dispatch it may give. */
    private static String desk(String unit, String filed) {
        var open = EnumSet.copyOf(OPEN);
        open.remove(SUSPENDED);
        return "((c.owner.unit = '" + unit + "' and " + among(open) + ") or " + filed + " or " + HELPS + ")";
    }

    static void bind(Query query, Actor actor) {
        if (of(actor).contains(":turnUnit")) {
            query.setParameter("turnUnit", actor.unit() == null ? "" : actor.unit());
        }
    }
}
