package onegrid.grid.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.stream.Stream;
import onegrid.grid.photos.Photos;

/** Puts together what one post sees of one case. */
@ApplicationScoped
class CaseViews {
    private final GridCases cases;
    private final Duplicates duplicates;
    private final Photos photos;
    private final Reporters reporters;
    private final Clock clock;

    CaseViews(GridCases cases, Duplicates duplicates, Photos photos, Reporters reporters, Clock clock) {
        this.cases = cases;
        this.duplicates = duplicates;
        this.photos = photos;
        this.reporters = reporters;
        this.clock = clock;
    }

    CaseView of(GridCase c, Actor actor) {
        var now = clock.instant();
        var same = duplicates.of(c.id);
        // Who joined may have taken the better picture: it belongs to what is handled for all of them.
        var material =
                Stream.concat(Stream.of(c), same.stream()).map(each -> each.id).toList();
        var reporter = reporters.of(c.id).orElse(null);
        var allowed = new java.util.ArrayList<>(CaseCommand.allowed(actor, c, now));
        var mayKnow = Unmask.may(actor, c, reporter);
        if (mayKnow) {
            allowed.add("unmask");
        }
        return CaseView.of(
                c,
                duplicates.masterOf(c),
                same,
                cases.history(c.id),
                cases.promises(c.id),
                photos.of(material),
                reporter,
                mayKnow || reporter == null || !reporter.confidential(),
                allowed,
                now);
    }
}
