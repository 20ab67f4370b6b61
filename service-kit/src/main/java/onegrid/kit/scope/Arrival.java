package onegrid.kit.scope;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * The first to see what comes to a service: takes up its trace and correlation id, writes a line in the log by which the
 * call is found here too, and says in words that nobody passes without a token.
 * That nobody does is kept by the HTTP permissions (microprofile-config.properties), also where a resource forgets it.
 */
@ApplicationScoped
class Arrival {
    private static final Logger LOG = Logger.getLogger("onegrid.access");
    private static final int BEFORE_ALL_ELSE = 10_000;

    void open(@Observes Filters filters) {
        filters.register(this::enter, BEFORE_ALL_ELSE);
    }

    private void enter(RoutingContext ctx) {
        Trace.begin(ctx.request().getHeader("traceparent"), ctx.request().getHeader(Trace.HEADER));
        var path = ctx.normalizedPath();
        if (!path.startsWith("/q/")) {
            logAtItsEnd(ctx, path);
        }
        var authorization = ctx.request().getHeader(HttpHeaders.AUTHORIZATION);
        var operated = path.matches("/q/(health(/.*)?|metrics)");
        if (operated || authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            ctx.next();
            return;
        }
        ctx.response()
                .setStatusCode(401)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .putHeader("WWW-Authenticate", "Bearer")
                .end(new JsonObject()
                        .put("type", "/problems/unauthenticated")
                        .put("title", "Unauthorized")
                        .put("status", 401)
                        .put("detail", "Sign in, or send a valid bearer token of this district")
                        .put("requestId", Trace.request())
                        .toBuffer());
    }

    /** No query, no address, no account. */
    private static void logAtItsEnd(RoutingContext ctx, String path) {
        var began = System.nanoTime();
        var traceparent = Trace.current();
        var request = Trace.request();
        ctx.addEndHandler(end -> {
            Trace.begin(traceparent, request);
            var millis = (System.nanoTime() - began) / 1_000_000;
            LOG.infof(
                    "%s %s %d %d ms",
                    ctx.request().method(), path, ctx.response().getStatusCode(), millis);
        });
    }
}
