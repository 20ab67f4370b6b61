package onegrid.gateway.door;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a browser may do with our answers, and how long it may keep them. The last word, whoever answered. */
@ApplicationScoped
class SecurityHeaders {
    private static final Set<String> PHONE = Set.of("/phone-sw.js", "/phone.webmanifest");

    private final String policy;

    SecurityHeaders(@ConfigProperty(name = "onegrid.keycloak.realm-url") URI realm) {
        this.policy = "default-src 'self'; img-src 'self' blob: data:; style-src 'self' 'unsafe-inline'; "
                + "worker-src 'self' blob:; connect-src 'self'; object-src 'none'; frame-ancestors 'none'; "
                + "base-uri 'self'; form-action 'self' " + realm.getScheme() + "://" + realm.getRawAuthority();
    }

    void put(RoutingContext ctx) {
        var headers = ctx.response().headers();
        headers.set("Content-Security-Policy", policy);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Permissions-Policy", "geolocation=(self), camera=(self), microphone=(), payment=(), usb=()");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("X-Permitted-Cross-Domain-Policies", "none");
        if (ctx.request().isSSL() || "https".equals(ctx.request().scheme())) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        var path = ctx.normalizedPath();
        if (path.startsWith("/assets/") && ctx.response().getStatusCode() < 400) {
            // The name of an asset holds its hash.
            headers.set(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
        } else if (PHONE.contains(path) && ctx.response().getStatusCode() < 400) {
            // Both say which files belong to the phone page: an old one would keep phones on an old version.
            headers.set(HttpHeaders.CACHE_CONTROL, "no-cache");
            if (path.endsWith(".webmanifest")) {
                headers.set(HttpHeaders.CONTENT_TYPE, "application/manifest+json; charset=utf-8");
            }
        } else if (path.startsWith("/api/") && !headers.contains(HttpHeaders.CACHE_CONTROL)) {
            // What one person may see must not stay on a computer that others use.
            headers.set(HttpHeaders.CACHE_CONTROL, sharable(path) ? "no-cache" : "no-store");
        }
    }

    private static boolean sharable(String path) {
        return path.startsWith("/api/grids") && !path.startsWith("/api/grids/tasks")
                || path.equals("/api/matters")
                || path.equals("/api/units");
    }
}
