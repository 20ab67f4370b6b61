package onegrid.grid.open311;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import onegrid.kit.scope.Scope;

/** What a district system shows when it files by GeoReport v2; only its digest is kept. */
@Entity
class ApiKey {
    @Id
    UUID id;

    String client;
    String gridScope;
    String digest;
    Instant createdAt;
    String createdBy;
    Instant revokedAt;

    Scope scope() {
        return new Scope(List.of(gridScope.split(",")));
    }
}
