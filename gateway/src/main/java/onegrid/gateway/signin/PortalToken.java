package onegrid.gateway.signin;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.Tokens;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * The gateway's own token, with which it asks for visitors without an account. Fetched in the background and renewed
 * at half of its life, so that the portal goes on for hours while Keycloak is away.
 */
@ApplicationScoped
public class PortalToken {
    private static final Logger LOG = Logger.getLogger(PortalToken.class);
    private static final long LOOK_EVERY_MS = 500;

    private final OidcClient keycloak;
    private final Vertx vertx;
    private final Clock clock;
    private final AtomicBoolean fetching = new AtomicBoolean();
    private volatile Held held = new Held(null, Instant.MIN, Instant.MIN);
    private volatile Instant notBefore = Instant.MIN;
    private volatile boolean told;
    private long timer;

    private record Held(String token, Instant renewAt, Instant expiresAt) {}

    PortalToken(OidcClient keycloak, Vertx vertx, Clock clock) {
        this.keycloak = keycloak;
        this.vertx = vertx;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        look();
        timer = vertx.setPeriodic(LOOK_EVERY_MS, tick -> look());
    }

    void stop(@Observes ShutdownEvent event) {
        vertx.cancelTimer(timer);
    }

    /** The token, or null while there is none: Keycloak has not answered yet, or for longer than the token's life. */
    public String now() {
        var current = held;
        return current.token() != null && clock.instant().isBefore(current.expiresAt()) ? current.token() : null;
    }

    /** A service does not take it: keys or client have changed, so a new one is needed. */
    public void refused(String token) {
        var current = held;
        if (token.equals(current.token())) {
            LOG.warn("The portal's token was refused by a service; fetching another");
            held = new Held(null, Instant.MIN, Instant.MIN);
        }
    }

    private void look() {
        var now = clock.instant();
        if (now.isBefore(held.renewAt()) || now.isBefore(notBefore) || !fetching.compareAndSet(false, true)) {
            return;
        }
        keycloak.getTokens().subscribe().with(this::keep, this::failed);
    }

    private void keep(Tokens tokens) {
        var now = clock.instant();
        var expiresAt = Instant.ofEpochSecond(tokens.getAccessTokenExpiresAt());
        var life = java.time.Duration.between(now, expiresAt);
        held = new Held(tokens.getAccessToken(), now.plus(life.dividedBy(2)), expiresAt);
        notBefore = now.plusSeconds(1);
        fetching.set(false);
        told = false;
        LOG.infof("The portal's token is good until %s", expiresAt);
    }

    private void failed(Throwable failure) {
        notBefore = clock.instant().plusSeconds(1);
        fetching.set(false);
        if (!told) {
            told = true;
            LOG.warnf("No token for the portal yet, trying every second: %s", failure.getMessage());
        }
    }
}
