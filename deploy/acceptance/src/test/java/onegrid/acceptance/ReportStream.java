package onegrid.acceptance;

import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Three senders that report burst mains one after the other. A report without an answer, or with 503, is sent again
 * under its key until it has a number, as the portal does.
 */
final class ReportStream implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static ReportStream last;

    private final District district;
    private final Set<String> acknowledged = new CopyOnWriteArraySet<>();
    private final Queue<String> strange = new ConcurrentLinkedQueue<>();
    private final Queue<String> unanswered = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final List<Thread> senders = new ArrayList<>();

    private ReportStream(District district) {
        this.district = district;
    }

    static ReportStream start(District district) {
        var stream = new ReportStream(district);
        for (var i = 0; i < 3; i++) {
            stream.senders.add(Thread.ofVirtual().start(stream::send));
        }
        last = stream;
        return stream;
    }

    static ReportStream last() {
        return last;
    }

    private void send() {
        while (open.get()) {
            report(UUID.randomUUID().toString());
        }
    }

    private void report(String key) {
        var patience = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(patience)) {
            try {
                // A district system, as it is not held to a visitor's rate.
                var answer =
                        district.asHotline().post("/api/cases", Reports.burstMain(), Map.of("Idempotency-Key", key));
                if (answer.status() == 201) {
                    acknowledged.add(answer.at("/number"));
                    pause();
                    return;
                }
                if (answer.status() != 503) {
                    strange.add(answer.status() + " " + answer.text());
                    return;
                }
            } catch (UncheckedIOException connectionLost) {
                // the gateway or what gives tokens is away: the hotline tries again
            }
            pause();
        }
        unanswered.add(key);
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(400)); // the pace of the stream, and of trying again
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void awaitAcknowledged(int atLeast) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> acknowledged.size() >= atLeast);
    }

    /** Lets the stream run against whatever there is. */
    void keepGoing(Duration time) {
        var until = Instant.now().plus(time);
        await().atMost(time.plusSeconds(5)).until(() -> Instant.now().isAfter(until));
    }

    Set<String> acknowledged() {
        return acknowledged;
    }

    Queue<String> strangeAnswers() {
        return strange;
    }

    Queue<String> unanswered() {
        return unanswered;
    }

    @Override
    public void close() throws InterruptedException {
        open.set(false);
        for (var sender : senders) {
            sender.join();
        }
    }
}
