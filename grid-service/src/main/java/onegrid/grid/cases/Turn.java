package onegrid.grid.cases;

import jakarta.persistence.Query;

/** Open cases whose next move is this post's, as a condition in HQL (alias {@code c}) beside its {@link Sight}. */
final class Turn {
    private static final String AT_WORK = "c.status in ('DISPATCHED', 'ACCEPTED', 'IN_PROGRESS')";
    private static final String HELPS =
            "(" + AT_WORK + " and exists (select 1 from GridCase h join h.coUnits p where h.id = c.id"
                    + " and index(p) = :inboxUnit and p.doneAt is null))";

    private Turn() {}

    static String of(Actor actor) {
        return switch (actor.role()) {
            case "grid-head", "building-head" ->
                "(c.ownerUnit = 'grid' and c.status in ('FILED', 'SELF_HANDLING', 'IN_PROGRESS'))";
            case "community" -> desk("community", "c.status = 'FILED'");
            case "street" -> desk("street", "(c.status = 'FILED' and c.scale = 'BIG')");
            case "centre" -> desk("centre", "(c.status = 'FILED' and c.level = 'DISTRICT')");
            case "supervisor" -> "(c.status = 'VERIFYING')";
            case "unit", "property" -> "((c.leadUnit = :inboxUnit and " + AT_WORK + ") or " + HELPS + ")";
            default -> "(1 = 0)";
        };
    }

    /** What the desk owns, what it leads or helps with, and what is filed and waits for a dispatch it may give. */
    private static String desk(String unit, String filed) {
        return "((c.ownerUnit = '" + unit + "' and c.status in ('REPORTED', 'FILED', 'RETURN_REQUESTED', 'DISPATCHED',"
                + " 'ACCEPTED', 'IN_PROGRESS', 'SELF_HANDLING', 'VERIFYING')) or " + filed + " or " + HELPS + ")";
    }

    static void bind(Query query, Actor actor) {
        if (of(actor).contains(":inboxUnit")) {
            query.setParameter("inboxUnit", actor.unit() == null ? "" : actor.unit());
        }
    }
}
