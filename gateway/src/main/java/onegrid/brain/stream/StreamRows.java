package onegrid.brain.stream;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import onegrid.kit.scope.ComplaintSight;

/** The rows of the stream, kept for an hour so that a page that lost its line can catch up. */
@ApplicationScoped
class StreamRows {
    private static final String ROW = "select e.id, e.kind, e.grid_code, e.units, e.linked, e.data,"
            + " case when k.case_id is null then '" + ComplaintSight.UNKNOWN + "' else k.complained_of end"
            + " from stream_event e left join known_case k on k.case_id = e.case_id where ";

    private final DataSource database;

    StreamRows(DataSource database) {
        this.database = database;
    }

    long newest() throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select coalesce(max(id), 0) from stream_event")) {
            var newest = query.executeQuery();
            newest.next();
            return newest.getLong(1);
        }
    }

    /** In order of id, at most so many. */
    List<StreamRow> after(long id, int limit) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(ROW + "e.id > ? order by e.id limit ?")) {
            query.setLong(1, id);
            query.setInt(2, limit);
            return read(query.executeQuery());
        }
    }

    /** Of these ids the ones that are there by now. */
    List<StreamRow> among(Collection<Long> ids) throws SQLException {
        try (Connection connection = database.getConnection();
                var query = connection.prepareStatement(ROW + "e.id = any(?) order by e.id")) {
            query.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            return read(query.executeQuery());
        }
    }

    private static List<StreamRow> read(ResultSet found) throws SQLException {
        var rows = new ArrayList<StreamRow>();
        while (found.next()) {
            rows.add(new StreamRow(
                    found.getLong(1),
                    found.getString(2),
                    found.getString(3),
                    List.of(found.getString(4).split(",")),
                    found.getBoolean(5),
                    found.getString(6),
                    found.getString(7)));
        }
        return rows;
    }

    @Scheduled(every = "5m", delayed = "1m")
    void forget() throws SQLException {
        try (var connection = database.getConnection();
                var delete =
                        connection.prepareStatement("delete from stream_event where at < now() - interval '1 hour'")) {
            delete.executeUpdate();
        }
    }
}
