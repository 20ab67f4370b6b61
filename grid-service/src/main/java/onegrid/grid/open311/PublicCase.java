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

/**
 * The columns of a case that everybody may read: no word of the reporter, no person. {@code place} is the grid of a part
 * or event, else the community; {@code longitude} and {@code latitude} are WGS-84 degrees in three decimals, or null.
 */
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
    String place;
    String placeCode;
    String communityCode;
    String communityName;
    String ownerUnit;
    Double longitude;
    Double latitude;
    Instant reportedAt;
    Instant changedAt;
    Instant closedAt;
    Instant dueAt;
    String timeLimit;
    String reason;
    String route;

    /** Of what is closed the closing, as GeoReport has it; a rating that comes later is no update. */
    Instant updatedAt() {
        return status.isOpen() || closedAt == null ? changedAt : closedAt;
    }
}
