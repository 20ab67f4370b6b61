package onegrid.grid.grids;

/** Who may look at versions and changes of grids; see {@link onegrid.grid.dispatch.Posts} for the form. */
final class GridPosts {
    static final String READING_VERSIONS =
            "${onegrid.posts.reading-grid-versions:grid-head,building-head,community,street,"
                    + "centre,unit,property,party,new-sector,supervisor,system-admin}";

    private GridPosts() {}
}
