package onegrid.gateway.pages;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import onegrid.kit.text.Sha256;

/** The one page of the application, at every address that is a page and not a file: deep links can be opened and kept. */
@ApplicationScoped
class Pages {
    private static final int BEFORE_THE_FILES = 600;

    private final Buffer index = read();
    private final String etag =
            index == null ? null : "\"" + Sha256.of(index.getBytes()).substring(0, 16) + "\"";

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
        var response = ctx.response()
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .putHeader(HttpHeaders.ETAG, etag)
                .putHeader(HttpHeaders.VARY, "Accept-Encoding");
        if (etag.equals(ctx.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
            return;
        }
        // "identity" was set for everything; without it the server compresses.
        response.headers().remove(HttpHeaders.CONTENT_ENCODING);
        response.putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8").end(index);
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

    private static Buffer read() {
        try (var file =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("META-INF/resources/index.html")) {
            return file == null ? null : Buffer.buffer(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
