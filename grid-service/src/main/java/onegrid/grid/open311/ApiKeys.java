package onegrid.grid.open311;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import onegrid.kit.text.Sha256;

/** The keys of clients. A key has 192 random bits, so a plain digest is enough to keep it. */
@ApplicationScoped
class ApiKeys {
    private static final int BYTES = 24;

    private final SecureRandom random = new SecureRandom();
    private final EntityManager database;

    ApiKeys(EntityManager database) {
        this.database = database;
    }

    /** @param text shown once */
    record Issued(ApiKey key, String text) {}

    Issued issue(String client, List<String> scope, String by, Instant at) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var key = new ApiKey();
        key.id = UUID.randomUUID();
        key.client = client;
        key.gridScope = String.join(",", scope);
        key.digest = Sha256.of(text);
        key.createdAt = at;
        key.createdBy = by;
        database.persist(key);
        return new Issued(key, text);
    }

    @Transactional
    Optional<ApiKey> valid(String text) {
        return text == null || text.isBlank()
                ? Optional.empty()
                : database.createQuery("from ApiKey k where k.digest = :digest and k.revokedAt is null", ApiKey.class)
                        .setParameter("digest", Sha256.of(text.strip()))
                        .getResultStream()
                        .findFirst();
    }

    Optional<ApiKey> find(UUID id) {
        return Optional.ofNullable(database.find(ApiKey.class, id));
    }

    List<ApiKey> all() {
        return database.createQuery("from ApiKey k order by k.createdAt desc", ApiKey.class)
                .getResultList();
    }
}
