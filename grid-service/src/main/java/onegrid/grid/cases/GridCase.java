package onegrid.grid.cases;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Transient;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import onegrid.grid.clock.LimitProfile;
import onegrid.grid.dispatch.Unit;
import onegrid.grid.matters.Matter;
import onegrid.kit.clock.WorkingTime;
import onegrid.kit.clock.Zone;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * One report on its way: somebody reports, the desk (or the catalogue) files it at a grid, the grid head handles it or a
 * unit is given it, the handler gives feedback, another person verifies, the reporter rates. From first to last it has
 * an owner and, once filed, a due time. Every verb goes through one table of moves ({@link CaseStatus}), appends a row
 * to the history and tells an event. {@code version} is the number of the last history row.
 */
@Entity
class GridCase {
    @Id
    UUID id;

    String number;
    int version;

    @Enumerated(EnumType.STRING)
    CaseStatus status;

    @Column(name = "matter_code")
    Matter matter;

    Integer severity;

    @Enumerated(EnumType.STRING)
    LimitProfile limitProfile;

    String text;

    @Enumerated(EnumType.STRING)
    Channel channel;

    Integer peopleAffected;
    boolean injury;
    String gridCode;
    String gridName;
    String gridPath;
    String communityCode;
    String communityName;
    String headPost;
    String headPhone;
    String placeCode;
    Double longitude;
    Double latitude;
    String address;
    int reportsBefore;
    String ownerUnit;
    String ownerGrid;
    String ownerPost;
    String leadUnit;

    @ElementCollection
    @CollectionTable(name = "case_co_unit", joinColumns = @JoinColumn(name = "case_id"))
    @MapKeyColumn(name = "unit")
    Map<String, CoPart> coUnits = new HashMap<>();

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> returnedBy = new ArrayList<>();

    boolean ruled;
    int returns;
    int reworks;
    boolean markedBig;

    @Enumerated(EnumType.STRING)
    Scale scale;

    @Enumerated(EnumType.STRING)
    Level level = Level.GRID;

    String decisionRule;
    String decisionSentence;
    Instant decidedAt;
    UUID linkageId;
    Instant reportedAt;
    Instant filedAt;
    Instant dispatchedAt;
    Instant acceptBy;
    Instant dueAt;
    Instant verifyBy;
    Instant closedAt;
    Long leftSeconds;
    LocalDate reviewOn;
    String reason;
    String route;
    String handlerAccount;
    String handlerName;
    String handlerUnit;
    String handlerGrid;
    String feedbackText;
    String noPhotoReason;
    Instant feedbackAt;
    String feedbackBy;
    Integer ratingScore;
    Boolean ratingSolved;
    String ratingText;
    Instant ratedAt;
    String tokenHash;
    String intakeKey;

    /** What the last verbs did, for {@link GridCases#keep} to store. */
    @Transient
    private final List<CaseStep> steps = new ArrayList<>();

