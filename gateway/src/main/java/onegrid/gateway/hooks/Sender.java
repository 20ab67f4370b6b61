package onegrid.gateway.hooks;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLException;
import onegrid.gateway.hooks.Targets.Target;

/** One POST to one receiver: no redirect, no proxy, no longer than agreed, and no more than a little of the answer. */
@ApplicationScoped
class Sender {
    /** Read of an answer; what is longer is cut off. */
    private static final int MOST_BYTES = 4096;

    private final Vertx vertx;
    private final HttpClient client;
    private final Targets targets;
    private final HookSettings settings;
    private final Clock clock;

    Sender(Vertx vertx, Targets targets, HookSettings settings, Clock clock) {
        this.vertx = vertx;
        this.targets = targets;
        this.settings = settings;
        this.clock = clock;
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        // A receiver may close a kept connection at any moment; each delivery brings its own.
                        .setKeepAlive(false)
                        .setConnectTimeout((int) settings.connectTimeout().toMillis())
                        .setMaxHeaderSize(16_384),
                new PoolOptions().setHttp1MaxSize(256));
    }

    /** Blocks until there is an outcome, at most for both timeouts together. */
    Outcome post(String url, Map<String, String> headers, String body) {
        var at = clock.instant();
        var began = System.nanoTime();
        Target target;
        try {
            target = targets.judge(url);
        } catch (Targets.Refused refused) {
            return Outcome.failed(at, since(began), refused.reason, "The address " + refused.getMessage());
        }
        return new Exchange(at, began).send(target, headers, body);
    }

    private static int since(long began) {
        return (int) ((System.nanoTime() - began) / 1_000_000);
    }

    private static RequestOptions options(Target target) {
        var url = target.url();
        var path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                // The name is for the certificate and the Host header, the address is where the connection goes.
                .setServer(SocketAddress.inetSocketAddress(
                        target.port(), target.address().getHostAddress()))
                .setHost(url.getHost())
                .setPort(target.port())
                .setSsl(url.getScheme().equals("https"))
                .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery());
    }

    private final class Exchange {
        private final Instant at;
        private final long began;
        private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        private final Buffer heard = Buffer.buffer();
        private volatile HttpClientRequest request;
        private volatile HttpClientResponse head;

        Exchange(Instant at, long began) {
            this.at = at;
            this.began = began;
        }

        Outcome send(Target target, Map<String, String> headers, String body) {
            var clock = vertx.setTimer(
                    settings.connectTimeout().plus(settings.answerTimeout()).toMillis(), late -> tooLate());
            client.request(options(target))
                    .onSuccess(ready -> {
                        request = ready;
                        if (outcome.isDone()) { // too late: what is not sent now is not sent twice
                            ready.reset();
                            return;
                        }
                        headers.forEach(ready::putHeader);
                        ready.exceptionHandler(broken -> {}); // told by the answer's future
                        var answering = vertx.setTimer(settings.answerTimeout().toMillis(), late -> tooLate());
                        outcome.whenComplete((any, never) -> vertx.cancelTimer(answering));
                        ready.send(Buffer.buffer(body)).onSuccess(this::listen).onFailure(this::failed);
                    })
                    .onFailure(this::failed);
            try {
                return outcome.join();
            } finally {
                vertx.cancelTimer(clock);
                var sent = request;
                if (sent != null) {
                    sent.reset();
                }
            }
        }

        private void listen(HttpClientResponse answer) {
            head = answer;
            answer.exceptionHandler(broken -> answered());
            answer.handler(bytes -> {
                heard.appendBuffer(bytes);
                if (heard.length() > MOST_BYTES) {
                    answered();
                }
            });
            answer.endHandler(end -> answered());
        }

        /** What counts is the status; who says 200 and then nothing more has taken it. */
        private void tooLate() {
            if (head != null) {
                answered();
            } else {
                outcome.complete(Outcome.failed(
                        at,
                        since(began),
                        "timeout",
                        "The receiver gave no answer in "
                                + settings.answerTimeout().toSeconds() + " s"));
            }
        }

        private void answered() {
            outcome.complete(Outcome.of(
                    at,
                    since(began),
                    head.statusCode(),
                    heard.toString(StandardCharsets.UTF_8),
                    pause(head.getHeader("Retry-After"))));
        }

        /** Only the form in seconds; a date would need the receiver's clock to be right. */
        private static Duration pause(String retryAfter) {
            return retryAfter != null && retryAfter.strip().matches("[0-9]{1,6}")
                    ? Duration.ofSeconds(Long.parseLong(retryAfter.strip()))
                    : null;
        }

        private void failed(Throwable why) {
            var tls = false;
            for (var cause = why; cause != null; cause = cause.getCause()) {
                tls |= cause instanceof SSLException;
            }
            var connected = request != null;
            outcome.complete(Outcome.failed(
                    at,
                    since(began),
                    tls ? "tls" : connected ? "broken" : "no-connection",
                    tls
                            ? "No secure connection: " + why.getMessage()
                            : connected
                                    ? "The connection was closed before an answer came"
                                    : "No connection: " + why.getMessage()));
        }
    }
}
