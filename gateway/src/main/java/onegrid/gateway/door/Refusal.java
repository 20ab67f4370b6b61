package onegrid.gateway.door;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import onegrid.kit.scope.Trace;

/**
 * What the door itself answers when it does not let a request through: RFC 9457, the words of docs/api.md.
 *
 * @param more further members of the problem
 */
public record Refusal(int status, String type, String detail, int retryAfterSeconds, Map<String, Object> more) {

    public static final Refusal UNAUTHENTICATED =
            new Refusal(401, "unauthenticated", "Sign in, or send a valid bearer token of this district");
    public static final Refusal NOT_FOUND = new Refusal(404, "not-found", "There is nothing at this address");
    public static final Refusal TOO_LARGE =
            new Refusal(413, "too-large", "The body is larger than 9 MB (imports of grids and divisions: 64 MB)");
    public static final Refusal ADDRESS_TOO_LONG =
            new Refusal(414, "address-too-long", "The address with its query is longer than 16 kB");
    public static final Refusal HEADERS_TOO_LARGE =
            new Refusal(431, "headers-too-large", "The headers together are larger than 20 kB");
    public static final Refusal TOO_SLOW = new Refusal(
            408, "request-timeout", "The body did not come in time: 30 seconds, and one more for each 16 kB");
    public static final Refusal FOREIGN_ORIGIN = new Refusal(
            403, "forbidden", "A write with the browser's session must come from a page of this very address");
    public static final Refusal PART_AWAY = new Refusal(
            503, "unavailable", "A part of the system is not reachable right now; send the same request again", 2);
    public static final Refusal SIGN_IN_AWAY =
            new Refusal(503, "unavailable", "Sign-in is not reachable right now; send the same request again", 2);

    public Refusal(int status, String type, String detail) {
        this(status, type, detail, 0);
    }

    public Refusal(int status, String type, String detail, int retryAfterSeconds) {
        this(status, type, detail, retryAfterSeconds, Map.of());
    }

    /** With a member more. */
    public Refusal with(String member, Object value) {
        return new Refusal(status, type, detail, retryAfterSeconds, Map.of(member, value));
    }

    /** Answers, unless an answer has begun; what is still coming of the request's body is read and dropped. */
    public void send(RoutingContext ctx) {
        var response = ctx.response();
        if (response.headWritten() || response.closed()) {
            return;
        }
        if (status == 401) {
            response.putHeader("WWW-Authenticate", "Bearer");
        }
        if (retryAfterSeconds > 0) {
            response.putHeader(HttpHeaders.RETRY_AFTER, Integer.toString(retryAfterSeconds));
        }
        Bodies.drain(ctx.request());
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .end(problem(response.headers().get(Trace.HEADER)).toBuffer());
    }

    /** For a client that does not keep to HTTP's own manners: nothing more is read from it. */
    void sendAndClose(RoutingContext ctx) {
        ctx.response().putHeader(HttpHeaders.CONNECTION, "close");
        ctx.addEndHandler(end -> ctx.request().connection().close());
        send(ctx);
    }

    private JsonObject problem(String requestId) {
        var problem = new JsonObject()
                .put("type", "/problems/" + type)
                .put("title", HttpResponseStatus.valueOf(status).reasonPhrase())
                .put("status", status)
                .put("detail", detail);
        more.forEach(problem::put);
        return requestId == null ? problem : problem.put("requestId", requestId);
    }
}
