package onegrid.gateway.door;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What scripts of other sites may read. Nothing, except: open data and Open311 by everybody; the API, with a bearer
 * token, by the origins that the operator lists. The session cookie counts for none of them: no answer ever allows
 * credentials, and the door does not look at a session that comes with a foreign origin.
 */
@ApplicationScoped
class CrossOrigin {
    private static final Pattern OPEN = Pattern.compile("/(api/)?(open311|open-data)(/.*)?");
    private static final Set<String> READS = Set.of("GET", "HEAD");
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String HEADERS = "Accept, Accept-Language, Authorization, Content-Type, Idempotency-Key,"
            + " If-Match, If-None-Match, If-Modified-Since, Last-Event-ID, X-Request-Id, traceparent";
    private static final String TOLD = "ETag, Link, Location, Last-Modified, Retry-After, RateLimit, RateLimit-Policy,"
            + " Idempotency-Replayed, X-Request-Id, X-Trace-Id, traceparent";

    private final Set<String> listed;

    /** @param origins as browsers write them: {@code https://map.example.cn}, with a port where it is not the usual */
    CrossOrigin(@ConfigProperty(name = "onegrid.cors.origins") Optional<List<String>> origins) {
        this.listed = Set.copyOf(origins.orElse(List.of()));
        for (var origin : listed) {
            var uri = URI.create(origin);
            if (uri.getScheme() == null
                    || uri.getRawAuthority() == null
                    || !uri.getPath().isEmpty()) {
                throw new IllegalArgumentException(
                        "onegrid.cors.origins: " + origin + " is not an origin such as https://map.example.cn");
            }
        }
    }

    /** A page of another site asks. */
    static boolean isForeign(HttpServerRequest request) {
        return request.getHeader("Origin") != null && !SameOrigin.isOwn(request);
    }

    /** True when this was a browser's question whether it may ask, and is answered. */
    boolean answerPreflight(RoutingContext ctx) {
        var request = ctx.request();
        var asked = request.getHeader("Access-Control-Request-Method");
        if (request.method() != HttpMethod.OPTIONS || asked == null || request.getHeader("Origin") == null) {
            return false;
        }
        var open = OPEN.matcher(ctx.normalizedPath()).matches() && READS.contains(asked);
        if (!open && !isListed(ctx)) {
            new Refusal(403, "forbidden", "Scripts of this origin may not do this here; the operator lists who may")
                    .send(ctx);
            return true;
        }
        ctx.response()
                .setStatusCode(204)
                .putHeader("Access-Control-Allow-Methods", isListed(ctx) ? METHODS : "GET, HEAD")
                .putHeader("Access-Control-Allow-Headers", HEADERS)
                .putHeader("Access-Control-Max-Age", "600")
                .end();
        return true;
    }

    /** On every answer, whoever gave it. */
    void put(RoutingContext ctx) {
        var headers = ctx.response().headers();
        var request = ctx.request();
        var open = OPEN.matcher(ctx.normalizedPath()).matches();
        if (open && READS.contains(method(request))) {
            headers.set("Access-Control-Allow-Origin", "*").set("Access-Control-Expose-Headers", TOLD);
            headers.set("Cross-Origin-Resource-Policy", "cross-origin");
        } else if (isListed(ctx)) {
            headers.set("Access-Control-Allow-Origin", request.getHeader("Origin"))
                    .set("Access-Control-Expose-Headers", TOLD);
        }
        if (!listed.isEmpty() && !open && ctx.normalizedPath().startsWith("/api/")) {
            headers.add("Vary", "Origin");
        }
    }

    /** The one that counts: for a preflight the method that would follow. */
    private static String method(HttpServerRequest request) {
        var asked = request.getHeader("Access-Control-Request-Method");
        return request.method() == HttpMethod.OPTIONS && asked != null
                ? asked
                : request.method().name();
    }

    private boolean isListed(RoutingContext ctx) {
        var origin = ctx.request().getHeader("Origin");
        return origin != null
                && listed.contains(origin)
                && ctx.normalizedPath().matches("/(api|open311|open-data)(/.*)?");
    }
}
