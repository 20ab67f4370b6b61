package onegrid.gateway.clients;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import onegrid.kit.problem.Problem;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A system of the district that uses the API on its own. It is made with its rights and limits, may be changed, disabled
 * and enabled, and is never deleted: what it did stays in the audit trail under its name.
 */
@Entity
class Client {
    enum State {
        ACTIVE,
        DISABLED
    }

    @Id
    String clientId;

    String name;
    String organisation;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> roles;

    String unit;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> gridScope;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> areas;

    int perMinute;
    int perDay;
    Instant expiresAt;

    @Enumerated(EnumType.STRING)
    State state;

    String reason;
    Instant rightsAt;
    Instant createdAt;
    String createdBy;
    Instant changedAt;

    @Version
    long version;

    protected Client() {}

    static Client named(String clientId, String by, Instant at) {
        var client = new Client();
        client.clientId = clientId;
        client.state = State.ACTIVE;
        client.createdBy = by;
        client.createdAt = at;
        client.rightsAt = at;
        return client;
    }

    void may(Rights rights, Instant at) {
        name = rights.name().strip();
        organisation = rights.organisation().strip();
        roles = rights.roles().stream().distinct().sorted().toList();
        unit = rights.unit() == null || rights.unit().isBlank()
                ? null
                : rights.unit().strip();
        gridScope = rights.gridScope().stream().distinct().sorted().toList();
        areas = rights.areas().stream().distinct().sorted().toList();
        perMinute = rights.perMinute();
        perDay = rights.perDay();
        expiresAt = rights.expiresAt() == null ? null : rights.expiresAt().toInstant();
        rightsAt = at;
        changedAt = at;
    }

    void holdsFrom(Instant at) {
        rightsAt = at;
        changedAt = at;
    }

    void disable(String why, Instant at) {
        moveTo(State.DISABLED, why, at);
    }

    void enable(String why, Instant at) {
        moveTo(State.ACTIVE, why, at);
    }

    private void moveTo(State next, String why, Instant at) {
        if (state == next) {
            throw new Problem(409, "illegal-transition", "Client " + clientId + " is " + state + " already")
                    .with("allowed", allowed());
        }
        state = next;
        reason = why;
        rightsAt = at;
        changedAt = at;
    }

    List<String> allowed() {
        return state == State.ACTIVE ? List.of("change", "rotate", "disable") : List.of("change", "enable");
    }

    Registered registered() {
        return new Registered(
                clientId, List.copyOf(areas), perMinute, perDay, state == State.ACTIVE, expiresAt, rightsAt);
    }
}
