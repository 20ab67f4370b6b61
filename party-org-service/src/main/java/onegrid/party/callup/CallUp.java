package onegrid.party.callup;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.UUID;

/** A unit called up for a directive; {@code coming} is null until it answers. */
@Entity
@IdClass(CallUp.Key.class)
class CallUp {
    @Id
    UUID directiveId;

    @Id
    String unitCode;

    int members;

    @jakarta.persistence.Column(name = "called_up")
    int calledUp;

    Integer coming;
    Instant answeredAt;

    record Key(UUID directiveId, String unitCode) {}
}
