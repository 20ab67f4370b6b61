package onegrid.gateway.clients;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import onegrid.kit.problem.Problem;
import onegrid.kit.text.Sha256;

/** All clients and their secrets. */
@ApplicationScoped
class Clients {
    private static final int SECRET_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final EntityManager database;

    Clients(EntityManager database) {
        this.database = database;
    }

    /** @param text shown once, kept nowhere */
    record Issued(Secret secret, String text) {}

    void add(Client client) {
        if (database.find(Client.class, client.clientId) != null) {
            throw new Problem(409, "stored-before", "There is a client " + client.clientId + " already");
        }
        database.persist(client);
        database.flush();
    }

    List<Client> all() {
        return database.createQuery("from Client c order by c.clientId", Client.class)
                .getResultList();
    }

    /** Null: no such client. */
    Client find(String clientId) {
        return database.find(Client.class, clientId);
    }

    Client get(String clientId) {
        var client = find(clientId);
        if (client == null) {
            throw Problem.notFound("Client " + clientId);
        }
        return client;
    }

    /** For a command: the row is held, so that two cannot rotate at once. */
    Client locked(String clientId) {
        var client = database.find(Client.class, clientId, LockModeType.PESSIMISTIC_WRITE);
        if (client == null) {
            throw Problem.notFound("Client " + clientId);
        }
        return client;
    }

    void saved() {
        database.flush();
    }

    /** Newest first. */
    List<Secret> secrets(String clientId) {
        return database.createQuery("from Secret s where s.clientId = :id order by s.issuedAt desc", Secret.class)
                .setParameter("id", clientId)
                .getResultList();
    }

    List<Secret> validSecrets(String clientId, Instant now) {
        return secrets(clientId).stream().filter(secret -> secret.holdsAt(now)).toList();
    }

    Secret secret(String clientId, UUID id) {
        return secrets(clientId).stream()
                .filter(secret -> secret.id.equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("The secret"));
    }

    Issued issue(String clientId, String by, Instant at) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var secret = Secret.of(clientId, Sha256.of(text), by, at);
        database.persist(secret);
        database.flush();
        return new Issued(secret, text);
    }

    /**
     * A new secret beside the present one, which stays valid for the overlap. No more than two at once: who still has
     * two has not finished the last rotation.
     */
    Issued rotate(String clientId, Duration overlap, String by, Instant at) {
        var valid = validSecrets(clientId, at);
        if (valid.size() > 1) {
            throw Problem.rule("TWO_SECRETS", "Two secrets are valid: revoke the older one, or wait until it has ended")
                    .with("secrets", valid.stream().map(secret -> secret.id).toList());
        }
        valid.forEach(secret -> secret.endAt(at.plus(overlap)));
        database.flush();
        return issue(clientId, by, at);
    }

    /** The valid secret that this text is, or null. */
    Secret matching(String clientId, String text, Instant now) {
        var digest = Sha256.of(text);
        return validSecrets(clientId, now).stream()
                .filter(secret -> secret.digest.equals(digest))
                .findFirst()
                .orElse(null);
    }
}
