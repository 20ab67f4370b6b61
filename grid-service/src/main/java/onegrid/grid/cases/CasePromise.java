package onegrid.grid.cases;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A due time that was promised, and what caused it; the newest holds. Only added. */
@Entity
@Immutable
@IdClass(CaseStep.Key.class)
class CasePromise {
    @Id
    UUID caseId;

    /** Of the history row that tells of it. */
    @Id
    int seq;

    Instant at;
    Instant dueAt;

    /** reported, filed, reclassified, extended, suspended, resumed or reopened. */
    String why;

    /** By staff; a reporter's own words are not shown to others. */
    String reason;

    String byPost;

    CasePromise() {}

    CasePromise(UUID caseId, int seq, Instant at, Instant dueAt, String why, String reason, Actor by) {
        this.caseId = caseId;
        this.seq = seq;
        this.at = at;
        this.dueAt = dueAt;
        this.why = why;
        this.reason = by.isStaff() ? reason : null;
        this.byPost = by.name();
    }
}
