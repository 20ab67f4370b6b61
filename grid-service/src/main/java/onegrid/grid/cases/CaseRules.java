package onegrid.grid.cases;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import onegrid.grid.dispatch.Unit;
import onegrid.grid.matters.Matter;
import onegrid.kit.clock.WorkingTime;
import onegrid.kit.clock.Zone;
import onegrid.kit.problem.Problem;

/** The invariants of domain.md §9.1 by their numbers; each throws {@code rule-violated} with its number. */
final class CaseRules {
    private static final Duration RETURN_WITHIN = Duration.ofHours(24);
    private static final Duration REOPEN_WITHIN = Duration.ofDays(30);
    private static final Duration URGE_EVERY = Duration.ofHours(24);
    private static final int LONGEST_SUSPENSION_DAYS = 90;
    private static final int MOST_SEVERE_SMALL = 3;
    private static final Set<CaseStatus> AT_WORK =
            EnumSet.of(CaseStatus.DISPATCHED, CaseStatus.ACCEPTED, CaseStatus.IN_PROGRESS, CaseStatus.SUSPENDED);

    private CaseRules() {}

    static void hasPlace(GridCase c) {
        if (c.place == null) {
            throw Problem.invalid("gridCode", "is needed to file a report that named no place");
        }
    }

    static void suggestedMatter(GridCase c) {
        if (c.matterConfidence == null) {
            throw Problem.rule("MATTER_DECIDED", "A person has decided the matter of this case already");
        }
    }

    static void anotherMatter(GridCase c, Matter as) {
        if (as.equals(c.matter)) {
            throw Problem.invalid("matterCode", "is the matter of this case already");
        }
    }

    /** 小事一格处理: only a small matter stays in its grid (§3.4). Until the brain has decided the plain facts speak. */
    static void smallEnough(GridCase c) {
        var grave = c.scale == null && (c.severity < MOST_SEVERE_SMALL || c.injury);
        if (c.scale == Scale.BIG || c.markedBig || grave) {
            throw Problem.rule("SMALL_ONLY", "A big matter is not handled in one grid alone: dispatch it");
        }
    }

    static void ownGrid(GridCase c, Actor actor) {
        if (!actor.scope().covers(c.place.code())) {
            throw Problem.rule("C9", "A grid head handles cases of the own grid only");
        }
    }

    static void communityMayLead(GridCase c) {
        if (!c.matter.communityMayLead()) {
            throw Problem.rule("C8", "'" + c.matter.name() + "' is not in the community's list of duties");
        }
    }

    static void mayLead(GridCase c, Unit unit, List<Unit> helpers, Actor actor) {
        notComplainedOf(c, unit);
        helpers.forEach(helper -> notComplainedOf(c, helper));
        if (unit == Unit.COMMUNITY) {
            communityMayLead(c);
        }
        if (helpers.contains(unit)) {
            throw Problem.rule("C1", "The lead unit cannot be its own co-unit");
        }
        if (c.status == CaseStatus.FILED && c.scale == Scale.BIG && helpers.isEmpty() && !actor.is("system")) {
            throw Problem.rule("C1", "A joint case has at least one co-unit");
        }
    }

    /** Complaint material never reaches the party complained of (济南 Art. 32). */
    static void notComplainedOf(GridCase c, Unit unit) {
        if (Complaint.concerns(c.complainedOf, unit.code())) {
            throw Problem.rule("COMPLAINT", "The complaint is about '" + unit.title() + "': another handles it");
        }
    }

    static void mayReturn(GridCase c, Instant now) {
        if (c.assignment.ruled) {
            throw Problem.rule("C5", "A ruling binds: this case may not be returned any more");
        }
        if (c.assignment.isBounced()) {
            throw Problem.rule("C5", "Two units have returned this case: whoever is given it now keeps it");
        }
        if (c.assignment.returnedBy.contains(c.assignment.leadUnit)) {
            throw Problem.rule("C5", "This unit has returned the case before; a unit may return once");
        }
        if (now.isAfter(c.assignment.dispatchedAt.plus(RETURN_WITHIN))) {
            throw Problem.rule("C5", "A case may be returned within 24 hours of its dispatch");
        }
    }

    static void mayArrive(GridCase c, String unit) {
        if (!AT_WORK.contains(c.status)) {
            throw new IllegalMove(c, "arrive");
        }
        if (!c.assignment.includes(unit)) {
            throw Problem.invalid("unit", "neither leads this case nor helps with it");
        }
        if (c.assignment.arrival(unit) != null) {
            throw Problem.rule("ARRIVAL", "This unit has arrived already");
        }
    }

    static void mayContact(CaseRecord c) {
        if (!c.status.isOpen()) {
            throw new IllegalMove(c, "contact");
        }
        if (c.contactBy == null) {
            throw Problem.rule("CONTACT", "The reporter left nothing to be reached by");
        }
        if (c.contactedAt != null) {
            throw Problem.rule("CONTACT", "The reporter was contacted already");
        }
    }

    /** Who handled a case does not ask whether it was handled well. */
    static void mayCallBack(CaseRecord c, Actor actor) {
        if (c.contactBy == null) {
            throw Problem.rule("CALL_BACK", "The reporter left nothing to be reached by");
        }
        if (c.callsLeft == 0) {
            throw Problem.rule("CALL_BACK", "There is nothing left to ask: three tries, or an answer");
        }
        notTheHandler(c, actor, "Who handled a case does not call its reporter back");
    }

