package onegrid.gateway.signin;

import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** {@code /login?to=/desk} leads to Keycloak and back, {@code /logout} ends the session here and there. */
@ApplicationScoped
class SignIn {
    private static final int BEFORE_THE_PAGES = 500;

    private final IdentityProviderManager identities;

    SignIn(IdentityProviderManager identities) {
        this.identities = identities;
    }

    void open(@Observes Router router) {
        router.route(HttpMethod.GET, "/login").order(BEFORE_THE_PAGES).handler(this::login);
        router.route(HttpMethod.GET, "/logout").order(BEFORE_THE_PAGES).handler(this::logout);
    }

    private void login(RoutingContext ctx) {
        Tenants.askTheSession(ctx);
        Askers.identify(ctx, identities)
                .subscribe()
                .with(
                        identity -> {
                            if (identity == null || identity.isAnonymous()) {
                                leadToKeycloak(ctx);
                            } else {
                                redirect(ctx, LocalPath.of(ctx.request().getParam("to")));
                            }
                        },
                        failure -> loginFailed(ctx, failure));
    }

    private void loginFailed(RoutingContext ctx, Throwable failure) {
        if (failure instanceof AuthenticationRedirectException onward) {
            redirect(ctx, onward.getRedirectUri());
        } else if (Askers.away(failure)) {
            SignInPage.AWAY.send(ctx);
        } else if (ctx.request().getParam("state") != null) {
            // Back from Keycloak, but not signed in: cancelled, or too late, or with another browser's answer.
            SignInPage.NOT_FINISHED.send(ctx);
        } else {
            Askers.forgetSession(ctx);
            leadToKeycloak(ctx);
        }
    }

    private void leadToKeycloak(RoutingContext ctx) {
        HttpAuthenticator authenticator = ctx.get(HttpAuthenticator.class.getName());
        authenticator
                .sendChallenge(ctx)
                .subscribe()
                .with(
                        sent -> {
                            if (!ctx.response().ended()) {
                                ctx.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                                ctx.end();
                            }
                        },
                        away -> SignInPage.AWAY.send(ctx));
    }

    private void logout(RoutingContext ctx) {
        if (!Askers.hasSession(ctx) || "cross-site".equals(ctx.request().getHeader("Sec-Fetch-Site"))) {
            redirect(ctx, "/");
            return;
        }
        Tenants.askTheSession(ctx);
        Askers.identify(ctx, identities)
                .subscribe()
                .with(
                        identity -> leave(ctx, "/"),
                        failure -> leave(
                                ctx,
                                failure instanceof AuthenticationRedirectException end ? end.getRedirectUri() : "/"));
    }

    private static void leave(RoutingContext ctx, String to) {
        Askers.forgetSession(ctx);
        redirect(ctx, to);
    }

    private static void redirect(RoutingContext ctx, String to) {
        ctx.response()
                .setStatusCode(303)
                .putHeader(HttpHeaders.LOCATION, to)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .end();
    }
}
