package onegrid.grid.grids;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** What was asked for, and what became of it. */
@ApplicationScoped
class GridChangeRows {
    private static final String COLUMNS =
            "id, kind, content, note, asked_at, asked_by, effective_from, state, version, problems";

    enum State {
        SCHEDULED,
        IN_FORCE,
        /** On its day it no longer fitted the grids: {@code problems} says why. */
        REFUSED,
        WITHDRAWN
    }

    /** {@code content} and {@code problems} are JSON. */
    record GridChange(
            UUID id,
            String kind,
            String content,
            String note,
            Instant askedAt,
            String askedBy,
            Instant effectiveFrom,
            State state,
            Integer version,
            String problems) {}

    private final DataSource database;

    GridChangeRows(DataSource database) {
        this.database = database;
    }

    void add(GridChange change) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("insert into grid_change (" + COLUMNS
                        + ", next_mark_at) values (?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)")) {
            insert.setObject(1, change.id);
            insert.setString(2, change.kind);
            insert.setString(3, change.content);
            insert.setString(4, change.note);
            insert.setTimestamp(5, Timestamp.from(change.askedAt));
            insert.setString(6, change.askedBy);
            insert.setTimestamp(7, Timestamp.from(change.effectiveFrom));
            insert.setString(8, change.state.name());
            insert.setObject(9, change.version);
            insert.setString(10, change.problems);
            insert.setTimestamp(11, change.state == State.SCHEDULED ? Timestamp.from(change.effectiveFrom) : null);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("a change of grids could not be kept", e);
        }
    }

    /** Only what is scheduled ends; false when it has ended already. */
    boolean end(UUID id, State state, Integer version, String problems) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("update grid_change set state = ?, version = ?,"
                        + " problems = ?::jsonb, next_mark_at = null where id = ? and state = 'SCHEDULED'")) {
            update.setString(1, state.name());
            update.setObject(2, version);
            update.setString(3, problems);
            update.setObject(4, id);
            return update.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("a change of grids could not be ended", e);
        }
    }

    Optional<GridChange> find(UUID id) {
        return read("where id = ?", query -> query.setObject(1, id)).stream().findFirst();
    }

    /** In the order in which they come into force. */
    List<GridChange> scheduledUntil(Instant day) {
        return read(
                "where state = 'SCHEDULED' and effective_from <= ? order by effective_from, asked_at, id",
                query -> query.setTimestamp(1, Timestamp.from(day)));
    }

    /** Newest first, those before this one. */
    List<GridChange> list(int limit, Instant before, UUID beforeId) {
        return read("where (asked_at, id) < (?, ?) order by asked_at desc, id desc limit ?", query -> {
            query.setTimestamp(1, Timestamp.from(before));
            query.setObject(2, beforeId);
            query.setInt(3, limit);
        });
    }

    private interface Binding {
        void to(PreparedStatement query) throws SQLException;
    }

    private List<GridChange> read(String condition, Binding binding) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select " + COLUMNS + " from grid_change " + condition)) {
            binding.to(query);
            var found = query.executeQuery();
            var changes = new ArrayList<GridChange>();
            while (found.next()) {
                changes.add(change(found));
            }
            return changes;
        } catch (SQLException e) {
            throw new IllegalStateException("changes of grids could not be read", e);
        }
    }

    private static GridChange change(ResultSet found) throws SQLException {
        return new GridChange(
                found.getObject(1, UUID.class),
                found.getString(2),
                found.getString(3),
                found.getString(4),
                found.getTimestamp(5).toInstant(),
                found.getString(6),
                found.getTimestamp(7).toInstant(),
                State.valueOf(found.getString(8)),
                found.getObject(9, Integer.class),
                found.getString(10));
    }
}
