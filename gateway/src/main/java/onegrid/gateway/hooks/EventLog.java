package onegrid.gateway.hooks;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The kept events: what a replay reads again. */
@ApplicationScoped
class EventLog {
    static final String COLUMNS =
            "e.seq, e.id, e.type, e.subject, e.case_id, e.case_number, e.grid_code, e.lead_unit, e.co_units, e.given,"
                    + " e.complained_of, e.told_at, e.body";
    /** A unit has the case for certain; in MERGED and CANCELLED it may have had it. */
    private static final Set<String> GIVEN = Set.of(
            "SELF_HANDLING",
            "DISPATCHED",
            "RETURN_REQUESTED",
            "ACCEPTED",
            "IN_PROGRESS",
            "SUSPENDED",
            "FEEDBACK",
            "VERIFYING");

    /** But a duplicate closes with its master, whoever had it. */
    private static final Set<String> OVER = Set.of("CLOSED", "EVALUATED", "ARCHIVED");

    private static final Set<String> NOT_GIVEN = Set.of("REPORTED", "FILED", "REJECTED", "DIVERTED");

    private final DataSource database;
    private final HookSettings settings;
    private final Clock clock;
    private final String district;

    EventLog(
            DataSource database,
            HookSettings settings,
            Clock clock,
            @ConfigProperty(name = "onegrid.district") String district) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
        this.district = district;
    }

    String district() {
        return district;
    }

    /** The event's place in the log; 0 when it is there already. Joins the transaction. */
    long append(LoggedEvent event, UUID onlyFor) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into hook_event (id, type, subject, case_id, case_number, grid_code, lead_unit, co_units,
                          given, complained_of, told_at, body, heard_at, only_for)
                        values (?,?,?,?,?,?,?,?,?,?,?,?,?,?) on conflict (id) do nothing returning seq""")) {
            insert.setObject(1, event.id());
            insert.setString(2, event.type());
            insert.setString(3, event.subject());
            insert.setObject(4, event.caseId());
            insert.setString(5, event.caseNumber());
            insert.setString(6, event.gridCode());
            insert.setString(7, event.leadUnit());
            insert.setString(8, String.join(",", event.coUnits()));
            insert.setBoolean(9, event.given());
            insert.setString(10, event.complainedOf());
            insert.setTimestamp(11, Timestamp.from(event.toldAt()));
            insert.setString(12, event.body());
            insert.setTimestamp(13, Timestamp.from(clock.instant()));
            insert.setObject(14, onlyFor);
            var row = insert.executeQuery();
            return row.next() ? row.getLong(1) : 0;
        } catch (SQLException e) {
            throw new IllegalStateException("an event could not be logged", e);
        }
    }

    /** Whether units have the case, after an event in this status. */
    boolean given(UUID caseId, String status, boolean duplicate) {
        if (GIVEN.contains(status) || OVER.contains(status) && !duplicate) {
            return true;
        }
        return !NOT_GIVEN.contains(status) && wasGiven(caseId);
    }

    private boolean wasGiven(UUID caseId) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select given from hook_event where case_id = ? order by seq desc limit 1")) {
            query.setObject(1, caseId);
            var row = query.executeQuery();
            return row.next() && row.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException("the log could not be read", e);
        }
    }

    static LoggedEvent read(ResultSet row) throws SQLException {
        return new LoggedEvent(
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getString("subject"),
                row.getObject("case_id", UUID.class),
                row.getString("case_number"),
                row.getString("grid_code"),
                row.getString("lead_unit"),
                List.of(row.getString("co_units").split(",")),
                row.getBoolean("given"),
                row.getString("complained_of"),
                row.getTimestamp("told_at").toInstant(),
                row.getString("body"));
    }

    /** What was never delivered is counted before it goes: nothing is lost silently. */
    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() throws SQLException {
        var before = Timestamp.from(clock.instant().minus(settings.kept()));
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            run(connection, before, """
                    update hook_health h set lost = lost + gone.deliveries
                    from (select d.subscription_id, count(*) deliveries from hook_delivery d
                          join hook_event e on e.seq = d.event_seq
                          where e.heard_at < ? and d.state = 'WAITING' group by 1) gone
                    where gone.subscription_id = h.subscription_id""");
            run(connection, before, "delete from hook_event where heard_at < ?");
            connection.commit();
        }
    }

    private static void run(Connection connection, Timestamp before, String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setTimestamp(1, before);
            statement.executeUpdate();
        }
    }
}
