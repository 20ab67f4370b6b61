package onegrid.gateway.door;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import onegrid.gateway.door.Forwarder.Passage;
import onegrid.gateway.signin.Asker;
import onegrid.gateway.signin.Askers;
import onegrid.gateway.signin.PortalToken;
import onegrid.kit.scope.Caller;

/** Everything under /api: who asks, may they, and on to the service of the area. Never a redirect. */
@ApplicationScoped
class ApiDoor {
    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final int BEFORE_THE_PAGES = 500;

    private final Askers askers;
    private final PortalToken portal;
    private final Forwarder forwarder;
    private final RateLimits limits;
    private final ClientDoor clients;

    ApiDoor(Askers askers, PortalToken portal, Forwarder forwarder, RateLimits limits, ClientDoor clients) {
        this.askers = askers;
        this.portal = portal;
        this.forwarder = forwarder;
        this.limits = limits;
        this.clients = clients;
    }

    void open(@Observes Router router) {
        router.route("/api*").order(BEFORE_THE_PAGES).handler(this::enter);
        router.route("/open311/*").order(BEFORE_THE_PAGES).handler(this::enter);
        router.route("/oauth2/*").order(BEFORE_THE_PAGES).handler(this::enterForAToken);
    }

    /** Nobody is known yet; one address may not try secrets without end. */
    private void enterForAToken(RoutingContext ctx) {
        if (limits.admitAnonymous(ctx)) {
            Entrance.isFrom(ctx, "token");
            ctx.next();
        }
    }

    private void enter(RoutingContext ctx) {
        var path = ctx.normalizedPath();
        var area = Area.of(path);
        if (area == null) {
            Refusal.NOT_FOUND.send(ctx);
            return;
        }
        askers.of(ctx).subscribe().with(asker -> admit(ctx, area, asker), failure -> Refusal.SIGN_IN_AWAY.send(ctx));
    }

    private void admit(RoutingContext ctx, Area area, Asker asker) {
        var isPublic = PublicPaths.covers(ctx.request().method(), ctx.normalizedPath());
        var writes = !READS.contains(ctx.request().method());
        switch (asker) {
            case Asker.Known known
            when known.bySession() && !writes && CrossOrigin.isForeign(ctx.request()) -> {
                admit(ctx, area, new Asker.Unknown(false));
            }
            case Asker.Refused refused -> Refusal.UNAUTHENTICATED.send(ctx);
            case Asker.Unknown unknown
            when !isPublic -> {
                (unknown.signInAway() ? Refusal.SIGN_IN_AWAY : Refusal.UNAUTHENTICATED).send(ctx);
            }
            case Asker.Unknown unknown -> {
                if (writes && !limits.admitAnonymous(ctx)) {
                    return;
                }
                Entrance.isFrom(ctx, "visitor");
                asPortal(ctx, area);
            }
            case Asker.Known known -> {
                Entrance.isFrom(ctx, Caller.role(known.identity()));
                var client = ClientDoor.clientOf(known);
                if (client != null && !clients.admit(ctx, client, known, writes)) {
                    return;
                }
                if (writes && known.bySession() && !SameOrigin.holds(ctx.request())) {
                    Refusal.FOREIGN_ORIGIN.send(ctx);
                    return;
                }
                if (writes
                        && client == null
                        && !limits.admitKnown(
                                ctx, known.identity().getPrincipal().getName())) {
                    return;
                }
                if (area == Area.HERE) {
                    QuarkusHttpUser.setIdentity(known.identity(), ctx);
                    ctx.next();
                } else {
                    forwarder.forward(ctx, new Passage(area, known.token(), null));
                }
            }
        }
    }

    private void asPortal(RoutingContext ctx, Area area) {
        if (area == Area.HERE) {
            askers.nobody(ctx);
            ctx.next();
            return;
        }
        var token = portal.now();
        if (token == null) {
            Refusal.SIGN_IN_AWAY.send(ctx);
            return;
        }
        forwarder.forward(ctx, new Passage(area, token, () -> portal.refused(token)));
    }
}
