package onegrid.grid.cases;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import onegrid.grid.clock.LimitProfile;
import onegrid.grid.dispatch.Unit;
import onegrid.grid.matters.Matter;
import onegrid.kit.clock.WorkingTime;

/**
 * One report on its way: somebody reports, the desk (or the catalogue) files it at a grid, the grid head handles it or a
 * unit is given it, the handler gives feedback, another person verifies, the reporter rates. From first to last it has
 * an owner and, once filed, a due time. These are its verbs; each goes through one table of moves ({@link CaseStatus}),
 * appends a row to the history and tells an event.
 */
@Entity
class GridCase extends CaseAftermath {
    /** Somebody is at work and could need more time. */
    static final Set<CaseStatus> EXTENDABLE =
            EnumSet.of(CaseStatus.SELF_HANDLING, CaseStatus.ACCEPTED, CaseStatus.IN_PROGRESS);

    GridCase() {}

    /** @param fileBy until when a desk has to file it; null when it is filed in the same breath */
    static GridCase report(Intake intake, Actor actor, Instant at, Instant fileBy) {
        var c = new GridCase();
        c.id = intake.id();
        c.number = intake.number();
        c.text = intake.text();
        c.channel = intake.channel();
        c.peopleAffected = intake.peopleAffected();
        c.injury = intake.injury();
        c.longitude = intake.longitude();
        c.latitude = intake.latitude();
        c.address = intake.address();
        c.complainedOf = intake.complainedOf();
        c.tokenHash = intake.tokenHash();
        c.intakeKey = intake.key();
        c.reportedAt = at;
        c.clock = DueClock.until(fileBy);
        c.contactBy = intake.contactBy();
        c.placeCode = intake.districtCode();
        c.happenedAt(intake.place());
        c.owner = Desks.filing(c);
        c.moveTo(CaseStatus.REPORTED, "report", "reported", actor, null, null, at);
        if (fileBy != null) {
            c.promised("reported", actor, null, at);
        }
        return c;
    }

    private void happenedAt(Place where) {
        if (where != null) {
            place = where;
            placeCode = where.code();
        }
    }

    /** @param given severity by staff, or null for the matter's */
    void file(Matter as, Integer given, Place where, int before, Actor actor, Instant at, WorkingTime time) {
        file(as, null, given, where, before, actor, at, time);
    }

    /** @param confidence of the words that suggested the matter (0 … 1); null where a person named it */
    void file(
            Matter as,
            Double confidence,
            Integer given,
            Place where,
            int before,
            Actor actor,
            Instant at,
            WorkingTime time) {
        only(CaseStatus.REPORTED, "file"); // a ruling and a reopening lead to FILED too, with their own verbs
        happenedAt(where);
        CaseRules.hasPlace(this);
        weigh(as, given, at, time);
        reportsBefore = before;
        filedAt = at;
        owner = Desks.first(this);
        journal.tellOnlyWhatFollows(); // reported and filed in one breath is told as filed: it carries the whole state
        matterConfidence = confidence;
        moveTo(CaseStatus.FILED, "file", "filed", actor, null, named(as, confidence), at);
        promised("filed", actor, null, at);
    }

    private static String named(Matter as, Double confidence) {
        return confidence == null ? as.name() : as.name() + "（按文字建议，把握" + Math.round(confidence * 100) + "%，待确认）";
    }

    /** A person agrees with the matter that the words suggested. */
    void confirmMatter(Actor actor, Instant at) {
        CaseRules.suggestedMatter(this);
        matterConfidence = null;
        noted("confirm-matter", "matter-confirmed", actor, null, matter.name(), at);
    }

    /** What the matter means for severity and clock; the clock comes first, it may lack its calendar. */
    private void weigh(Matter as, Integer given, Instant from, WorkingTime time) {
        var worst = given == null ? as.severity() : given;
        var weight = injury ? Math.min(worst, 2) : worst;
        // severity 1 goes straight to the district centre, so its clock is the emergency one (domain.md §3.7)
        if (weight == 1) {
            clock.start(LimitProfile.EMERGENCY, LimitProfile.EMERGENCY.limit(), from, time);
        } else {
            clock.start(as.limitProfile(), as.limit(), from, time);
        }
        matter = as;
        severity = weight;
        contactSooner(from, time);
    }

