package onegrid.brain;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import onegrid.testing.Tokens;

/** Lines of a stream as they come; ends with the test's HTTP client. */
final class Listening implements AutoCloseable {
    final List<String> lines = new CopyOnWriteArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();

    Listening(URI address, Tokens who, String lastEventId) {
        var request = HttpRequest.newBuilder(address).header("Authorization", "Bearer " + who.token());
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        Stream<String> stream = client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofLines())
                .join()
                .body();
        Thread.ofVirtual().start(() -> stream.forEach(lines::add));
        await().until(() -> lines.stream().anyMatch(line -> line.startsWith(":"))); // the first heartbeat
    }

    boolean has(String text) {
        return lines.stream().anyMatch(line -> line.contains(text));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
