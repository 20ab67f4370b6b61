package onegrid.grid.grids;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** The tables of grids; plain JDBC because a version is written and read as a whole. */
@ApplicationScoped
class GridRows {
    private static final long IMPORT_TURN = 0x67726964L; // "grid"
    private static final String COLUMNS = "code, parent_code, level, kind, name, head_post, households, longitude,"
            + " latitude, contact_phone, supervision_phone, shape";

    private static final String QUALIFIED = "grid.code, parent_code, level, kind, name, head_post, households,"
            + " longitude, latitude, contact_phone, supervision_phone, shape";

    /** {@code checks} is the JSON that the import's answer showed. */
    record Version(
            int number,
            Instant importedAt,
            String importedBy,
            String source,
            int grids,
            String checks,
            Instant effectiveFrom,
            String note) {}

    /** {@code code} of {@code version} has land of {@code predecessor}, which the version before it had. */
    record Link(String code, int version, String predecessor, int predecessorVersion) {}

    /** The last row of a code; {@code validTo} is null while it is in force. */
    record Last(GridRow row, int version, Instant since, Instant validTo) {}

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
                var query = connection.prepareStatement(
                        "select number, imported_at, imported_by, source, grids, checks, effective_from, note from"
                                + " grid_version where number < ? order by number desc limit ?")) {
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
                        found.getString(6),
                        found.getTimestamp(7).toInstant(),
                        found.getString(8)));
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
                rows.add(row(found));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("grids could not be read", e);
        }
    }

    private static GridRow row(ResultSet found) throws SQLException {
        return new GridRow(
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
                found.getString(12));
    }

    Optional<Version> version(int number) {
        return versions(1, number + 1).stream()
                .filter(version -> version.number == number)
                .findFirst();
    }

    /** Code → since when it has been as it is in this version. */
    Map<String, Instant> since(int version) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select code, since from grid where version = ?")) {
            query.setInt(1, version);
            var found = query.executeQuery();
            var since = new HashMap<String, Instant>();
            while (found.next()) {
                since.put(found.getString(1), found.getTimestamp(2).toInstant());
            }
            return since;
        } catch (SQLException e) {
            throw new IllegalStateException("grids could not be read", e);
        }
    }

    /** Every code that is no longer in force → the version that no longer had it. */
    Map<String, Integer> retired() {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select code, max(version) + 1 from grid group by code"
                        + " having max(version) < (select max(number) from grid_version)")) {
            var found = query.executeQuery();
            var retired = new HashMap<String, Integer>();
            while (found.next()) {
                retired.put(found.getString(1), found.getInt(2));
            }
            return retired;
        } catch (SQLException e) {
            throw new IllegalStateException("retired grids could not be read", e);
        }
    }

    List<Link> links() {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select code, version, predecessor_code, predecessor_version"
                        + " from grid_predecessor order by version, code, predecessor_code")) {
            var found = query.executeQuery();
            var links = new ArrayList<Link>();
            while (found.next()) {
                links.add(new Link(found.getString(1), found.getInt(2), found.getString(3), found.getInt(4)));
            }
            return links;
        } catch (SQLException e) {
            throw new IllegalStateException("predecessors of grids could not be read", e);
        }
    }

    /** From the code down to it, each as it was when the code was last in force, or in the version asked for. */
    List<Last> lineOf(String code, Integer version) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("""
                    with it as (select code, version from grid where code = ? and version <= ?
                                order by version desc limit 1)
                    select %s, grid.version, since, valid_to from grid, it
                    where grid.version = it.version and grid.level > 0
                      and grid.code in (it.code, left(it.code, 9), left(it.code, 12), left(it.code, 15),
                                        left(it.code, 17))
                    order by length(grid.code)""".formatted(QUALIFIED))) {
            query.setString(1, code);
            query.setInt(2, version == null ? Integer.MAX_VALUE : version);
            var found = query.executeQuery();
            var line = new ArrayList<Last>();
            while (found.next()) {
                var end = found.getTimestamp(15);
                line.add(new Last(
                        row(found),
                        found.getInt(13),
                        found.getTimestamp(14).toInstant(),
                        end == null ? null : end.toInstant()));
            }
            return line;
        } catch (SQLException e) {
            throw new IllegalStateException("a grid of the past could not be read", e);
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
    void replace(Version version, List<GridRow> rows, Map<String, Set<String>> predecessors) {
        try (var connection = database.getConnection()) {
            insert(connection, version);
            try (var end = connection.prepareStatement("update grid set valid_to = ? where valid_to is null")) {
                end.setTimestamp(1, Timestamp.from(version.effectiveFrom));
                end.executeUpdate();
            }
            insert(connection, version, rows);
            keepSince(connection, version);
            link(connection, version, predecessors);
        } catch (SQLException e) {
            throw new IllegalStateException("grids could not be written", e);
        }
    }

    private static void insert(Connection connection, Version version) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into grid_version (number, imported_at, imported_by, source, grids, checks,"
                        + " effective_from, note) values (?, ?, ?, ?, ?, ?::jsonb, ?, ?)")) {
            insert.setInt(1, version.number);
            insert.setTimestamp(2, Timestamp.from(version.importedAt));
            insert.setString(3, version.importedBy);
            insert.setString(4, version.source);
            insert.setInt(5, version.grids);
            insert.setString(6, version.checks);
            insert.setTimestamp(7, Timestamp.from(version.effectiveFrom));
            insert.setString(8, version.note);
            insert.executeUpdate();
        }
    }

    private static void insert(Connection connection, Version version, List<GridRow> rows) throws SQLException {
        try (var insert = connection.prepareStatement("insert into grid (" + COLUMNS
                + ", version, valid_from, since) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
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
                insert.setTimestamp(14, Timestamp.from(version.effectiveFrom));
                insert.setTimestamp(15, Timestamp.from(version.effectiveFrom));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** What a version does not change is as old as it was. */
    private static void keepSince(Connection connection, Version version) throws SQLException {
        try (var update = connection.prepareStatement("""
                update grid n set since = o.since from grid o
                where n.version = ? and o.version = n.version - 1 and o.code = n.code
                  and (o.name, o.kind, o.head_post, o.shape) is not distinct from (n.name, n.kind, n.head_post, n.shape)""")) {
            update.setInt(1, version.number);
            update.executeUpdate();
        }
    }

    private static void link(Connection connection, Version version, Map<String, Set<String>> predecessors)
            throws SQLException {
        try (var insert = connection.prepareStatement("insert into grid_predecessor"
                + " (code, version, predecessor_code, predecessor_version) values (?, ?, ?, ?)")) {
            for (var successor : predecessors.entrySet()) {
                for (var predecessor : successor.getValue()) {
                    insert.setString(1, successor.getKey());
                    insert.setInt(2, version.number);
                    insert.setString(3, predecessor);
                    insert.setInt(4, version.number - 1);
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        }
    }
}