    @Transient
    private final List<CaseEvent> told = new ArrayList<>();

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
        c.tokenHash = intake.tokenHash();
        c.intakeKey = intake.key();
        c.reportedAt = at;
        c.dueAt = fileBy;
        c.placeCode = intake.districtCode();
        c.happenedAt(intake.place());
        c.own(Desks.filing(c));
        c.moveTo(CaseStatus.REPORTED, "report", "reported", actor, null, null, at);
        return c;
    }

    private void happenedAt(Place place) {
        if (place == null) {
            return;
        }
        gridCode = place.code();
        gridName = place.name();
        gridPath = place.path();
        communityCode = place.communityCode();
        communityName = place.communityName();
        headPost = place.headPost();
        headPhone = place.phone();
        placeCode = place.code();
    }

    /** @param given severity by staff, or null for the matter's */
    void file(Matter as, Integer given, Place place, int before, Actor actor, Instant at, WorkingTime time) {
        if (status != CaseStatus.REPORTED) {
            throw new IllegalMove(this, "file"); // a ruling and a reopening lead to FILED too, with their own verbs
        }
        var worst = given == null ? as.severity() : given;
        var weight = injury ? Math.min(worst, 2) : worst;
        // severity 1 goes straight to the district centre, so its clock is the emergency one (domain.md §3.7)
        var profile = weight == 1 ? LimitProfile.EMERGENCY : as.limitProfile();
        var due = profile.due(at, time);
        happenedAt(place);
        CaseRules.hasPlace(this);
        matter = as;
        severity = weight;
        limitProfile = profile;
        reportsBefore = before;
        filedAt = at;
        dueAt = due;
        own(Desks.first(this));
        told.clear(); // reported and filed in one breath is told once, as filed: it carries the whole state
        moveTo(CaseStatus.FILED, "file", "filed", actor, null, as.name(), at);
    }

    void reject(Actor actor, String why, String towards, Instant at) {
        refuse(CaseStatus.REJECTED, "reject", "rejected", actor, why, towards, at);
    }

    void divert(Actor actor, String why, String towards, Instant at) {
        refuse(CaseStatus.DIVERTED, "divert", "diverted", actor, why, towards, at);
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
        leadUnit = actor.is("community") ? Unit.COMMUNITY.code() : Unit.GRID.code();
        handledBy(actor);
        own(new Desks.Desk(leadUnit, gridCode, actor.name()));
        moveTo(CaseStatus.SELF_HANDLING, "self-handle", "self-handling", actor, null, null, at);
    }

    void dispatch(Unit unit, List<Unit> helpers, Actor actor, String note, Instant at) {
        check(CaseStatus.DISPATCHED, "dispatch");
        if (status != CaseStatus.FILED) {
            throw new IllegalMove(this, "dispatch"); // out of RETURN_REQUESTED leads only a ruling
        }
        CaseRules.mayLead(this, unit, helpers, actor);
        give(unit, helpers, at);
        moveTo(CaseStatus.DISPATCHED, "dispatch", "dispatched", actor, null, named(unit, note), at);
    }

    private void give(Unit unit, List<Unit> helpers, Instant at) {
        leadUnit = unit.code();
        var asked = helpers.stream().map(Unit::code).toList();
        coUnits.keySet().retainAll(asked);
        asked.forEach(code -> coUnits.computeIfAbsent(code, any -> CoPart.asked(at)));
        dispatchedAt = at;
        acceptBy = limitProfile.acceptBy(at);
        own(Desks.of(this, unit));
    }

    private static String named(Unit unit, String note) {
        return note == null || note.isBlank() ? unit.title() : unit.title() + "：" + note;
    }

    void accept(Actor actor, String note, Instant at) {
        check(CaseStatus.ACCEPTED, "accept");
        moveTo(CaseStatus.ACCEPTED, "accept", "accepted", actor, null, note, at);
    }

    void giveBack(Actor actor, String why, Instant at) {
        check(CaseStatus.RETURN_REQUESTED, "return");
        CaseRules.mayReturn(this, at);
        returnedBy = new ArrayList<>(returnedBy);
        returnedBy.add(leadUnit);
        returns++;
        reason = why;
        own(Desks.ruling(this));
        moveTo(CaseStatus.RETURN_REQUESTED, "return", "return-requested", actor, why, null, at);
    }

    /** @param unit whom the ruling binds; null sends the case back to be dispatched anew */
    void rule(Unit unit, Actor actor, String why, Instant at) {
        var to = unit == null ? CaseStatus.FILED : CaseStatus.DISPATCHED;
        if (status != CaseStatus.RETURN_REQUESTED) {
            throw new IllegalMove(this, "rule");
        }
        if (unit == null) {
            withdraw();
            own(Desks.first(this));
        } else {
            CaseRules.mayLead(this, unit, List.of(), actor);
            var helpers = coUnits.keySet().stream()
                    .filter(code -> !code.equals(unit.code()))
                    .flatMap(code -> Unit.find(code).stream())
                    .toList();
            ruled = true;
            give(unit, helpers, at);
        }
        moveTo(to, "rule", "ruled", actor, why, unit == null ? null : unit.title(), at);
    }

    private void withdraw() {
        leadUnit = null;
        coUnits.clear();
        dispatchedAt = null;
        acceptBy = null;
    }

    void start(Actor actor, String note, Instant at) {
        check(CaseStatus.IN_PROGRESS, "start");
        if (status != CaseStatus.ACCEPTED) {
            throw new IllegalMove(this, "start");
        }
        handledBy(actor);
        moveTo(CaseStatus.IN_PROGRESS, "start", "started", actor, null, note, at);
    }

    void coDone(String unit, Actor actor, String note, Instant at) {
        CaseRules.takesCoWork(this, unit);
        var part = coUnits.get(unit);
        part.doneAt = at;
        part.note = note;
        noted("co-done", "co-unit-done", actor, null, Unit.title(unit) + "：" + note, at);
    }

    void suspend(Actor actor, String why, LocalDate review, Instant at, WorkingTime time) {
        check(CaseStatus.SUSPENDED, "suspend");
        CaseRules.maySuspend(this, review, at);
        var late = !at.isBefore(dueAt);
        leftSeconds = late ? null : limitProfile.left(at, dueAt, time).toSeconds();
        reason = why;
        reviewOn = review;
        if (!late) {
            // the clock stops; until the review the review itself is what is due
            dueAt = review.atTime(LocalTime.of(18, 0)).atZone(Zone.SHANGHAI).toInstant();
        }
        moveTo(CaseStatus.SUSPENDED, "suspend", "suspended", actor, why, review.toString(), at);
    }

    void resume(Actor actor, String note, Instant at, WorkingTime time) {
        if (status != CaseStatus.SUSPENDED) {
            throw new IllegalMove(this, "resume");
        }
        if (leftSeconds != null) {
            dueAt = limitProfile.plus(at, Duration.ofSeconds(leftSeconds), time);
        }
        leftSeconds = null;
        reviewOn = null;
        moveTo(CaseStatus.IN_PROGRESS, "resume", "resumed", actor, null, note, at);
    }

    void feedback(Actor actor, String words, boolean pictured, String noPhoto, Instant at, WorkingTime time) {
        check(CaseStatus.FEEDBACK, "feedback");
        CaseRules.mayGiveFeedback(this, words, pictured, noPhoto);
        var by = LimitProfile.verifyBy(at, time);
        handledBy(actor);
        feedbackText = words;
        noPhotoReason = noPhoto;
        feedbackAt = at;
        feedbackBy = Unit.GRID.code().equals(leadUnit) ? actor.name() : leadName();
        moveTo(CaseStatus.FEEDBACK, "feedback", "feedback-given", actor, null, null, at);
        verifyBy = by;
        own(Desks.verifying(this));
        moveTo(CaseStatus.VERIFYING, "feedback", "verification-due", actor, null, null, at);
    }

    void verify(Actor actor, boolean passed, String words, Instant at) {
        if (status != CaseStatus.VERIFYING) {
            throw new IllegalMove(this, "verify");
        }
        CaseRules.mayVerify(this, actor);
        verifyBy = null;
        if (passed) {
            closedAt = at;
            moveTo(CaseStatus.CLOSED, "verify", "closed", actor, null, words, at);
        } else {
            reworks++;
            own(Desks.of(this, Unit.find(leadUnit).orElseThrow()));
            moveTo(CaseStatus.IN_PROGRESS, "verify", "reworked", actor, words, null, at);
        }
    }

    void rate(Actor actor, int score, boolean solved, String words, Instant at) {
        check(CaseStatus.EVALUATED, "rate");
        ratingScore = score;
        ratingSolved = solved;
        ratingText = words;
        ratedAt = at;
        moveTo(CaseStatus.EVALUATED, "rate", "evaluated", actor, null, null, at);
    }

    void reopen(Actor actor, String why, Instant at, WorkingTime time) {
        if (closedAt == null) {
            throw new IllegalMove(this, "reopen");
        }
        check(CaseStatus.FILED, "reopen");
        CaseRules.mayReopen(this, at);
        dueAt = limitProfile.due(at, time);
        closedAt = null;
        ruled = false;
        withdraw();
        own(Desks.first(this));
        moveTo(CaseStatus.FILED, "reopen", "reopened", actor, why, null, at);
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

    /** The brain's decision; it may come late and again, the newest holds. */
    void decided(Scale as, Level upTo, String rule, String sentence, UUID linkage, Instant at) {
        scale = as;
        decisionRule = rule;
        decisionSentence = sentence;
        decidedAt = at;
        linkageId = linkage == null ? linkageId : linkage;
        level = higher(upTo);
        noted("decide", "decided", Actor.brain(), null, sentence, at);
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

    /** Past its due time; a suspended case is 缓办, not late. */
    boolean overdue(Instant now) {
        return status.isOpen() && status != CaseStatus.SUSPENDED && dueAt != null && now.isAfter(dueAt);
    }

    String leadName() {
        return Unit.COMMUNITY.code().equals(leadUnit) && communityName != null ? communityName : Unit.title(leadUnit);
    }

    private void handledBy(Actor actor) {
        handlerAccount = actor.account();
        handlerName = Unit.GRID.code().equals(leadUnit) ? actor.name() : leadName();
        handlerUnit = leadUnit;
        handlerGrid = actor.isLine() ? actor.grid() : null;
    }

    private void own(Desks.Desk desk) {
        ownerUnit = desk.unit();
        ownerGrid = desk.grid();
        ownerPost = desk.post();
    }

    private void check(CaseStatus to, String command) {
        if (!status.next().contains(to)) {
            throw new IllegalMove(this, command);
        }
    }

    private void moveTo(CaseStatus to, String command, String event, Actor actor, String why, String note, Instant at) {
        if (status != null) {
            check(to, command);
        }
        var from = status;
        status = to;
        append(from, command, event, actor, why, note, at);
    }

    private void noted(String command, String event, Actor actor, String why, String note, Instant at) {
        append(status, command, event, actor, why, note, at);
    }

    private void append(
            CaseStatus from, String command, String event, Actor actor, String why, String note, Instant at) {
        version++;
        steps.add(new CaseStep(id, version, at, from, status, command, actor, why, note));
        told.add(new CaseEvent(event, CaseState.of(this, actor, why, at)));
    }

    List<CaseStep> takeSteps() {
        return take(steps);
    }

    List<CaseEvent> takeEvents() {
        return take(told);
    }

    private static <T> List<T> take(List<T> from) {
        var taken = List.copyOf(from);
        from.clear();
        return taken;
    }
}
