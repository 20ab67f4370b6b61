package onegrid.gateway.clients;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One secret of a client. The present one has no end; rotation gives it one, so that for a while two are valid. */
@Entity
@Table(name = "client_secret")
class Secret {
    @Id
    UUID id;

    String clientId;
    String digest;
    Instant issuedAt;
    String issuedBy;
    Instant validUntil;
    Instant usedAt;

    protected Secret() {}

    static Secret of(String clientId, String digest, String by, Instant at) {
        var secret = new Secret();
        secret.id = UUID.randomUUID();
        secret.clientId = clientId;
        secret.digest = digest;
        secret.issuedBy = by;
        secret.issuedAt = at;
        return secret;
    }

    boolean holdsAt(Instant now) {
        return validUntil == null || now.isBefore(validUntil);
    }

    /** To the minute: who fetches a token every second need not write a row every second. */
    void used(Instant now) {
        if (usedAt == null || usedAt.isBefore(now.minusSeconds(60))) {
            usedAt = now;
        }
    }

    void endAt(Instant end) {
        if (validUntil == null || end.isBefore(validUntil)) {
            validUntil = end.isBefore(issuedAt) ? issuedAt : end;
        }
    }
}
