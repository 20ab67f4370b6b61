package onegrid.kit.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import javax.sql.DataSource;
import onegrid.kit.scope.Trace;

/** Who did what, when, in which trace. Rows are only added; the table itself refuses anything else. */
@ApplicationScoped
public class Audit {
    private final DataSource database;
    private final Clock clock;

    Audit(DataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Joins the transaction of the command it tells of. */
    public void record(String post, String role, String account, String command, String subject) {
        record(post, role, account, command, subject, null);
    }

    public void record(String post, String role, String account, String command, String subject, String reason) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into audit (at, actor, role, command, subject, reason, trace) values (?,?,?,?,?,?,?)")) {
            insert.setTimestamp(1, Timestamp.from(clock.instant()));
            insert.setString(2, account + " " + post);
            insert.setString(3, role);
            insert.setString(4, command);
            insert.setString(5, subject);
            insert.setString(6, reason);
            insert.setString(7, Trace.current());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the audit trail could not be written", e);
        }
    }
}
