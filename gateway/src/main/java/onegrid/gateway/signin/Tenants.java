package onegrid.gateway.signin;

import io.quarkus.oidc.TenantResolver;
import io.quarkus.oidc.runtime.OidcUtils;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Two ways to be known: by bearer token (the default tenant), or by the browser's session (tenant "browser"). */
@ApplicationScoped
class Tenants implements TenantResolver {
    private static final String BROWSER = "browser";
    private static final String BY_SESSION = "onegrid.by-session";
    static final String SESSION_COOKIE = OidcUtils.SESSION_COOKIE_NAME + "_" + BROWSER;

    static void askTheSession(RoutingContext ctx) {
        ctx.put(BY_SESSION, true);
    }

    @Override
    public String resolve(RoutingContext ctx) {
        return Boolean.TRUE.equals(ctx.get(BY_SESSION)) ? BROWSER : OidcUtils.DEFAULT_TENANT_ID;
    }
}
