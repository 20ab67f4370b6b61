package onegrid.grid.posts;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.UUID;

/**
 * A time during which an account acts in a post. What has begun is never removed; it ends, and says how. The holder is
 * the account's id, never a name.
 */
@Entity
class PostTerm {
    enum Manner {
        HOLDER,
        STAND_IN
    }

    enum Ending {
        HANDED_OVER,
        VACATED,
        /** As agreed when the stand-in was named. */
        UNTIL,
        /** A stand-in whose post was filled. */
        RELIEVED,
        /** Taken back before it began. */
        WITHDRAWN,
        GRID_CLOSED
    }

    @Id
    UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    GridPost post;

    @Enumerated(EnumType.STRING)
    Manner manner;

    String holder;
    Instant validFrom;
    Instant validTo;
    Instant recordedAt;
    String recordedBy;
    String note;

    @Enumerated(EnumType.STRING)
    Ending ending;

    String endReason;
    String endedBy;
    Instant endedAt;
    boolean withdrawn;

    protected PostTerm() {}

    PostTerm(GridPost post, Manner manner, String holder, Instant from, Act act) {
        this.id = UUID.randomUUID();
        this.post = post;
        this.manner = manner;
        this.holder = holder;
        this.validFrom = from;
        this.recordedAt = act.at();
        this.recordedBy = act.by();
        this.note = act.reason();
    }

    Vacancy.Span span() {
        return new Vacancy.Span(validFrom, validTo);
    }

    boolean holds(Instant at) {
        return !withdrawn && span().holds(at);
    }

    boolean overlaps(Instant from, Instant to) {
        return !withdrawn && (to == null || validFrom.isBefore(to)) && (validTo == null || validTo.isAfter(from));
    }

    void end(Instant at, Ending how, Act act) {
        validTo = at;
        ending = how;
        endReason = act.reason();
        endedBy = act.by();
        endedAt = act.at();
    }

    void withdraw(Act act) {
        withdrawn = true;
        ending = Ending.WITHDRAWN;
        endReason = act.reason();
        endedBy = act.by();
        endedAt = act.at();
    }

    /** The hand-over that ended it is taken back. */
    void goOn() {
        validTo = null;
        ending = null;
        endReason = null;
        endedBy = null;
        endedAt = null;
    }

    /** Who records something about a post: by post, with the reason or note given. */
    record Act(String by, String reason, Instant at) {}
}
