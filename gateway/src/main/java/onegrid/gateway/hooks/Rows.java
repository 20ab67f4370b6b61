package onegrid.gateway.hooks;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** Plain SQL; joins the transaction where there is one. */
final class Rows {
    private Rows() {}

    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    static <T> List<T> read(DataSource database, String sql, Reader<T> reader, Object... values) {
        try (var connection = database.getConnection();
                var query = bound(connection.prepareStatement(sql), values);
                var row = query.executeQuery()) {
            var found = new ArrayList<T>();
            while (row.next()) {
                found.add(reader.read(row));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("webhooks could not be read", e);
        }
    }

    /** How many rows changed. */
    static int change(DataSource database, String sql, Object... values) {
        try (var connection = database.getConnection();
                var change = bound(connection.prepareStatement(sql), values)) {
            return change.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("webhooks could not be written", e);
        }
    }

    private static PreparedStatement bound(PreparedStatement statement, Object... values) throws SQLException {
        for (var at = 0; at < values.length; at++) {
            if (values[at] instanceof UUID[] ids) {
                statement.setArray(at + 1, statement.getConnection().createArrayOf("uuid", ids));
            } else {
                statement.setObject(at + 1, values[at]);
            }
        }
        return statement;
    }
}
