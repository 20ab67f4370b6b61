package onegrid.grid.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.UUID;
import onegrid.grid.dispatch.Unit;
import onegrid.grid.matters.Matter;

/**
 * What is known of a case, and how a change of it is recorded: every move and note is one history row and one event.
 * {@code version} is the number of the last history row. What may be done to a case says {@link GridCase}.
 */
@MappedSuperclass
abstract class CaseRecord {
    @Id
    UUID id;

    String number;
    int version;

    @Enumerated(EnumType.STRING)
    CaseStatus status;

    @Column(name = "matter_code")
    Matter matter;

    /** How sure the words were that suggested the matter (0 … 1); null since a person has decided it. */
    Double matterConfidence;

    Integer severity;
    String text;

    @Enumerated(EnumType.STRING)
    Channel channel;

    Integer peopleAffected;
    boolean injury;

    @Embedded
    Place place;

    /** What scope is applied to: the grid, or the district where no place is known. */
    String placeCode;

    Double longitude;
    Double latitude;
    String address;
    int reportsBefore;

    @Embedded
    Desk owner;

    // Protected: of a superclass, Hibernate's enhancer sees no package-private field that is neither a record nor
    // basic.
    @Embedded
    protected Assignment assignment = new Assignment();

    @Embedded
    protected DueClock clock = new DueClock();

    /** Whether whoever has the case now was pressed to answer; the next move begins anew. */
    boolean answerPressed;

    /** 0 none, 1 the street's, 2 the district's, 3 on the leaders' list; rises only (督办). */
    int supervision;

    /** When the clock has to look at it next ({@link CaseSweep}); null for never. */
    Instant nextMarkAt;

    /** Until when somebody has to have spoken with the reporter; null where there is nothing to reach them by. */
    Instant contactBy;

    Instant contactedAt;
    boolean contactPressed;

    int reworks;
    boolean markedBig;

    @Enumerated(EnumType.STRING)
    Scale scale;

    @Enumerated(EnumType.STRING)
    Level level = Level.GRID;

    @Embedded
    Verdict verdict;

    UUID linkageId;
    Instant reportedAt;
    Instant changedAt;
    Instant filedAt;
    Instant verifyBy;
    Instant closedAt;
    String reason;
    String route;

    @Enumerated(EnumType.STRING)
    Diversion diversion;

    /** Unit or company that a complaint is about: it neither handles nor sees it (济南 Art. 32). */
    String complainedOf;

    @Embedded
    Handler handler;

    @Embedded
    Feedback feedback;

    @Embedded
    Rating rating;

    /** How often the result was refused (差评). */
    int badRatings;

    /** While the supervisor reviews a result that was refused again. */
    Instant reviewSince;

    /** Tries left to call the reporter back; none after an answer. */
    int callsLeft = CaseAftermath.TRIES;

    /** Of a duplicate: the case that is handled for it. Stays after both are closed. */
    UUID masterId;

    /** What an unmerging restores. */
    @Enumerated(EnumType.STRING)
    CaseStatus mergedFrom;

    int urgedByReporter;
    Instant urgedAt;
    String tokenHash;
    String intakeKey;

    @Transient
    final Journal journal = new Journal();

    /** Past its due time; a suspended case is 缓办, not late. */
    boolean overdue(Instant now) {
        return status.isOpen() && status != CaseStatus.SUSPENDED && clock.passed(now);
    }

    String leadName() {
        return assignment.isLedBy(Unit.COMMUNITY) && place.communityName() != null
                ? place.communityName()
                : Unit.title(assignment.leadUnit);
    }

    final void only(CaseStatus from, String command) {
        if (status != from) {
            throw new IllegalMove(this, command);
        }
    }

    final void check(CaseStatus to, String command) {
        if (!status.next().contains(to)) {
            throw new IllegalMove(this, command);
        }
    }

    final void moveTo(CaseStatus to, String command, String event, Actor actor, String why, String note, Instant at) {
        if (status != null) {
            check(to, command);
        }
        var from = status;
        status = to;
        answerPressed = false;
        append(from, command, event, actor, why, note, at);
    }

    final void noted(String command, String event, Actor actor, String why, String note, Instant at) {
        append(status, command, event, actor, why, note, at);
    }

    /** After the move: the due time is now this one, and the last history row says why. */
    final void promised(String why, Actor actor, String because, Instant at) {
        journal.add(new CasePromise(id, version, at, clock.dueAt, why, because, actor));
    }

    private void append(
            CaseStatus from, String command, String event, Actor actor, String why, String note, Instant at) {
        version++;
        changedAt = at;
        journal.add(
                new CaseStep(id, version, at, from, status, command, actor, why, note),
                new CaseEvent(event, CaseState.of(this, actor, why, at)));
    }
}
