package onegrid.grid.opendata;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** Cases as rows, filed and open, until something else is said. */
final class PublishedCases {
    private static final AtomicInteger NUMBER = new AtomicInteger(300_000);

    private final DataSource database;

    PublishedCases(DataSource database) {
        this.database = database;
    }

    /** @param closedAfterHours null: still open */
    record ACase(
            String matter,
            String community,
            String grid,
            Instant reportedAt,
            Integer closedAfterHours,
            boolean inTime,
            String level,
            String complainedOf) {
        static ACase of(String matter, String community, Instant reportedAt) {
            return new ACase(matter, community, community + "001", reportedAt, null, false, "GRID", null);
        }

        ACase closedAfter(int hours) {
            return new ACase(matter, community, grid, reportedAt, hours, true, level, complainedOf);
        }

        ACase about(String unit) {
            return new ACase(matter, community, grid, reportedAt, closedAfterHours, inTime, level, unit);
        }
    }

    /** Other tests do not find them in their lists. */
    void remove() {
        try (var connection = database.getConnection();
                var delete = connection.createStatement()) {
            delete.execute("delete from case_words w using grid_case c where c.id = w.case_id and c.token_hash = 'none'"
                    + " and c.number like '260302-3_____'");
            delete.execute("delete from grid_case where token_hash = 'none' and number like '260302-3_____'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    UUID add(ACase c) {
        var id = UUID.randomUUID();
        var closedAt = c.closedAfterHours == null ? null : c.reportedAt.plusSeconds(c.closedAfterHours * 3600L);
        var dueAt =
                closedAt == null || c.inTime ? c.reportedAt.plusSeconds(3600L * 24 * 300) : closedAt.minusSeconds(60);
        try (var connection = database.getConnection();
                var insert =
                        connection.prepareStatement("insert into grid_case (id, number, version, status, matter_code,"
                                + " severity, limit_profile, time_limit, text, channel, injury, grid_code, place_code,"
                                + " community_code, community_name, longitude, latitude, owner_unit, owner_grid, level,"
                                + " reported_at, filed_at, limit_from, due_at, closed_at, feedback_text, lead_unit, complained_of,"
                                + " next_mark_at, token_hash) values (?,?,1,?,?,3,'STANDARD','5工作日','门口有情况','PORTAL',false,?,?,?,'社区',"
                                + "114.433737,34.773522,'water',?,?,?,?,?,?,?,?,'water',?,null,'none')")) {
            insert.setObject(1, id);
            insert.setString(2, "260302-" + NUMBER.incrementAndGet());
            insert.setString(3, closedAt == null ? "FILED" : "CLOSED");
            insert.setString(4, c.matter);
            insert.setString(5, c.grid);
            insert.setString(6, c.grid);
            insert.setString(7, c.community);
            insert.setString(8, c.grid);
            insert.setString(9, c.level);
            insert.setTimestamp(10, Timestamp.from(c.reportedAt));
            insert.setTimestamp(11, Timestamp.from(c.reportedAt));
            insert.setTimestamp(12, Timestamp.from(c.reportedAt));
            insert.setTimestamp(13, Timestamp.from(dueAt));
            insert.setTimestamp(14, closedAt == null ? null : Timestamp.from(closedAt));
            insert.setString(15, closedAt == null ? null : "已处理");
            insert.setString(16, c.complainedOf);
            insert.executeUpdate();
            return id;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
