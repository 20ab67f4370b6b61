package onegrid.grid.cases;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One row of a case's history: who did what, when, why. Only added. */
@Entity
@Immutable
@IdClass(CaseStep.Key.class)
class CaseStep {
    record Key(UUID caseId, int seq) implements Serializable {}

    @Id
    UUID caseId;

    @Id
    int seq;

    Instant at;

    @Enumerated(EnumType.STRING)
    CaseStatus fromStatus;

    @Enumerated(EnumType.STRING)
    CaseStatus toStatus;

    String command;
    String actor;
    String role;
    String reason;
    String note;

    CaseStep() {}

    CaseStep(
            UUID caseId,
            int seq,
            Instant at,
            CaseStatus from,
            CaseStatus to,
            String command,
            Actor actor,
            String reason,
            String note) {
        this.caseId = caseId;
        this.seq = seq;
        this.at = at;
        this.fromStatus = from;
        this.toStatus = to;
        this.command = command;
        this.actor = actor.name();
        this.role = actor.role();
        this.reason = reason;
        this.note = note;
    }
}