    static void isUnderReview(CaseRecord c) {
        if (c.reviewSince == null) {
            throw new IllegalMove(c, "review");
        }
    }

    static void takesCoWork(GridCase c, String unit) {
        if (!AT_WORK.contains(c.status)) {
            throw new IllegalMove(c, "co-done");
        }
        var part = c.assignment.coUnits.get(unit);
        if (part == null) {
            throw Problem.invalid("unit", "is not a co-unit of this case");
        }
        if (!part.isOpen()) {
            throw Problem.rule("C1", "This unit's part is done already");
        }
    }

    static void mayExtend(GridCase c, Actor actor, Instant now) {
        if (c.clock.isEmergency()) {
            throw Problem.rule("C3", "An emergency is never extended");
        }
        if (!now.isBefore(c.clock.dueAt)) {
            throw Problem.rule("C3", "More time is asked for before the case is due");
        }
        if (c.clock.extensions > 0 && !actor.is("centre")) {
            throw Problem.rule("C3", "A case is extended once; a second time needs the centre");
        }
    }

    static void withinTheLimitOnceMore(GridCase c, Instant until, WorkingTime time) {
        if (!until.isAfter(c.clock.dueAt)) {
            throw Problem.invalid("until", "is later than the present due time");
        }
        var longest = c.clock.limit.due(c.clock.dueAt, time);
        if (until.isAfter(longest)) {
            throw Problem.rule("C3", "An extension is at most as long as the limit itself")
                    .with("longest", Zone.at(longest));
        }
    }

    static void maySuspend(GridCase c, LocalDate review, Instant now) {
        if (c.clock.isEmergency()) {
            throw Problem.rule("C4", "An emergency is never suspended");
        }
        var today = now.atZone(Zone.SHANGHAI).toLocalDate();
        if (!review.isAfter(today) || review.isAfter(today.plusDays(LONGEST_SUSPENSION_DAYS))) {
            throw Problem.rule("C4", "The review date lies between tomorrow and 90 days from today");
        }
    }

    static void mayGiveFeedback(GridCase c, String words, boolean pictured, String noPhoto) {
        var open = c.assignment.open();
        if (!open.isEmpty()) {
            throw Problem.rule("C1", "Co-units have not finished: " + String.join(", ", open))
                    .with("coUnits", open);
        }
        if (words == null || words.isBlank()) {
            throw Problem.rule("C10", "Feedback needs a text");
        }
        if (c.matter.isPartOrEvent() && !pictured && (noPhoto == null || noPhoto.isBlank())) {
            throw Problem.rule(
                    "C10", "Feedback on a part or event needs a photo of the result, or the reason for none");
        }
    }

    /** C2: verifier ≠ handler, and not the handler's direct report (a post strictly inside the handler's grid). */
    static void mayVerify(GridCase c, Actor verifier) {
        notTheHandler(c, verifier, "Who handled a case does not verify it");
        if (c.handler.grid() != null && reportsTo(verifier, c.handler.grid())) {
            throw Problem.rule("C2", "A post that reports to the handler does not verify the case");
        }
    }

    private static void notTheHandler(CaseRecord c, Actor actor, String otherwise) {
        if (c.handler == null) {
            return; // closed with its master
        }
        var sameUnit = actor.unit() != null
                && actor.unit().equals(c.handler.unit())
                && (c.handler.grid() == null || c.handler.grid().equals(actor.grid()));
        if (actor.account().equals(c.handler.account()) || sameUnit) {
            throw Problem.rule("C2", otherwise);
        }
    }

    private static boolean reportsTo(Actor verifier, String handlerGrid) {
        var prefixes = verifier.scope().prefixes();
        return verifier.isLine()
                && !prefixes.isEmpty()
                && prefixes.stream().allMatch(p -> p.startsWith(handlerGrid) && p.length() > handlerGrid.length());
    }

    static void mayFollow(GridCase c, GridCase master) {
        if (master.id.equals(c.id)) {
            throw Problem.invalid("into", "is the case itself");
        }
        if (!CaseStatus.ON_ITS_WAY.contains(master.status)) {
            throw Problem.rule("C7", "A case is merged into one that is filed and still open");
        }
        if (!Objects.equals(c.complainedOf, master.complainedOf)) {
            throw Problem.rule("COMPLAINT", "A complaint is merged only into another about the same party");
        }
    }

    /** What was merged before it was filed has no matter and no clock of its own. */
    static void reopensOnItsOwn(CaseRecord c) {
        if (c.filedAt == null) {
            throw Problem.rule("C7", "This report was closed with its master before it was filed: report it anew");
        }
    }

    static void mayUrge(GridCase c, Instant now) {
        var next = c.urgedAt == null ? now : c.urgedAt.plus(URGE_EVERY);
        if (now.isBefore(next)) {
            throw new Problem(429, "too-many-requests", "A case is urged once in 24 hours")
                    .with("retryAfter", Duration.between(now, next).toSeconds() + 1);
        }
    }

    static void mayReopen(CaseRecord c, Instant now) {
        if (now.isAfter(c.closedAt.plus(REOPEN_WITHIN))) {
            throw Problem.rule("REOPEN", "A case may be reopened within 30 days of its closing");
        }
    }
}
