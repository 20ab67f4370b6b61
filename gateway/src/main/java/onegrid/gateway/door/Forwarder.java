package onegrid.gateway.door;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/** Sends a request on to the service of its area and its answer back, byte by byte, over kept connections. */
@ApplicationScoped
class Forwarder {
    private final Vertx vertx;
    private final HttpClient client;
    private final HttpClient patient;
    private final DoorSettings settings;
    private final Breakers breakers;

    Forwarder(Vertx vertx, DoorSettings settings, Breakers breakers) {
        this.vertx = vertx;
        this.settings = settings;
        this.breakers = breakers;
        this.client = client(30);
        this.patient = client((int) LongUpload.PATIENCE.toSeconds());
    }

    private HttpClient client(int idleSeconds) {
        return vertx.createHttpClient(
                new HttpClientOptions()
                        .setKeepAlive(true)
                        // Shorter than the services' own, so that we never write to a connection they are closing.
                        .setKeepAliveTimeout(20)
                        .setIdleTimeout(idleSeconds)
                        .setConnectTimeout(2000)
                        .setMaxWaitQueueSize(4000),
                new PoolOptions().setHttp1MaxSize(settings.connections()));
    }

    private static boolean isLong(RoutingContext ctx) {
        return LongUpload.is(ctx.normalizedPath());
    }

    private long patienceMillis(RoutingContext ctx) {
        return (isLong(ctx) ? LongUpload.PATIENCE : settings.patience()).toMillis();
    }

    /** How one request goes on: with whose token, and what to do when the service does not accept that token. */
    record Passage(Area area, String token, Runnable tokenRefused) {}

    void forward(RoutingContext ctx, Passage passage) {
        breakers.pass(passage.area(), call -> attempt(ctx, passage, call, repeatable(ctx) ? 2 : 1), seconds -> away(
                        passage.area(), seconds)
                .send(ctx));
    }

    private static Refusal away(Area area, int seconds) {
        return new Refusal(503, "unavailable", Refusal.PART_AWAY.detail(), seconds).with("service", area.word());
    }

    /** A read without a body may be sent again when a kept connection turns out to be dead. */
    private static boolean repeatable(RoutingContext ctx) {
        var method = ctx.request().method();
        return (method == HttpMethod.GET || method == HttpMethod.HEAD) && !Bodies.expected(ctx.request());
    }

    private void attempt(RoutingContext ctx, Passage passage, Promise<Void> call, int attempts) {
        var to = settings.of(passage.area());
        (isLong(ctx) ? patient : client)
                .request(new RequestOptions()
                        .setMethod(ctx.request().method())
                        .setHost(to.getHost())
                        .setPort(port(to))
                        .setSsl("https".equals(to.getScheme()))
                        .setURI(target(ctx))
                        .setConnectTimeout(settings.patience().toMillis()))
                .onSuccess(request -> new Exchange(ctx, passage, call, request, attempts).begin())
                .onFailure(failure -> {
                    call.tryFail(failure);
                    away(passage.area(), 2).send(ctx);
                });
    }

    private static int port(URI service) {
        return service.getPort() != -1 ? service.getPort() : "https".equals(service.getScheme()) ? 443 : 80;
    }

    /** The path as the door has judged it, so that nobody behind it reads another one. */
    private static String target(RoutingContext ctx) {
        var query = ctx.request().query();
        return query == null ? ctx.normalizedPath() : ctx.normalizedPath() + "?" + query;
    }

    private final class Exchange {
        private final RoutingContext ctx;
        private final Passage passage;
        private final Promise<Void> call;
        private final HttpClientRequest request;
        private final int attempts;
        private long clock = -1;
        private boolean over;

        Exchange(RoutingContext ctx, Passage passage, Promise<Void> call, HttpClientRequest request, int attempts) {
            this.ctx = ctx;
            this.passage = passage;
            this.call = call;
            this.request = request;
            this.attempts = attempts;
        }

        void begin() {
            var incoming = ctx.request();
            Headers.inward(incoming.headers(), request.headers());
            request.putHeader(
                    HttpHeaders.HOST,
                    incoming.getHeader(HttpHeaders.HOST) == null ? "localhost" : incoming.getHeader(HttpHeaders.HOST));
            request.putHeader(HttpHeaders.AUTHORIZATION, "Bearer " + passage.token());
            ctx.response().closeHandler(gone -> abandon());
            ctx.addEndHandler(ended -> {
                if (!over) {
                    abandon();
                }
            });
            // What goes wrong is told by the answer's future; this keeps a cut-off request out of the log.
            request.exceptionHandler(broken -> {});
            request.response().onSuccess(this::answer).onFailure(this::failed);
            if (!Bodies.expected(incoming)) {
                request.end();
                incoming.resume();
                startClock();
                return;
            }
            if (Bodies.announced(incoming) < 0) {
                request.headers().remove(HttpHeaders.CONTENT_LENGTH);
                request.setChunked(true);
            }
            if ("100-continue".equalsIgnoreCase(incoming.getHeader(HttpHeaders.EXPECT))) {
                ctx.response().writeContinue();
            }
            Bodies.pump(incoming, request, Bodies.limit(ctx.normalizedPath()), this::startClock, () -> {
                breakers.gone(passage.area(), call);
                finish(Refusal.TOO_LARGE);
            });
        }

        private void startClock() {
            if (!over) {
                clock = vertx.setTimer(patienceMillis(ctx), late -> {
                    call.tryFail("no answer in time");
                    finish(away(passage.area(), 2));
                    request.reset();
                });
            }
        }

        private void answer(io.vertx.core.http.HttpClientResponse answer) {
            call.tryComplete();
            if (over) {
                return;
            }
            if (answer.statusCode() == 401 && passage.tokenRefused() != null) {
                passage.tokenRefused().run();
                answer.resume();
                finish(Refusal.SIGN_IN_AWAY);
                return;
            }
            over = true;
            vertx.cancelTimer(clock);
            var response = ctx.response();
            response.setStatusCode(answer.statusCode());
            Headers.outward(answer.headers(), response.headers());
            if (answer.statusCode() == 401) {
                response.putHeader("WWW-Authenticate", "Bearer");
            }
            var bodiless = ctx.request().method() == HttpMethod.HEAD
                    || answer.statusCode() == 204
                    || answer.statusCode() == 304;
            if (!bodiless && !answer.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
                response.setChunked(true);
            }
            answer.pipe()
                    .endOnFailure(false)
                    .to(response)
                    // Half an answer must look like half an answer.
                    .onFailure(broken -> ctx.request().connection().close());
        }

        private void failed(Throwable failure) {
            if (over) {
                return;
            }
            if (attempts > 1 && clock != -1) {
                over = true;
                vertx.cancelTimer(clock);
                attempt(ctx, passage, call, attempts - 1);
                return;
            }
            call.tryFail(failure);
            finish(away(passage.area(), 2));
        }

        private void finish(Refusal refusal) {
            if (!over) {
                over = true;
                vertx.cancelTimer(clock);
                refusal.send(ctx);
            }
        }

        /** Whoever asked has gone, or was answered without the service. */
        private void abandon() {
            breakers.gone(passage.area(), call);
            over = true;
            vertx.cancelTimer(clock);
            request.reset();
        }
    }
}