    /** The matter was wrong: severity and limit are those of the right one, counted from when the clock began (C3). */
    void reclassify(Matter as, int before, Actor actor, String why, Instant at, WorkingTime time) {
        if (status != CaseStatus.FILED && status != CaseStatus.RETURN_REQUESTED) {
            throw new IllegalMove(this, "reclassify");
        }
        CaseRules.anotherMatter(this, as);
        var was = matter.name() + "，时限" + clock.shown();
        weigh(as, null, clock.startedAt, time);
        reportsBefore = before;
        matterConfidence = null;
        scale = null; // decided on the wrong matter; until the brain has spoken again the plain facts do
        verdict = null;
        noted("reclassify", "reclassified", actor, why, was + " → " + as.name() + "，时限" + clock.shown(), at);
        promised("reclassified", actor, why, at);
    }

    void reject(Actor actor, String why, String towards, Instant at) {
        refuse(CaseStatus.REJECTED, "reject", "rejected", actor, why, towards, at);
    }

    /** @param towards null for the kind's usual way */
    void divert(Diversion as, Actor actor, String why, String towards, Instant at) {
        check(CaseStatus.DIVERTED, "divert");
        var way = as.route(towards);
        diversion = as;
        refuse(CaseStatus.DIVERTED, "divert", "diverted", actor, why, way, at);
    }

    private void refuse(CaseStatus to, String verb, String event, Actor actor, String why, String towards, Instant at) {
        check(to, verb);
        reason = why;
        route = towards;
        moveTo(to, verb, event, actor, why, towards, at);
    }

    void selfHandle(Actor actor, Instant at) {
        check(CaseStatus.SELF_HANDLING, "self-handle");
        CaseRules.smallEnough(this);
        CaseRules.ownGrid(this, actor);
        if (actor.is("community")) {
            CaseRules.communityMayLead(this);
        }
        var lead = actor.is("community") ? Unit.COMMUNITY : Unit.GRID;
        CaseRules.notComplainedOf(this, lead);
        assignment.leadUnit = lead.code();
        handledBy(actor);
        owner = new Desk(assignment.leadUnit, place.code(), actor.name());
        moveTo(CaseStatus.SELF_HANDLING, "self-handle", "self-handling", actor, null, null, at);
    }

    void dispatch(Unit unit, List<Unit> helpers, Actor actor, String note, Instant at) {
        only(CaseStatus.FILED, "dispatch"); // out of RETURN_REQUESTED leads only a ruling
        CaseRules.mayLead(this, unit, helpers, actor);
        give(unit, helpers, at);
        moveTo(CaseStatus.DISPATCHED, "dispatch", "dispatched", actor, null, named(unit, note), at);
    }

    private void give(Unit unit, List<Unit> helpers, Instant at) {
        assignment.give(unit, helpers, at, clock.profile.acceptBy(at));
        owner = Desks.of(this, unit);
    }

    private static String named(Unit unit, String note) {
        return note == null || note.isBlank() ? unit.title() : unit.title() + "：" + note;
    }

    void accept(Actor actor, String note, Instant at) {
        check(CaseStatus.ACCEPTED, "accept");
        moveTo(CaseStatus.ACCEPTED, "accept", "accepted", actor, null, note, at);
    }

    void giveBack(Actor actor, String why, Instant at) {
        only(CaseStatus.DISPATCHED, "return"); // an unmerging may lead to RETURN_REQUESTED too
        CaseRules.mayReturn(this, at);
        assignment.giveBack();
        reason = why;
        owner = Desks.ruling(this);
        moveTo(CaseStatus.RETURN_REQUESTED, "return", "return-requested", actor, why, null, at);
    }

    /** @param unit whom the ruling binds; null sends the case back to be dispatched anew */
    void rule(Unit unit, Actor actor, String why, Instant at) {
        var to = unit == null ? CaseStatus.FILED : CaseStatus.DISPATCHED;
        only(CaseStatus.RETURN_REQUESTED, "rule");
        if (unit == null) {
            assignment.withdraw();
            owner = Desks.first(this);
        } else {
            CaseRules.mayLead(this, unit, List.of(), actor);
            assignment.ruled = true;
            give(unit, assignment.helpersOf(unit), at);
        }
        moveTo(to, "rule", "ruled", actor, why, unit == null ? null : unit.title(), at);
    }

    /** 吹哨报到: the lead, or a unit that was called in, is on the spot. */
    void arrive(String unit, Actor actor, String note, Instant at) {
        CaseRules.mayArrive(this, unit);
        assignment.arrived(unit, at);
        noted("arrive", "arrived", actor, null, Unit.title(unit) + (note == null ? "" : "：" + note), at);
    }

