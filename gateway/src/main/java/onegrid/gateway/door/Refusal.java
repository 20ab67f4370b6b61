package onegrid.gateway.door;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** What the door itself answers when it does not let a request through: RFC 9457, the words of docs/api.md. */
public record Refusal(int status, String type, String detail, int retryAfterSeconds) {

    public static final Refusal UNAUTHENTICATED =
            new Refusal(401, "unauthenticated", "Sign in, or send a valid bearer token of this district");
    public static final Refusal NOT_FOUND = new Refusal(404, "not-found", "There is nothing at this address");
    public static final Refusal TOO_LARGE =
            new Refusal(413, "too-large", "The body is larger than 9 MB (imports of grids and divisions: 64 MB)");
    public static final Refusal FOREIGN_ORIGIN = new Refusal(
            403, "forbidden", "A write with the browser's session must come from a page of this very address");
    public static final Refusal PART_AWAY = new Refusal(
            503, "unavailable", "A part of the system is not reachable right now; send the same request again", 2);
    public static final Refusal SIGN_IN_AWAY =
            new Refusal(503, "unavailable", "Sign-in is not reachable right now; send the same request again", 2);

    Refusal(int status, String type, String detail) {
        this(status, type, detail, 0);
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
                .end(new JsonObject()
                        .put("type", "/problems/" + type)
                        .put("title", HttpResponseStatus.valueOf(status).reasonPhrase())
                        .put("status", status)
                        .put("detail", detail)
                        .toBuffer());
    }
}
