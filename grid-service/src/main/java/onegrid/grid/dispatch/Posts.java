package onegrid.grid.dispatch;

/**
 * Named lists of roles for {@code @RolesAllowed}. An annotation takes no list as a constant; Quarkus takes a
 * configuration expression apart at its commas, so the list is the expression's default.
 */
public final class Posts {
    private static final String AT_CASES = "grid-head,building-head,community,street,centre,unit,property,supervisor";

    /** Who works on cases: reads those in scope and sends commands to them. */
    public static final String WORKING_ON_CASES = "${onegrid.posts.working-on-cases:" + AT_CASES + "}";

    /** Who may report: everybody but the three administrators. */
    public static final String REPORTING =
            "${onegrid.posts.reporting:portal,resident,district-system,party,new-sector," + AT_CASES + "}";

    /** Who reads the figures of an area or of a unit. */
    public static final String READING_FIGURES =
            "${onegrid.posts.reading-figures:community,street,centre,unit,supervisor}";

    private Posts() {}
}
