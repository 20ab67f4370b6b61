package onegrid.gateway.hooks;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import onegrid.kit.problem.Problem;
import onegrid.kit.scope.Caller;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * What a receiver has subscribed to, and with whose eyes. ACTIVE it gets what happens; PAUSED events gather for it until
 * it is resumed; DISABLED (it answered 410 Gone) nothing gathers any more, and a resume begins with what happens then.
 */
@Entity
@Table(name = "hook_subscription")
class Subscription {
    enum State {
        ACTIVE,
        PAUSED,
        DISABLED
    }

    /** How a CloudEvent lies in the request: all of it in the body, or its attributes in headers. */
    enum Mode {
        STRUCTURED,
        BINARY
    }

    @Id
    UUID id;

    String name;
    String url;

    @Enumerated(EnumType.STRING)
    Mode mode;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> eventTypes;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> gridCodes;

    String owner;
    String ownerPost;
    String role;
    String unit;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> gridScope;

    @Enumerated(EnumType.STRING)
    State state;

    String stateReason;
    byte[] secret;
    Instant secretSince;
    byte[] oldSecret;
    Instant oldSecretUntil;
    Instant createdAt;

    @Version
    long version;

    protected Subscription() {}

    static Subscription by(Caller caller, Instant at) {
        var subscription = new Subscription();
        subscription.id = UUID.randomUUID();
        subscription.owner = caller.id();
        subscription.ownerPost = caller.post();
        subscription.role = caller.role();
        subscription.unit = caller.unit();
        subscription.gridScope = new ArrayList<>(caller.scope().prefixes());
        subscription.state = State.ACTIVE;
        subscription.createdAt = at;
        return subscription;
    }

    Audience audience() {
        return new Audience(role, unit, gridScope, gridCodes);
    }

    void describe(String as, String to, Mode how, List<String> types, List<String> places) {
        name = as;
        url = to;
        mode = how;
        eventTypes = new ArrayList<>(types);
        gridCodes = new ArrayList<>(places);
    }

    void sign(byte[] sealed, Instant at, Instant oldUntil) {
        oldSecret = secret;
        oldSecretUntil = secret == null ? null : oldUntil;
        secret = sealed;
        secretSince = at;
    }

    void pause(String why) {
        only("pause", State.ACTIVE);
        state = State.PAUSED;
        stateReason = why;
    }

    void resume() {
        only("resume", State.PAUSED, State.DISABLED);
        state = State.ACTIVE;
        stateReason = null;
    }

    void only(String command, State... from) {
        if (!List.of(from).contains(state)) {
            throw new Problem(
                            409,
                            "illegal-transition",
                            "The subscription is " + state + " and takes no '" + command + "'")
                    .with("allowed", allowed());
        }
    }

    List<String> allowed() {
        return switch (state) {
            case ACTIVE -> List.of("change", "delete", "rotate-secret", "pause", "test", "replay");
            case PAUSED -> List.of("change", "delete", "rotate-secret", "resume", "replay");
            case DISABLED -> List.of("change", "delete", "rotate-secret", "resume");
        };
    }
}
