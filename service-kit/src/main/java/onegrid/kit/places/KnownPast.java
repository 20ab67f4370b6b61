package onegrid.kit.places;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Codes of the past, from {@code grid.grid.retired.v1}: what a service knows under one is seen by the staff of the grids
 * that have its land now. grid-service keeps its own history.
 */
@ApplicationScoped
public class KnownPast implements PlacesBefore {
    private static final Logger LOG = Logger.getLogger(KnownPast.class);

    private final DataSource database;
    private volatile NavigableMap<String, Set<String>> bySuccessor = new TreeMap<>();

    KnownPast(DataSource database) {
        this.database = database;
    }

    public void retire(RetiredGrid grid) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into known_successor (code, successor) values (?, ?) on conflict do nothing")) {
            for (var successor : grid.successors()) {
                insert.setString(1, grid.code());
                insert.setString(2, successor);
                insert.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a retired grid could not be kept", e);
        }
    }

    /** Another replica may have heard of it. */
    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select successor, code from known_successor")) {
            var found = query.executeQuery();
            var read = new TreeMap<String, Set<String>>();
            while (found.next()) {
                read.computeIfAbsent(found.getString(1), any -> new TreeSet<>()).add(found.getString(2));
            }
            bySuccessor = read;
        } catch (SQLException e) {
            LOG.debugf("The past of the grids could not be read: %s", e.getMessage()); // the next turn tries again
        }
    }

    @Override
    public List<String> before(String prefix) {
        return PlacesBefore.trace(bySuccessor, prefix);
    }
}
