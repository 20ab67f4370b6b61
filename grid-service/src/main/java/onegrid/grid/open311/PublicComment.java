package onegrid.grid.open311;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** That a district system added something to a case. */
@Entity
@Immutable
@IdClass(PublicStep.Key.class)
@Table(name = "public_case_comment")
class PublicComment {
    @Id
    UUID caseId;

    @Id
    int seq;

    Instant at;
    String client;
}
