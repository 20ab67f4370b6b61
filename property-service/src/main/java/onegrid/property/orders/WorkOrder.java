package onegrid.property.orders;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** What a directive means for property: one order to whoever was in charge of the place on the day it came. */
@Entity
class WorkOrder {
    @Id
    UUID directiveId;

    String number;
    String title;
    String compoundCode;
    String companyCode;
    String officeCode;
    int respondWithinMinutes;
    Instant createdAt;
}
