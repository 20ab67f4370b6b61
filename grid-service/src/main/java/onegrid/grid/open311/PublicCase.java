package onegrid.grid.open311;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import onegrid.grid.cases.CaseStatus;
import org.hibernate.annotations.Immutable;

/** The columns of a case that everybody may read: no word of the reporter, no person. */
@Entity
@Immutable
@Table(name = "public_case")
class PublicCase {
    @Id
    UUID id;

    String number;

    @Enumerated(EnumType.STRING)
    CaseStatus status;

    String matterCode;
    String gridCode;
    String gridPath;
    String communityCode;
    String communityName;
    String ownerUnit;
    Double longitude;
    Double latitude;
    Instant reportedAt;
    Instant changedAt;
    Instant dueAt;
    String reason;
    String route;
}
