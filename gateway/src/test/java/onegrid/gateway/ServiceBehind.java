package onegrid.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A small real HTTP server in the place of a service: answers with what it has received. */
public final class ServiceBehind {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final int port;
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private HttpServer server;
    private ExecutorService threads;
    private CountDownLatch hold = new CountDownLatch(1);

    ServiceBehind(String name) {
        this.name = name;
        start(0);
        this.port = server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** As a kill -9: its connections break. */
    void kill() {
        hold.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    void comeBack() {
        hold = new CountDownLatch(1);
        start(port);
    }

    private void start(int at) {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", at), 100);
            threads = Executors.newCachedThreadPool();
            server.setExecutor(threads);
            server.createContext("/", this::answer);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How often this address was asked for, its query included. */
    int asked(String uri) {
        return asked.getOrDefault(uri, 0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.merge(exchange.getRequestURI().toString(), 1, Integer::sum);
        var query = String.valueOf(exchange.getRequestURI().getRawQuery());
        var received = 0L;
        try (var body = exchange.getRequestBody()) {
            var buffer = new byte[8192];
            for (int n; (n = body.read(buffer)) >= 0; ) {
                received += n;
            }
        }
        if (query.contains("drop")) {
            throw new IOException("the connection breaks before an answer");
        }
        if (query.contains("slow")) {
            await();
        }
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((key, values) -> headers.put(key.toLowerCase(), String.join(", ", values)));
        var echo = JSON.writeValueAsBytes(Map.of(
                "service", name,
                "method", exchange.getRequestMethod(),
                "uri", exchange.getRequestURI().toString(),
                "received", received,
                "headers", headers));
        var answer = exchange.getResponseHeaders();
        answer.add("Content-Type", "application/json");
        answer.add("Set-Cookie", "inner=1");
        answer.add("ETag", "\"7\"");
        answer.add("Location", url() + "/api/cases/1?x=1");
        answer.add("Server", "inner");
        if (query.contains("cors")) {
            answer.add("Access-Control-Allow-Origin", "*");
            answer.add("Access-Control-Allow-Credentials", "true");
        }
        if (query.contains("half")) {
            exchange.sendResponseHeaders(200, 1_000_000);
            exchange.getResponseBody().write(echo);
            exchange.getResponseBody().flush();
            exchange.close();
            return;
        }
        var status = query.contains("refuse") ? 401 : query.contains("created") ? 201 : 200;
        exchange.sendResponseHeaders(status, exchange.getRequestMethod().equals("HEAD") ? -1 : echo.length);
        if (!exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseBody().write(echo);
        }
        exchange.close();
    }

    private void await() {
        try {
            hold.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
