package onegrid.gateway.contracts;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
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

/** What the suite promises to district systems: the API and the events, as documents. Anybody may read them. */
@ApplicationScoped
class Documents {
    private static final int BEFORE_THE_PAGES = 550;

    private volatile Buffer yaml;

    void open(@Observes Router router) {
        serve(router, "/openapi.json", "application/json; charset=utf-8", () -> file("openapi.json"));
        serve(router, "/openapi.yaml", "application/yaml; charset=utf-8", this::yaml);
        serve(router, "/asyncapi.json", "application/json; charset=utf-8", () -> file("asyncapi.json"));
    }

    private interface Content {
        Buffer read();
    }

    private static void serve(Router router, String path, String type, Content content) {
        router.route(path).order(BEFORE_THE_PAGES).blockingHandler(ctx -> {
            if (ctx.request().method() != HttpMethod.GET && ctx.request().method() != HttpMethod.HEAD) {
                ctx.next();
                return;
            }
            send(ctx, type, content.read());
        });
    }

    private static void send(RoutingContext ctx, String type, Buffer content) {
        var etag = "\"" + Sha256.of(content.getBytes()).substring(0, 16) + "\"";
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

    /** Made from the JSON when somebody first asks for it. */
    private Buffer yaml() {
        if (yaml == null) {
            try {
                var document = new ObjectMapper().readTree(file("openapi.json").getBytes());
                yaml = Buffer.buffer(new YAMLMapper().writeValueAsBytes(document));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return yaml;
    }

    private static Buffer file(String name) {
        try (var file = Thread.currentThread().getContextClassLoader().getResourceAsStream("contracts/" + name)) {
            return Buffer.buffer(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
