package onegrid.gateway.door;

import io.vertx.core.Vertx;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * How much a request may bring, and how long it may take to bring it. HTTP's own limits (quarkus.http.limits) are wider,
 * so that what is a little too large gets an answer in words; what is far too large gets 414 or 431 alone.
 */
@ApplicationScoped
class Sizes {
    private static final int ADDRESS = 16 * 1024;
    private static final int HEADERS = 20 * 1024;
    private static final int SLOWEST_BYTES_PER_SECOND = 16 * 1024;

    private final Vertx vertx;
    private final long bodyMillis;

    Sizes(Vertx vertx, DoorSettings settings) {
        this.vertx = vertx;
        this.bodyMillis = settings.bodyPatience().toMillis();
    }

    /** True when it was turned away. */
    boolean refuse(RoutingContext ctx) {
        var request = ctx.request();
        if (request.uri().length() > ADDRESS) {
            Refusal.ADDRESS_TOO_LONG.send(ctx);
        } else if (headers(ctx) > HEADERS) {
            Refusal.HEADERS_TOO_LARGE.send(ctx);
        } else if (Bodies.announced(request) > Bodies.limit(ctx.normalizedPath())) {
            Refusal.TOO_LARGE.send(ctx);
        } else {
            watchBody(ctx);
            return false;
        }
        return true;
    }

    private static int headers(RoutingContext ctx) {
        var sum = 0;
        for (var header : ctx.request().headers()) {
            sum += header.getKey().length() + header.getValue().length();
        }
        return sum;
    }

    /** A body that trickles in keeps a connection, and a connection to a service, busy for as long as it likes. */
    private void watchBody(RoutingContext ctx) {
        var path = ctx.normalizedPath();
        if (LongUpload.is(path)) {
            staysOpen(ctx);
        }
        if (!Bodies.expected(ctx.request())) {
            return;
        }
        var announced = Bodies.announced(ctx.request());
        var bytes = announced >= 0 ? announced : Bodies.limit(path);
        var timer = vertx.setTimer(bodyMillis + bytes * 1000 / SLOWEST_BYTES_PER_SECOND, late -> {
            if (!ctx.request().isEnded()) {
                Refusal.TOO_SLOW.sendAndClose(ctx);
            }
        });
        ctx.addEndHandler(end -> vertx.cancelTimer(timer));
    }

    /** The answer to an import may take longer than a connection may be silent (quarkus.http.idle-timeout). */
    private static void staysOpen(RoutingContext ctx) {
        if (ctx.request().connection() instanceof ConnectionBase connection
                && connection.channel().pipeline().get("idle") != null) {
            connection.channel().pipeline().remove("idle");
        }
    }
}