    /** 响应: somebody who has the case has spoken with the reporter. */
    void contact(Actor actor, String note, Instant at) {
        CaseRules.mayContact(this);
        contactedAt = at;
        noted("contact", "contacted", actor, null, note, at);
    }

    void start(Actor actor, String note, Instant at) {
        only(CaseStatus.ACCEPTED, "start");
        handledBy(actor);
        moveTo(CaseStatus.IN_PROGRESS, "start", "started", actor, null, note, at);
    }

    void coDone(String unit, Actor actor, String note, Instant at) {
        CaseRules.takesCoWork(this, unit);
        assignment.coUnits.get(unit).done(note, at);
        noted("co-done", "co-unit-done", actor, null, Unit.title(unit) + "：" + note, at);
    }

    /** 延期, applied for before it is due: once by who handles the case, again only by the centre (C3). */
    void extend(Instant until, Actor actor, String why, Instant at, WorkingTime time) {
        if (!EXTENDABLE.contains(status)) {
            throw new IllegalMove(this, "extend");
        }
        CaseRules.mayExtend(this, actor, at);
        CaseRules.withinTheLimitOnceMore(this, until, time);
        var was = clock.shown();
        clock.extend(until);
        noted("extend", "extended", actor, why, "时限" + was + " → " + clock.shown(), at);
        promised("extended", actor, why, at);
    }

    void suspend(Actor actor, String why, LocalDate review, Instant at, WorkingTime time) {
        check(CaseStatus.SUSPENDED, "suspend");
        CaseRules.maySuspend(this, review, at);
        var stopped = clock.stop(review, at, time);
        reason = why;
        moveTo(CaseStatus.SUSPENDED, "suspend", "suspended", actor, why, review.toString(), at);
        if (stopped) {
            promised("suspended", actor, why, at);
        }
    }

    void resume(Actor actor, String note, Instant at, WorkingTime time) {
        only(CaseStatus.SUSPENDED, "resume");
        var goesOn = clock.goOn(at, time);
        moveTo(CaseStatus.IN_PROGRESS, "resume", "resumed", actor, null, note, at);
        if (goesOn) {
            promised("resumed", actor, note, at);
        }
    }

    void feedback(Actor actor, String words, boolean pictured, String noPhoto, Instant at, WorkingTime time) {
        check(CaseStatus.FEEDBACK, "feedback");
        CaseRules.mayGiveFeedback(this, words, pictured, noPhoto);
        var by = LimitProfile.verifyBy(at, time);
        handledBy(actor);
        feedback = new Feedback(words, noPhoto, at, handler.name());
        moveTo(CaseStatus.FEEDBACK, "feedback", "feedback-given", actor, null, null, at);
        verifyBy = by;
        owner = Desks.verifying(this);
        moveTo(CaseStatus.VERIFYING, "feedback", "verification-due", actor, null, null, at);
    }

    void verify(Actor actor, boolean passed, String words, Instant at) {
        only(CaseStatus.VERIFYING, "verify");
        CaseRules.mayVerify(this, actor);
        verifyBy = null;
        if (passed) {
            closedAt = at;
            moveTo(CaseStatus.CLOSED, "verify", "closed", actor, null, words, at);
        } else {
            reworks++;
            owner = Desks.of(this, Unit.find(assignment.leadUnit).orElseThrow());
            moveTo(CaseStatus.IN_PROGRESS, "verify", "reworked", actor, words, null, at);
        }
    }

    /** 催办: the reporter asks what became of it; the words stand in the history, where the owner reads them. */
    void urge(Actor actor, String words, Instant at) {
        if (!status.isOpen() && status != CaseStatus.MERGED) {
            throw new IllegalMove(this, "urge");
        }
        CaseRules.mayUrge(this, at);
        urgedByReporter++;
        urgedAt = at;
        noted("urge", "urged", actor, null, words, at);
    }

    /** The reporter of a duplicate urges: the owner of this case has to know; each reporter has a day of their own. */
    void urgedFor(GridCase duplicate, Actor actor, String words, Instant at) {
        urgedByReporter++;
        noted("urge", "urged", actor, null, words == null ? duplicate.number : duplicate.number + "：" + words, at);
    }

