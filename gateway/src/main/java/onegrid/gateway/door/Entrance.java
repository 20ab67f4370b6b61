package onegrid.gateway.door;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import onegrid.kit.scope.Trace;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** The first to see every request: gives it a trace and a line in the log, and turns away what may not come in at all. */
@ApplicationScoped
class Entrance {
    private static final Logger LOG = Logger.getLogger("onegrid.gateway.access");
    private static final int BEFORE_ALL_ELSE = 10_000;

    private final SecurityHeaders securityHeaders;

    Entrance(SecurityHeaders securityHeaders) {
        this.securityHeaders = securityHeaders;
    }

    void open(@Observes Filters filters) {
        filters.register(this::enter, BEFORE_ALL_ELSE);
    }

    private void enter(RoutingContext ctx) {
        var began = System.nanoTime();
        var trace = trace(ctx);
        ctx.response().putHeader("X-Trace-Id", trace);
        var traceparent = Trace.current();
        ctx.addHeadersEndHandler(end -> securityHeaders.put(ctx));
        dropForwarded(ctx);
        var path = ctx.normalizedPath();
        var operates = path.equals("/q") || path.startsWith("/q/");
        if (!operates) {
            ctx.addEndHandler(end -> log(ctx, traceparent, began));
        }
        if (operates) {
            if (!mayOperate(ctx, path)) {
                Refusal.NOT_FOUND.send(ctx);
                return;
            }
        } else if (Bodies.announced(ctx.request()) > Bodies.limit(path)) {
            Refusal.TOO_LARGE.send(ctx);
            return;
        }
        ctx.next();
    }

    /** Health is for everybody who keeps the gateway running; figures only for the machine itself. */
    private static boolean mayOperate(RoutingContext ctx, String path) {
        var peer = ctx.request().connection().remoteAddress();
        return path.startsWith("/q/health")
                || peer != null
                        && List.of("127.0.0.1", "0:0:0:0:0:0:0:1", "::1").contains(peer.hostAddress());
    }

    /** Continues the caller's trace, or begins one where there is none or it is malformed. */
    private static String trace(RoutingContext ctx) {
        Trace.begin(ctx.request().getHeader("traceparent"));
        ctx.request().headers().set("traceparent", Trace.current());
        return (String) MDC.get("trace");
    }

    /** Where a request comes from is what the connection says (see quarkus.http.proxy.* behind a trusted proxy). */
    private static void dropForwarded(RoutingContext ctx) {
        var headers = ctx.request().headers();
        for (var name : List.copyOf(headers.names())) {
            if (name.regionMatches(true, 0, "x-forwarded-", 0, 12) || name.equalsIgnoreCase("forwarded")) {
                headers.remove(name);
            }
        }
    }

    /** No query (it may hold a tracking token), no address, no account. */
    private static void log(RoutingContext ctx, String traceparent, long began) {
        Trace.begin(traceparent);
        LOG.infof(
                "%s %s %d %d ms",
                ctx.request().method(),
                ctx.normalizedPath(),
                ctx.response().getStatusCode(),
                (System.nanoTime() - began) / 1_000_000);
    }
}
