package onegrid.gateway.signin;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import onegrid.kit.problem.Unavailable;
import org.jboss.logging.Logger;

/** Finds out who asks: a bearer token goes before the session. */
@ApplicationScoped
public class Askers {
    private static final Logger LOG = Logger.getLogger(Askers.class);
    private static final SecurityIdentity NOBODY = QuarkusSecurityIdentity.builder()
            .setPrincipal(new QuarkusPrincipal(""))
            .setAnonymous(true)
            .build();

    private final IdentityProviderManager identities;

    Askers(IdentityProviderManager identities) {
        this.identities = identities;
    }

    /** Fails only when a bearer token cannot be judged, because Keycloak's keys were never seen. */
    public Uni<Asker> of(RoutingContext ctx) {
        var authorization = ctx.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            return byBearer(ctx, authorization);
        }
        return hasSession(ctx) ? bySession(ctx) : Uni.createFrom().item(new Asker.Unknown(false));
    }

    /** What follows need not look at the request's credentials again. */
    public void nobody(RoutingContext ctx) {
        QuarkusHttpUser.setIdentity(NOBODY, ctx);
    }

    /** Asks Quarkus, but keeps the answer to a failure to ourselves: it would challenge or fail the request at once. */
    static Uni<SecurityIdentity> identify(RoutingContext ctx, IdentityProviderManager identities) {
        ctx.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
        return QuarkusHttpUser.getSecurityIdentity(ctx, identities);
    }

    static boolean hasSession(RoutingContext ctx) {
        return ctx.request().cookies().stream()
                .anyMatch(cookie -> cookie.getName().startsWith(Tenants.SESSION_COOKIE));
    }

    /** Also the parts of a session that was too long for one cookie. */
    static void forgetSession(RoutingContext ctx) {
        for (var cookie : List.copyOf(ctx.request().cookies())) {
            if (cookie.getName().startsWith(Tenants.SESSION_COOKIE)) {
                ctx.response()
                        .addCookie(Cookie.cookie(cookie.getName(), "")
                                .setPath("/")
                                .setMaxAge(0)
                                .setHttpOnly(true));
            }
        }
    }

    private Uni<Asker> byBearer(RoutingContext ctx, String authorization) {
        if (!authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return Uni.createFrom().item(new Asker.Refused());
        }
        var token = authorization.substring(7).strip();
        return identify(ctx, identities)
                .<Asker>map(identity -> identity == null || identity.isAnonymous()
                        ? new Asker.Refused()
                        : new Asker.Known(identity, token, false))
                .onFailure(failure -> !away(failure))
                .recoverWithItem(new Asker.Refused());
    }

    private Uni<Asker> bySession(RoutingContext ctx) {
        Tenants.askTheSession(ctx);
        return identify(ctx, identities)
                .<Asker>map(identity -> {
                    var access = identity == null ? null : identity.getCredential(AccessTokenCredential.class);
                    return access == null ? over(ctx) : new Asker.Known(identity, access.getToken(), true);
                })
                .onFailure()
                .recoverWithItem(failure -> away(failure) ? new Asker.Unknown(true) : over(ctx));
    }

    private static Asker over(RoutingContext ctx) {
        forgetSession(ctx);
        return new Asker.Unknown(false);
    }

    /** Keycloak is not there; anything else means that the credentials are not good. */
    static boolean away(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OIDCException && !(failure instanceof AuthenticationFailedException)) {
                LOG.debugf("Keycloak is away: %s", cause.getMessage());
                return true;
            }
        }
        return Unavailable.isCauseOf(failure);
    }
}
