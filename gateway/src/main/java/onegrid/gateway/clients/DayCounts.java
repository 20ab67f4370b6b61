package onegrid.gateway.clients;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import onegrid.kit.clock.Zone;
import onegrid.kit.problem.Unavailable;
import org.jboss.logging.Logger;

/**
 * Calls by client and calendar day, of all replicas: what this one has counted since it last wrote, on top of what the
 * database says. Written once a second in one go, so a kill loses the calls of that second; while the database is away
 * counting goes on in memory.
 */
@ApplicationScoped
class DayCounts {
    private static final Logger LOG = Logger.getLogger(DayCounts.class);

    private final DataSource database;
    private final Clock clock;
    private final Map<Key, Count> counts = new ConcurrentHashMap<>();

    DayCounts(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Key(String clientId, LocalDate day) {}

    private static final class Count {
        private final AtomicLong unwritten = new AtomicLong();
        private volatile long written;

        synchronized void wrote(long calls, long total) {
            unwritten.addAndGet(-calls);
            written = total;
        }

        synchronized long sum() {
            return written + unwritten.get();
        }
    }

    long of(String clientId, LocalDate day) {
        var count = counts.get(new Key(clientId, day));
        return count == null ? 0 : count.sum();
    }

    void count(String clientId, LocalDate day) {
        counts.computeIfAbsent(new Key(clientId, day), first -> new Count())
                .unwritten
                .incrementAndGet();
    }

    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent started) {
        write();
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    synchronized void write() {
        try (var connection = database.getConnection()) {
            for (var entry : counts.entrySet()) {
                var calls = entry.getValue().unwritten.get();
                if (calls > 0) {
                    entry.getValue().wrote(calls, add(connection, entry.getKey(), calls));
                }
            }
            readOthers(connection);
            var yesterday = LocalDate.ofInstant(clock.instant(), Zone.SHANGHAI).minusDays(1);
            counts.keySet().removeIf(key -> key.day().isBefore(yesterday));
        } catch (SQLException e) {
            LOG.debugf("Calls of clients not written yet: %s", Unavailable.words(e));
        }
    }

    private static long add(Connection connection, Key key, long calls) throws SQLException {
        try (var upsert = connection.prepareStatement("insert into client_day (client_id, day, calls) values (?, ?, ?)"
                + " on conflict (client_id, day) do update set calls = client_day.calls + excluded.calls"
                + " returning calls")) {
            upsert.setString(1, key.clientId());
            upsert.setObject(2, key.day());
            upsert.setLong(3, calls);
            var answer = upsert.executeQuery();
            answer.next();
            return answer.getLong(1);
        }
    }

    /** What other replicas, or this one before its restart, have counted today. */
    private void readOthers(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select client_id, calls from client_day where day = ?")) {
            var today = LocalDate.ofInstant(clock.instant(), Zone.SHANGHAI);
            query.setObject(1, today);
            var row = query.executeQuery();
            while (row.next()) {
                counts.computeIfAbsent(new Key(row.getString(1), today), first -> new Count())
                        .wrote(0, row.getLong(2));
            }
        }
    }

    /** A quarter of a year is enough to see how a client is used. */
    @Scheduled(every = "24h", delayed = "20m")
    void forget() throws SQLException {
        try (var connection = database.getConnection();
                var delete = connection.prepareStatement("delete from client_day where day < current_date - 92")) {
            delete.executeUpdate();
        }
    }
}
