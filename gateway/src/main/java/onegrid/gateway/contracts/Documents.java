package onegrid.gateway.contracts;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import onegrid.gateway.pages.Kept;

/** What the suite promises to district systems: the API and the events, as documents. Anybody may read them. */
@ApplicationScoped
class Documents {
    private static final int BEFORE_THE_PAGES = 550;

    /** By path, made when somebody first asks. */
    private final Map<String, Kept> made = new ConcurrentHashMap<>();

    void open(@Observes Router router) {
        serve(router, "/openapi.json", "application/json; charset=utf-8", () -> file("openapi.json"));
        serve(router, "/openapi.yaml", "application/yaml; charset=utf-8", Documents::yaml);
        serve(router, "/asyncapi.json", "application/json; charset=utf-8", () -> file("asyncapi.json"));
    }

    private void serve(Router router, String path, String type, Supplier<Buffer> content) {
        router.route(path).order(BEFORE_THE_PAGES).blockingHandler(ctx -> {
            if (ctx.request().method() != HttpMethod.GET && ctx.request().method() != HttpMethod.HEAD) {
                ctx.next();
                return;
            }
            made.computeIfAbsent(path, first -> Kept.of(content.get(), type)).send(ctx);
        });
    }

    private static Buffer yaml() {
        try {
            var document = new ObjectMapper().readTree(file("openapi.json").getBytes());
            return Buffer.buffer(new YAMLMapper().writeValueAsBytes(document));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Buffer file(String name) {
        return Kept.file("contracts/" + name);
    }
}
