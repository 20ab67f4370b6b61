package onegrid.kit.problem;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** An address with a NUL names nothing that PostgreSQL could hold: it is refused before anybody looks for it. */
class NoNul {
    @ServerRequestFilter(preMatching = true)
    public Response check(HttpServerRequest request) {
        return request.uri().contains("%00")
                ? ProblemMapper.ProblemResponse.of(
                        new Problem(400, "bad-parameter", "The address contains characters that are not text"))
                : null;
    }
}