    /** A district system adds new facts; they stand in the history, where the owner reads them. */
    void comment(Actor actor, String words, Instant at) {
        if (!status.isOpen()) {
            throw new IllegalMove(this, "comment");
        }
        noted("comment", "commented", actor, null, words, at);
    }

    /** Owner, clock and all else stay as they are, for an unmerging. */
    void mergeInto(GridCase master, Actor actor, String why, Instant at) {
        if (!CaseStatus.NOT_TAKEN.contains(status)) {
            throw new IllegalMove(this, "merge"); // what is closed becomes MERGED only with its master
        }
        CaseRules.mayFollow(this, master);
        masterId = master.id;
        mergedFrom = status;
        moveTo(CaseStatus.MERGED, "merge", "merged", actor, why, master.number, at);
    }

    /** "Me too": reported, filed and merged in one breath. */
    void joins(GridCase master, Actor actor, Instant at, WorkingTime time) {
        file(master.matter, master.severity, master.place, 0, actor, at, time);
        journal.tellOnlyWhatFollows();
        mergeInto(master, actor, null, at);
    }

    void unmerge(Actor actor, String why, Instant at) {
        only(CaseStatus.MERGED, "unmerge");
        var back = mergedFrom;
        masterId = null;
        mergedFrom = null;
        moveTo(back, "unmerge", "unmerged", actor, why, null, at);
    }

    /** C7: closing a master closes its duplicates; what was done for it was done for them. */
    void closeWith(GridCase master, Actor actor, Instant at) {
        only(CaseStatus.MERGED, "close");
        feedback = master.feedback;
        closedAt = at;
        moveTo(CaseStatus.CLOSED, "close", "closed", actor, null, master.number, at);
    }

    /** C7 the other way: what its master is worked on again for, it is worked on again for; its reporter may rate anew. */
    void reopenWith(GridCase master, Actor actor, Instant at, WorkingTime time) {
        if (masterId == null || status != CaseStatus.CLOSED && status != CaseStatus.EVALUATED) {
            throw new IllegalMove(this, "reopen");
        }
        closedAt = null;
        reviewSince = null;
        callsLeft = TRIES;
        var wasFiled = filedAt != null;
        if (wasFiled) { // an unmerging would find it as if filed now: whom it was given to once has forgotten it
            clock.startAgain(at, time);
            assignment.withdraw();
            owner = Desks.first(this);
            mergedFrom = CaseStatus.FILED;
        }
        moveTo(CaseStatus.MERGED, "reopen", "merged", actor, "所并入的事项已重新办理", master.number, at);
        if (wasFiled) {
            promised("reopened", actor, "所并入的事项已重新办理", at);
        }
    }

    void cancel(Actor actor, String why, Instant at) {
        check(CaseStatus.CANCELLED, "cancel");
        reason = why;
        moveTo(CaseStatus.CANCELLED, "cancel", "cancelled", actor, why, null, at);
    }

    void markBig(Actor actor, String why, Instant at) {
        if (!status.isOpen() || status == CaseStatus.REPORTED) {
            throw new IllegalMove(this, "mark-big");
        }
        markedBig = true;
        noted("mark-big", "marked-big", actor, why, null, at);
    }

    /**
     * The brain's decision; it may come late and again, the newest holds.
     *
     * @param linkage of a big case; null for a small one, whose linkage has ended if it had one
     */
    void decided(Scale as, Level upTo, String rule, String sentence, UUID linkage, Instant at) {
        var ended = linkageId != null && !linkageId.equals(linkage);
        scale = as;
        verdict = new Verdict(rule, sentence, at);
        linkageId = linkage;
        level = higher(upTo);
        noted("decide", "decided", Actor.brain(), null, ended ? sentence + "（原联动已结束）" : sentence, at);
    }

    /** C6: a level rises freely; falling is the centre's alone, so a lower one changes nothing. */
    boolean raise(Level to, String why, Instant at) {
        if (higher(to) == level) {
            return false;
        }
        level = to;
        noted("raise", "level-raised", Actor.brain(), why, to.name(), at);
        return true;
    }

    private Level higher(Level other) {
        return other == null || other.compareTo(level) <= 0 ? level : other;
    }

    private void handledBy(Actor actor) {
        handler = new Handler(
                actor.account(),
                assignment.isLedBy(Unit.GRID) ? actor.name() : leadName(),
                assignment.leadUnit,
                actor.isLine() ? actor.grid() : null);
    }
}
