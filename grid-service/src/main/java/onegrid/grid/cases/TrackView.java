package onegrid.grid.cases;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import onegrid.grid.photos.Photos;
import onegrid.kit.clock.Zone;
import onegrid.kit.command.Versioned;
import onegrid.kit.problem.Problem;

/** A case as its reporter sees it: no internal notes, no accounts, and who looked at the reporter's name. */
record TrackView(
        String number,
        long version,
        CaseStatus status,
        String statusName,
        String statusText,
        String matterName,
        String text,
        Grid grid,
        Owner owner,
        OffsetDateTime dueAt,
        List<CaseView.Promise> promises,
        OffsetDateTime reportedAt,
        OffsetDateTime closedAt,
        int urgedByReporter,
        OffsetDateTime urgedAt,
        OffsetDateTime contactedAt,
        Master master,
        CaseView.Decision decision,
        CaseView.Feedback feedback,
        String reason,
        String route,
        List<CaseView.PhotoView> photos,
        List<Step> history,
        List<Seen> unmasked,
        CaseView.Rating rating,
        List<String> allowed)
        implements Versioned {

    record Grid(String name, String path) {}

    /** The case of the same matter that is handled for this one. */
    record Master(String number, CaseStatus status, String statusName) {
        static Master of(GridCase master) {
            return new Master(master.number, master.status, master.status.title());
        }
    }

    record Owner(String unitName, String post, String phone) {}

    record Step(OffsetDateTime at, CaseStatus status, String text) {}

    record Seen(OffsetDateTime at, String by, String reason) {}

    static TrackView of(
            GridCase c,
            Optional<GridCase> master,
            List<CaseStep> history,
            List<CasePromise> promises,
            List<Photos.Attached> photos,
            List<Unmasking> seen,
            Instant now) {
        var handled = c.status == CaseStatus.MERGED ? master.orElse(c) : c;
        var owner = CaseView.Owner.of(handled);
        var refused = c.status == CaseStatus.REJECTED || c.status == CaseStatus.DIVERTED;
        return new TrackView(
                c.number,
                c.version,
                c.status,
                c.status.title(),
                c == handled ? statusText(c, refused) : following(history) + "：" + ofAnother(handled),
                c.matter == null ? null : c.matter.name(),
                c.text,
                handled.place == null ? null : new Grid(handled.place.name(), handled.place.path()),
                new Owner(owner.unitName(), owner.post(), owner.phone()),
                Zone.at(handled.clock.dueAt),
                CaseView.Promise.of(promises),
                Zone.at(c.reportedAt),
                Zone.at(c.closedAt),
                c.urgedByReporter,
                Zone.at(c.urgedAt),
                Zone.at(handled.contactedAt),
                master.map(Master::of).orElse(null),
                CaseView.Decision.of(handled),
                CaseView.Feedback.of(handled),
                refused ? c.reason : null,
                refused ? c.route : null,
                photos.stream().map(CaseView.PhotoView::of).toList(),
                steps(history),
                seen.stream()
                        .map(s -> new Seen(Zone.at(s.at), s.byPost, s.reason))
                        .toList(),
                CaseView.Rating.of(c),
                allowed(c, now));
    }

    /** Merged, or merged once more because the case that it follows is worked on again. */
    private static String following(List<CaseStep> history) {
        return sentence(history.stream()
                .filter(s -> s.toStatus == CaseStatus.MERGED && s.fromStatus != CaseStatus.MERGED)
                .reduce((earlier, later) -> later)
                .orElseThrow());
    }

    private static String sentence(CaseStep s) {
        var again = s.toStatus == CaseStatus.MERGED
                && (s.fromStatus == CaseStatus.CLOSED || s.fromStatus == CaseStatus.EVALUATED);
        return again ? "同一事项已重新办理" : s.toStatus.sentence();
    }

    /** What its own reporter thinks of a case is not said to those of its duplicates. */
    private static String ofAnother(GridCase c) {
        return c.status == CaseStatus.FILED ? c.status.sentence() : statusText(c, false);
    }

    private static String statusText(GridCase c, boolean refused) {
        if (refused) {
            return c.status.sentence() + "：" + c.reason + "。" + c.route;
        }
        return switch (c.status) {
            case EVALUATED -> c.reviewSince == null ? c.status.sentence() : "您对结果仍不满意，正在由监督人员复核";
            case FILED -> c.badRatings == 0 ? c.status.sentence() : "您对结果不满意，已重新立案办理";
            case DISPATCHED, ACCEPTED, IN_PROGRESS -> c.status.sentence().replace("责任单位", c.leadName());
            default -> c.status.sentence();
        };
    }

    /** Moves only; what the desks note among themselves is not the reporter's history. */
    private static List<Step> steps(List<CaseStep> history) {
        return history.stream()
                .filter(s -> s.fromStatus != s.toStatus)
                .map(s -> new Step(Zone.at(s.at), s.toStatus, sentence(s)))
                .toList();
    }

    private static List<String> allowed(GridCase c, Instant now) {
        var allowed = new ArrayList<String>();
        if (c.status.next().contains(CaseStatus.EVALUATED)) {
            allowed.add("rate");
        }
        if (c.closedAt != null
                && c.status.next().contains(CaseStatus.FILED)
                && holds(() -> CaseRules.mayReopen(c, now))) {
            allowed.add("reopen");
        }
        if (c.status.next().contains(CaseStatus.CANCELLED)) {
            allowed.add("cancel");
        }
        if ((c.status.isOpen() || c.status == CaseStatus.MERGED) && holds(() -> CaseRules.mayUrge(c, now))) {
            allowed.add("urge");
        }
        return allowed;
    }

    private static boolean holds(Runnable rule) {
        try {
            rule.run();
            return true;
        } catch (Problem broken) {
            return false;
        }
    }
}
