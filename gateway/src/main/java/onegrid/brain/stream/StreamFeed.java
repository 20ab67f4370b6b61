package onegrid.brain.stream;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import onegrid.kit.problem.Unavailable;
import org.jboss.logging.Logger;

/**
 * Reads new rows of the stream and hands them to the pages connected to this replica. It is woken by this replica's
 * own commits and by NOTIFY from the others, and looks by itself twice a second, so a lost notification costs half a
 * second. The notification is sent after the commit, not in it: PostgreSQL commits notifying transactions one by one.
 */
@ApplicationScoped
public class StreamFeed {
    private static final Logger LOG = Logger.getLogger(StreamFeed.class);
    static final String CHANNEL = "brain_stream";
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    /** A number that was given to a transaction which has not committed yet is looked for this long. */
    private static final Duration GAP_LASTS = Duration.ofSeconds(20);

    private static final int BATCH = 1000;

    private final DataSource database;
    private final StreamRows rows;
    private final List<Consumer<StreamRow>> pages = new CopyOnWriteArrayList<>();
    private final Semaphore knocks = new Semaphore(0);
    private final Semaphore ownKnocks = new Semaphore(0);
    private final Map<Long, Instant> gaps = new TreeMap<>();
    /** Names this replica among those that knock. */
    private final String me = UUID.randomUUID().toString();
    /** Where to read on after a time without pages; negative when the reader knows better. */
    private long resumeAfter = -1;

    private volatile boolean running = true;
    private long last;
    private Thread reader;
    private Thread knocker;

    StreamFeed(DataSource database, StreamRows rows) {
        this.database = database;
        this.rows = rows;
    }

    void start(@Observes StartupEvent started) {
        reader = Thread.ofPlatform().daemon().name("stream-reader").start(this::read);
        knocker = Thread.ofPlatform().daemon().name("stream-knocker").start(this::tellOthers);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        running = false;
        knocks.release();
        ownKnocks.release();
        reader.join(Duration.ofSeconds(2));
        knocker.join(Duration.ofSeconds(2));
    }

    /** Something new was committed here. */
    void knock() {
        knocks.release();
        ownKnocks.release();
    }

    /** Something new was committed by a replica; of our own commits we know already. */
    void knocked(String replica) {
        if (!me.equals(replica)) {
            knocks.release();
        }
    }

    /** The page gets every row from now on; it must not block. The answer ends it. */
    Runnable connect(Consumer<StreamRow> page) throws SQLException {
        var newest = rows.newest();
        synchronized (pages) {
            if (pages.isEmpty()) {
                resumeAfter = newest;
            }
            pages.add(page);
        }
        return () -> pages.remove(page);
    }

    /** False while nobody listens: then nothing need be read. */
    private boolean listenedTo() {
        synchronized (pages) {
            if (resumeAfter >= 0) {
                last = resumeAfter;
                resumeAfter = -1;
                gaps.clear();
            }
            return !pages.isEmpty();
        }
    }

    private void read() {
        while (running) {
            try {
                knocks.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
                knocks.drainPermits();
                if (listenedTo()) {
                    handOut();
                }
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                LOG.warnf("The stream waits: %s", Unavailable.words(e));
                pause();
            }
        }
    }

    private void handOut() throws SQLException {
        if (!gaps.isEmpty()) {
            rows.among(gaps.keySet()).forEach(late -> {
                gaps.remove(late.id());
                tell(late);
            });
            var tooOld = Instant.now().minus(GAP_LASTS);
            gaps.values().removeIf(since -> since.isBefore(tooOld));
        }
        List<StreamRow> found;
        do {
            found = rows.after(last, BATCH);
            for (var row : found) {
                for (var missing = last + 1; missing < row.id() && gaps.size() < BATCH; missing++) {
                    gaps.put(missing, Instant.now());
                }
                last = row.id();
                tell(row);
            }
        } while (found.size() == BATCH);
    }

    private void tell(StreamRow row) {
        pages.forEach(page -> page.accept(row));
    }

    private void tellOthers() {
        while (running) {
            try {
                ownKnocks.acquire();
                ownKnocks.drainPermits();
                try (var connection = database.getConnection();
                        var notify = connection.createStatement()) {
                    notify.execute("notify " + CHANNEL + ", '" + me + "'");
                }
                Thread.sleep(10); // many commits, one notification
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                LOG.debugf("Other replicas were not told, they look by themselves: %s", Unavailable.words(e));
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(500));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
