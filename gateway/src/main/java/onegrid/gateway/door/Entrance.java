package onegrid.gateway.door;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import onegrid.kit.scope.Trace;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * The first to see every request: gives it a trace, a correlation id and a line in the log, and turns away what may not
 * come in at all.
 */
@ApplicationScoped
class Entrance {
    private static final Logger LOG = Logger.getLogger("onegrid.gateway.access");
    private static final int BEFORE_ALL_ELSE = 10_000;
    private static final String WHO = "onegrid.who";

    private final SecurityHeaders securityHeaders;
    private final CrossOrigin crossOrigin;
    private final Sizes sizes;

    Entrance(SecurityHeaders securityHeaders, CrossOrigin crossOrigin, Sizes sizes) {
        this.securityHeaders = securityHeaders;
        this.crossOrigin = crossOrigin;
        this.sizes = sizes;
    }

    void open(@Observes Filters filters) {
        filters.register(this::enter, BEFORE_ALL_ELSE);
    }

    private void enter(RoutingContext ctx) {
        var began = System.nanoTime();
        trace(ctx);
        var traceparent = Trace.current();
        var request = Trace.request();
        ctx.addHeadersEndHandler(end -> {
            securityHeaders.put(ctx);
            crossOrigin.put(ctx);
        });
        dropForwarded(ctx);
        var path = ctx.normalizedPath();
        var operates = path.equals("/q") || path.startsWith("/q/");
        if (operates) {
            if (mayOperate(ctx, path)) {
                ctx.next();
            } else {
                Refusal.NOT_FOUND.send(ctx);
            }
            return;
        }
        ctx.addEndHandler(end -> log(ctx, traceparent, request, began));
        if (!sizes.refuse(ctx) && !crossOrigin.answerPreflight(ctx)) {
            ctx.next();
        }
    }

    /** Health is for everybody who keeps the gateway running; figures only for the machine itself. */
    private static boolean mayOperate(RoutingContext ctx, String path) {
        var peer = ctx.request().connection().remoteAddress();
        return path.startsWith("/q/health")
                || peer != null
                        && List.of("127.0.0.1", "0:0:0:0:0:0:0:1", "::1").contains(peer.hostAddress());
    }

    /** Continues the caller's trace and id, or begins them; everybody behind the door reads the same two. */
    private static void trace(RoutingContext ctx) {
        var headers = ctx.request().headers();
        Trace.begin(headers.get("traceparent"), headers.get(Trace.HEADER));
        headers.set("traceparent", Trace.current());
        headers.set(Trace.HEADER, Trace.request());
        ctx.response()
                .putHeader("X-Trace-Id", (String) MDC.get("trace"))
                .putHeader("traceparent", Trace.current())
                .putHeader(Trace.HEADER, Trace.request());
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

    /** For the log: a client's id or somebody's role, never an account. */
    static void isFrom(RoutingContext ctx, String who) {
        ctx.put(WHO, who);
    }

    /** No query (it may hold a tracking token), no address, no account. */
    private static void log(RoutingContext ctx, String traceparent, String request, long began) {
        Trace.begin(traceparent, request);
        String who = ctx.get(WHO);
        LOG.infof(
                "%s %s %d %d ms %s",
                ctx.request().method(),
                ctx.normalizedPath(),
                ctx.response().getStatusCode(),
                (System.nanoTime() - began) / 1_000_000,
                who == null ? "-" : who);
    }
}
