package onegrid.kit.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Sends the outbox to the broker. One thread per replica, woken by each commit; replicas take turns by an advisory
 * lock. Order per key: a row is sent only after the earlier row of its key was acknowledged by the broker, so a failed
 * send can delay a key but never turn it round.
 */
@ApplicationScoped
public class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final long TURN = 0x6f6e6567726964L; // "onegrid"
    private static final int BATCH = 500;
    /** Rows that another replica left behind are found this often; own rows are sent at once. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private static final Duration ANOTHER_TURN = Duration.ofMillis(20);

    private final DataSource database;
    private final Broker broker;
    private final Semaphore work = new Semaphore(0);
    private final AtomicLong oldestUnsentMillis;
    private volatile boolean running = true;
    private Thread thread;

    OutboxRelay(DataSource database, Broker broker, MeterRegistry meters) {
        this.database = database;
        this.broker = broker;
        this.oldestUnsentMillis = meters.gauge("onegrid.outbox.oldest.unsent.millis", new AtomicLong());
    }

    void start(@Observes StartupEvent started) {
        thread = Thread.ofPlatform().daemon().name("outbox-relay").start(this::run);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        running = false;
        wake();
        thread.join(Duration.ofSeconds(3));
    }

    void wake() {
        work.release();
    }

    private void run() {
        while (running) {
            try {
                var waited = work.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
                work.drainPermits();
                var turn = Turn.DONE;
                do {
                    turn = sendBatch();
                    if (turn == Turn.TAKEN && waited) {
                        Thread.sleep(ANOTHER_TURN);
                    }
                } while (running && (turn == Turn.MORE || turn == Turn.TAKEN && waited));
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                LOG.warnf("Outbox not sent, trying again: %s", onegrid.kit.problem.Unavailable.words(e));
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(Duration.ofMillis(300));
            wake();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private enum Turn {
        DONE,
        MORE,
        TAKEN
    }

    private record Row(long id, String topic, String key, String payload) {}

    private Turn sendBatch() throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                if (!takeTurn(connection)) {
                    connection.rollback();
                    return Turn.TAKEN;
                }
                var rows = unsent(connection);
                var sent = new ArrayList<Long>(rows.size());
                try {
                    sendInWaves(rows, sent);
                } finally {
                    markSent(connection, sent);
                    connection.commit();
                }
                return rows.size() == BATCH ? Turn.MORE : Turn.DONE;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    private static boolean takeTurn(Connection connection) throws SQLException {
        try (var lock = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            lock.setLong(1, TURN);
            var answer = lock.executeQuery();
            answer.next();
            return answer.getBoolean(1);
        }
    }

    private List<Row> unsent(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement(
                "select id, topic, event_key, payload, extract(epoch from clock_timestamp() - created_at) * 1000"
                        + " from outbox where sent_at is null order by id limit " + BATCH)) {
            var found = query.executeQuery();
            var rows = new ArrayList<Row>();
            long oldest = 0;
            while (found.next()) {
                rows.add(new Row(found.getLong(1), found.getString(2), found.getString(3), found.getString(4)));
                oldest = Math.max(oldest, found.getLong(5));
            }
            oldestUnsentMillis.set(oldest);
            return rows;
        }
    }

    /** A wave holds the first waiting row of each key; the next wave starts when the broker has this one. */
    private void sendInWaves(List<Row> rows, List<Long> sent) {
        var waiting = rows;
        while (!waiting.isEmpty()) {
            var keys = new HashSet<String>();
            var wave = new ArrayList<Row>();
            var later = new ArrayList<Row>();
            for (var row : waiting) {
                (keys.add(row.topic + "/" + row.key) ? wave : later).add(row);
            }
            var failure = send(wave, sent);
            if (failure != null) {
                throw new IllegalStateException("the broker did not take a batch", failure);
            }
            waiting = later;
        }
    }

    private Throwable send(List<Row> wave, List<Long> sent) {
        var sends = wave.stream()
                .map(row -> broker.send(row.topic, row.key, row.payload)
                        .replaceWith(row.id)
                        .onItemOrFailure()
                        .<Object>transform((id, failure) -> failure == null ? id : failure))
                .toList();
        Throwable failure = null;
        for (var result : Uni.join().all(sends).andCollectFailures().await().indefinitely()) {
            if (result instanceof Long id) {
                sent.add(id);
            } else {
                failure = (Throwable) result;
            }
        }
        return failure;
    }

    private static void markSent(Connection connection, List<Long> ids) throws SQLException {
        if (ids.isEmpty()) {
            return;
        }
        try (var update =
                connection.prepareStatement("update outbox set sent_at = clock_timestamp() where id = any(?)")) {
            update.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            update.executeUpdate();
        }
    }
}
