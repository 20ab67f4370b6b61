package onegrid.grid.open311;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import onegrid.grid.cases.CaseStatus;
import org.hibernate.annotations.Immutable;

/** One move of a case that everybody may read; why only where it was refused. */
@Entity
@Immutable
@IdClass(PublicStep.Key.class)
@Table(name = "public_case_step")
class PublicStep {
    record Key(UUID caseId, int seq) implements Serializable {}

    @Id
    UUID caseId;

    @Id
    int seq;

    Instant at;

    @Enumerated(EnumType.STRING)
    CaseStatus status;

    String reason;
    String route;
}
