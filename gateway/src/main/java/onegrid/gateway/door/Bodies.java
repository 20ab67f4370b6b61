package onegrid.gateway.door;

import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/** Request bodies on their way through: streamed, counted, never held. */
final class Bodies {
    /** As the services' quarkus.http.limits.max-body-size: a photo of 8 MB and some room. */
    private static final long LIMIT = 9L * 1024 * 1024;

    /** What a client may still send after a refusal, so that it reads the answer instead of a reset connection. */
    private static final long DRAIN_LIMIT = 64L * 1024 * 1024;

    private Bodies() {}

    /** In bytes. */
    static long limit(String path) {
        return LongUpload.is(path) ? LongUpload.LIMIT : LIMIT;
    }

    /** What the client says about its body, in bytes; −1 when it does not say. */
    static long announced(HttpServerRequest request) {
        var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? -1 : Long.parseLong(length.strip());
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    static boolean expected(HttpServerRequest request) {
        if (request.isEnded()) {
            return false;
        }
        var length = announced(request);
        if (length >= 0) {
            return length > 0;
        }
        return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                || request.method() != HttpMethod.GET && request.method() != HttpMethod.HEAD;
    }

    /** Sends the body on at the pace of the slower side. */
    static void pump(HttpServerRequest from, HttpClientRequest to, long limit, Runnable ended, Runnable tooLarge) {
        var seen = new long[1];
        from.exceptionHandler(broken -> to.reset());
        from.endHandler(end -> {
            to.end();
            ended.run();
        });
        from.handler(chunk -> {
            seen[0] += chunk.length();
            if (seen[0] > limit) {
                from.endHandler(null);
                from.handler(null);
                tooLarge.run();
                to.reset();
                return;
            }
            to.write(chunk);
            if (to.writeQueueFull()) {
                from.pause();
                to.drainHandler(room -> from.resume());
            }
        });
        from.resume();
    }

    static void drain(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        if (announced(request) > DRAIN_LIMIT) {
            request.response().putHeader(HttpHeaders.CONNECTION, "close");
            return;
        }
        var seen = new long[1];
        request.exceptionHandler(gone -> {});
        request.handler(chunk -> {
            seen[0] += chunk.length();
            if (seen[0] > DRAIN_LIMIT) {
                request.connection().close();
            }
        });
        request.resume();
    }
}
