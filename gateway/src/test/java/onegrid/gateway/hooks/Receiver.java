package onegrid.gateway.hooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.message.MessageReader;
import io.cloudevents.http.HttpMessageFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A district system's end of a webhook: a real HTTP server that takes, fails, hangs, goes away and comes back. */
final class Receiver implements AutoCloseable {
    /** One request as it came. */
    record Call(Map<String, List<String>> headers, String body) {
        String header(String name) {
            return headers.get(name.substring(0, 1).toUpperCase()
                            + name.substring(1).toLowerCase())
                    .getFirst();
        }

        /** Read by the official SDK, whatever the mode. */
        CloudEvent event() {
            MessageReader reader =
                    HttpMessageFactory.createReaderFromMultimap(headers, body.getBytes(StandardCharsets.UTF_8));
            return reader.toEvent();
        }

        java.net.http.HttpHeaders signed() {
            return java.net.http.HttpHeaders.of(headers, (name, value) -> true);
        }
    }

    final List<Call> calls = new CopyOnWriteArrayList<>();
    /** Those that were answered with 2xx. */
    final List<Call> taken = new CopyOnWriteArrayList<>();

    private final CountDownLatch closed = new CountDownLatch(1);
    private final int port;
    private HttpServer server;
    private volatile Function<Call, Integer> behaviour = call -> 204;

    Receiver() {
        try {
            server = open(0);
            port = server.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpServer open(int at) throws IOException {
        var opened = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), at), 50);
        opened.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        opened.createContext("/", this::answer);
        opened.start();
        return opened;
    }

    String url() {
        return "http://127.0.0.1:" + port + "/hooks?from=onegrid";
    }

    Receiver answers(int status) {
        behaviour = call -> status;
        return this;
    }

    /** 0: no answer at all. */
    Receiver answers(Function<Call, Integer> as) {
        behaviour = as;
        return this;
    }

    Receiver hangs() {
        return answers(0);
    }

    void goesAway() {
        server.stop(0);
    }

    void comesBack() {
        try {
            server = open(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var call = new Call(Map.copyOf(exchange.getRequestHeaders()), body);
        calls.add(call);
        var status = behaviour.apply(call);
        if (status == 0) {
            hang();
            exchange.close();
            return;
        }
        var words = status == 204 ? new byte[0] : ("状态 " + status).getBytes(StandardCharsets.UTF_8);
        if (status / 100 == 3) {
            exchange.getResponseHeaders().add("Location", url());
        }
        if (status / 100 == 2) {
            taken.add(call);
        }
        exchange.sendResponseHeaders(status, words.length == 0 ? -1 : words.length);
        exchange.getResponseBody().write(words);
        exchange.close();
    }

    private void hang() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
