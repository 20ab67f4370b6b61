package onegrid.gateway.pages;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import onegrid.kit.text.Sha256;

/** A content that does not change while we run: read and digested once, asked for again and again. */
public record Kept(Buffer content, String type, String etag) {
    public static Kept of(Buffer content, String type) {
        return new Kept(content, type, "\"" + Sha256.of(content.getBytes()).substring(0, 16) + "\"");
    }

    /** A file of the classpath; null where there is none. */
    public static Buffer file(String path) {
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            return file == null ? null : Buffer.buffer(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void send(RoutingContext ctx) {
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
        response.putHeader(HttpHeaders.CONTENT_TYPE, type).end(content);
    }
}
