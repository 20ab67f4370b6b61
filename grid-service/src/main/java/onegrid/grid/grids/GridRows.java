package onegrid.grid.grids;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The tables of grids; plain JDBC because a version is written and read as a whole. */
@ApplicationScoped
class GridRows {
    private static final long IMPORT_TURN = 0x67726964L; // "grid"
    private static final String COLUMNS = "code, parent_code, level, kind, name, head_post, households, longitude,"
            + " latitude, contact_phone, supervision_phone, shape";

    /** {@code checks} is the JSON that the import's answer showed. */
    record Version(int number, Instant importedAt, String importedBy, String source, int grids, String checks) {}

    private final DataSource database;

    GridRows(DataSource database) {
        this.database = database;
    }

    Optional<Version> versionInForce() {
        return versions(1, Integer.MAX_VALUE).stream().findFirst();
    }

    /** Newest first, those before this number. */
    List<Version> versions(int limit, int before) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select number, imported_at, imported_by, source, grids, checks"
                        + " from grid_version where number < ? order by number desc limit ?")) {
            query.setInt(1, before);
            query.setInt(2, limit);
            var found = query.executeQuery();
            var versions = new ArrayList<Version>();
            while (found.next()) {
                versions.add(new Version(
                        found.getInt(1),
                        found.getTimestamp(2).toInstant(),
                        found.getString(3),
                        found.getString(4),
                        found.getInt(5),
                        found.getString(6)));
            }
            return versions;
        } catch (SQLException e) {
            throw new IllegalStateException("versions of grids could not be read", e);
        }
    }

    List<GridRow> of(int version) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select " + COLUMNS + " from grid where version = ?")) {
            query.setInt(1, version);
            query.setFetchSize(2000);
            var found = query.executeQuery();
            var rows = new ArrayList<GridRow>();
            while (found.next()) {
                rows.add(new GridRow(
                        new GridCode(found.getString(1)),
                        found.getString(2),
                        found.getInt(3),
                        GridKind.valueOf(found.getString(4)),
                        found.getString(5),
                        found.getString(6),
                        found.getInt(7),
                        found.getDouble(8),
                        found.getDouble(9),
                        found.getString(10),
                        found.getString(11),
                        found.getString(12)));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("grids could not be read", e);
        }
    }

    /** One import at a time over all replicas, until the transaction ends. */
    void takeTurn() {
        try (var connection = database.getConnection();
                var lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            lock.setLong(1, IMPORT_TURN);
            lock.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("the turn to import could not be taken", e);
        }
    }

    /** Ends the rows in force and puts these in their place; joins the caller's transaction. */
    void replace(Version version, List<GridRow> rows) {
        try (var connection = database.getConnection()) {
            insert(connection, version);
            try (var end = connection.prepareStatement("update grid set valid_to = ? where valid_to is null")) {
                end.setTimestamp(1, Timestamp.from(version.importedAt));
                end.executeUpdate();
            }
            insert(connection, version, rows);
        } catch (SQLException e) {
            throw new IllegalStateException("grids could not be written", e);
        }
    }

    private static void insert(Connection connection, Version version) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into grid_version (number, imported_at, imported_by, source, grids, checks)"
                        + " values (?, ?, ?, ?, ?, ?::jsonb)")) {
            insert.setInt(1, version.number);
            insert.setTimestamp(2, Timestamp.from(version.importedAt));
            insert.setString(3, version.importedBy);
            insert.setString(4, version.source);
            insert.setInt(5, version.grids);
            insert.setString(6, version.checks);
            insert.executeUpdate();
        }
    }

    private static void insert(Connection connection, Version version, List<GridRow> rows) throws SQLException {
        try (var insert = connection.prepareStatement("insert into grid (" + COLUMNS + ", version, valid_from)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (var row : rows) {
                insert.setString(1, row.code().value());
                insert.setString(2, row.parentCode());
                insert.setInt(3, row.level());
                insert.setString(4, row.kind().name());
                insert.setString(5, row.name());
                insert.setString(6, row.headPost());
                insert.setInt(7, row.households());
                insert.setDouble(8, row.longitude());
                insert.setDouble(9, row.latitude());
                insert.setString(10, row.contactPhone());
                insert.setString(11, row.supervisionPhone());
                insert.setString(12, row.shape());
                insert.setInt(13, version.number);
                insert.setTimestamp(14, Timestamp.from(version.importedAt));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
