package onegrid.grid.posts;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import onegrid.grid.grids.Grid;
import onegrid.kit.clock.Zone;

/** What everybody may know about the head of a grid: the post and whether somebody acts in it, never who. */
@ApplicationScoped
public class Heads {
    private final GridPosts posts;
    private final Clock clock;

    Heads(GridPosts posts, Clock clock) {
        this.posts = posts;
        this.clock = clock;
    }

    /**
     * @param state HELD, STAND_IN or VACANT
     * @param standInUntil null where nobody stands in
     * @param vacantSince null while somebody acts
     */
    public record Head(
            PostKind kind,
            String title,
            PostView.State state,
            OffsetDateTime standInUntil,
            OffsetDateTime vacantSince) {}

    /** Empty for the district, and in the moment before the posts of a new version are open. */
    public Optional<Head> of(Grid grid) {
        var now = clock.instant();
        return posts.find(grid.code())
                .filter(post -> post.closedAt == null)
                .map(post -> new Head(
                        post.kind,
                        post.kind.titleAt(grid),
                        PostView.state(post, now),
                        Zone.at(post.standingIn(now).map(term -> term.validTo).orElse(null)),
                        Zone.at(post.vacantSince(now).orElse(null))));
    }
}
