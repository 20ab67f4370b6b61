package onegrid.kit.outbox;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Rows that were sent, heard or answered long ago are of no more use; they go once an hour. */
@ApplicationScoped
class OutboxSweep {
    private final DataSource database;

    OutboxSweep(DataSource database) {
        this.database = database;
    }

    @Scheduled(every = "1h", delayed = "10m")
    void sweep() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("delete from outbox where sent_at < now() - interval '7 days'");
            // Longer than the broker keeps messages (7 days), or a late redelivery would count twice.
            statement.executeUpdate("delete from inbox where received_at < now() - interval '30 days'");
            statement.executeUpdate("delete from idempotency where created_at < now() - interval '3 days'");
        }
    }
}
