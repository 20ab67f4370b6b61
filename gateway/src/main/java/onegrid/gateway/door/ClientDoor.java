package onegrid.gateway.door;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import onegrid.gateway.clients.ApiArea;
import onegrid.gateway.clients.Meter;
import onegrid.gateway.clients.Registered;
import onegrid.gateway.clients.Registry;
import onegrid.gateway.signin.Asker;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** What a district system's token may do at the door: its areas, its rate and quota, and whether it is still admitted. */
@ApplicationScoped
class ClientDoor {
    private final Registry registry;
    private final Meter meter;
    private final Clock clock;

    ClientDoor(Registry registry, Meter meter, Clock clock) {
        this.registry = registry;
        this.meter = meter;
        this.clock = clock;
    }

    /** The client whose token this is; null for people. Keycloak writes client_id, or an account's own form, into tokens of service accounts. */
    static String clientOf(Asker.Known known) {
        if (known.bySession() || !(known.identity().getPrincipal() instanceof JsonWebToken token)) {
            return null;
        }
        Object account = token.getClaim("preferred_username");
        Object client = token.getClaim("client_id");
        if (client == null && String.valueOf(account).startsWith("service-account-")) {
            client = token.getClaim("azp");
        }
        return client == null ? null : client.toString();
    }

    /** False when it was turned away. Every answer to an admitted client tells how much it has left. */
    boolean admit(RoutingContext ctx, String clientId, Asker.Known known, boolean writes) {
        Entrance.isFrom(ctx, "client " + clientId);
        var client = registry.find(clientId);
        if (client == null) {
            (registry.isLoaded() ? unknown(clientId) : Refusal.PART_AWAY).send(ctx);
            return false;
        }
        if (!client.holdsAt(clock.instant())) {
            new Refusal(403, "forbidden", "The client " + clientId + " is disabled or has expired; ask the district")
                    .send(ctx);
            return false;
        }
        if (!client.isFrom(((JsonWebToken) known.identity().getPrincipal()).getIssuedAtTime())) {
            new Refusal(401, "unauthenticated", "The rights of this client have changed: fetch a new token").send(ctx);
            return false;
        }
        return counts(ctx, client) && reaches(ctx, client, writes);
    }

    private static Refusal unknown(String clientId) {
        return new Refusal(403, "forbidden", "The client " + clientId + " is not admitted here; ask the district");
    }

    /** draft-ietf-httpapi-ratelimit-headers: two policies, and what is left of each. */
    private boolean counts(RoutingContext ctx, Registered client) {
        var reading = meter.take(client);
        ctx.response()
                .putHeader(
                        "RateLimit-Policy",
                        "\"minute\";q=%d;w=60, \"day\";q=%d;w=86400".formatted(client.perMinute(), client.perDay()))
                .putHeader(
                        "RateLimit",
                        "\"minute\";r=%d;t=%d, \"day\";r=%d;t=%d"
                                .formatted(
                                        reading.minuteLeft(),
                                        reading.minuteEnds(),
                                        reading.dayLeft(),
                                        reading.dayEnds()));
        if (reading.exceeded() == null) {
            return true;
        }
        new Refusal(
                        429,
                        "too-many-requests",
                        "The %s of this client is used up: %d calls a %s"
                                .formatted(
                                        reading.exceeded().equals("day") ? "quota" : "rate",
                                        reading.exceeded().equals("day") ? client.perDay() : client.perMinute(),
                                        reading.exceeded()),
                        (int) reading.secondsToWait())
                .with("policy", reading.exceeded())
                .send(ctx);
        return false;
    }

    private static boolean reaches(RoutingContext ctx, Registered client, boolean writes) {
        var path = ctx.normalizedPath();
        var right = ApiArea.right(path, writes);
        if (path.equals("/api/me") || client.may(right)) {
            return true;
        }
        new Refusal(
                        403,
                        "forbidden",
                        right == null
                                ? "This address is for people only"
                                : "The client " + client.clientId() + " may not do this: it needs " + right)
                .with("area", right == null ? "people" : right)
                .send(ctx);
        return false;
    }
}
