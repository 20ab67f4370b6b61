package onegrid.gateway.door;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How often one address (nobody signed in) or one account may write. 0 switches a limit off. */
@ApplicationScoped
class RateLimits {
    /** Photos and suggestions come several to a report. */
    private static final int BESIDE_A_REPORT = 5;

    private final int anonymous;
    private final int known;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .expireAfterAccess(Duration.ofMinutes(5))
            .maximumSize(100_000)
            .build();

    RateLimits(
            @ConfigProperty(name = "onegrid.rate.anonymous-per-minute") int anonymous,
            @ConfigProperty(name = "onegrid.rate.signed-in-per-minute") int known) {
        this.anonymous = anonymous;
        this.known = known;
    }

    /** False when the request was turned away with 429. */
    boolean admitAnonymous(RoutingContext ctx) {
        var report = ctx.normalizedPath().matches("/api/cases/?");
        var address = network(ctx.request().remoteAddress());
        return admit(ctx, (report ? "report " : "other ") + address, report ? anonymous : anonymous * BESIDE_A_REPORT);
    }

    boolean admitKnown(RoutingContext ctx, String account) {
        return admit(ctx, "account " + account, known);
    }

    private boolean admit(RoutingContext ctx, String who, int perMinute) {
        if (perMinute <= 0) {
            return true;
        }
        var bucket = buckets.get(who, first -> Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build());
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            return true;
        }
        var seconds = (int) Math.max(
                1,
                Duration.ofNanos(probe.getNanosToWaitForRefill())
                        .plusMillis(999)
                        .toSeconds());
        new Refusal(429, "too-many-requests", "Too many writes from here: wait a little", seconds).send(ctx);
        return false;
    }

    /** One household has a whole /64 of IPv6. */
    private static String network(SocketAddress peer) {
        var address = peer == null ? "?" : String.valueOf(peer.hostAddress());
        var groups = address.split(":");
        return groups.length == 8 ? String.join(":", groups[0], groups[1], groups[2], groups[3]) : address;
    }
}
