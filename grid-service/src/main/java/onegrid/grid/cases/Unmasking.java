package onegrid.grid.cases;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Somebody read who the reporter is, and why; shown to the reporter. */
@Entity
@Immutable
@Table(name = "case_unmasking")
class Unmasking {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    UUID caseId;
    Instant at;
    String account;
    String byPost;
    String byRole;
    String reason;

    Unmasking() {}

    Unmasking(UUID caseId, Actor actor, String reason, Instant at) {
        this.caseId = caseId;
        this.at = at;
        this.account = actor.account();
        this.byPost = actor.name();
        this.byRole = actor.role();
        this.reason = reason;
    }
}
