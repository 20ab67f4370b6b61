package onegrid.gateway.clients;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.interceptor.Interceptor;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import onegrid.kit.problem.Unavailable;
import org.jboss.logging.Logger;

/**
 * The clients at hand for every request, without a question to the database: what changed here counts at once, what
 * changed at another replica within about a second. While the database is away the last known state counts.
 */
@ApplicationScoped
public class Registry {
    private static final Logger LOG = Logger.getLogger(Registry.class);

    private final DataSource database;
    private final Map<String, Registered> known = new ConcurrentHashMap<>();
    private volatile boolean loaded;

    Registry(DataSource database) {
        this.database = database;
    }

    /** Null: no such client. */
    public Registered find(String clientId) {
        return known.get(clientId);
    }

    /** False until the clients were read for the first time. */
    public boolean isLoaded() {
        return loaded;
    }

    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent started) {
        look();
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select client_id, areas, per_minute, per_day,"
                        + " state = 'ACTIVE', expires_at, rights_at from client")) {
            var row = query.executeQuery();
            while (row.next()) {
                var until = row.getObject(6, OffsetDateTime.class);
                know(new Registered(
                        row.getString(1),
                        List.of((String[]) row.getArray(2).getArray()),
                        row.getInt(3),
                        row.getInt(4),
                        row.getBoolean(5),
                        until == null ? null : until.toInstant(),
                        row.getObject(7, OffsetDateTime.class).toInstant()));
            }
            loaded = true;
        } catch (SQLException e) {
            LOG.debugf("Clients not read: %s", Unavailable.words(e));
        }
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Registered client) {
        know(client);
    }

    /** A read that began before a change here must not bring the old state back. */
    private void know(Registered client) {
        known.merge(client.clientId(), client, (old, now) -> now.rightsAt().isBefore(old.rightsAt()) ? old : now);
    }
}
