package onegrid.gateway.pages;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** The one page of the application, at every address that is a page and not a file: deep links can be opened and kept. */
@ApplicationScoped
class Pages {
    private static final int BEFORE_THE_FILES = 600;

    private final Kept index = read();

    void open(@Observes Router router) {
        if (index != null) {
            router.route().order(BEFORE_THE_FILES).handler(this::open);
        }
    }

    private void open(RoutingContext ctx) {
        var method = ctx.request().method();
        if (method != HttpMethod.GET && method != HttpMethod.HEAD || !isPage(ctx)) {
            ctx.next();
            return;
        }
        index.send(ctx);
    }

    private static boolean isPage(RoutingContext ctx) {
        var path = ctx.normalizedPath();
        if (path.equals("/index.html")) {
            return true;
        }
        var accept = ctx.request().getHeader(HttpHeaders.ACCEPT);
        return (accept == null || accept.contains("text/html") || accept.contains("*/*"))
                && !path.contains(".")
                && !path.matches("/(api|q|login|logout|assets)(/.*)?");
    }

    /** Null in a build without pages. */
    private static Kept read() {
        var file = Kept.file("META-INF/resources/index.html");
        return file == null ? null : Kept.of(file, "text/html; charset=utf-8");
    }
}
