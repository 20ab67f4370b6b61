package onegrid.grid.figures;

import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import onegrid.grid.clock.LimitProfile;

/** Cases as rows: filed on 2 March 2026 at 10:00, due a week later, at work with 供水公司, until something else is said. */
final class Rows {
    private static final AtomicInteger NUMBER = new AtomicInteger(70_000);

    private final DataSource database;
    private final String grid;

    Rows(DataSource database, String grid) {
        this.database = database;
        this.grid = grid;
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }

    UUID add(Object... columns) {
        var id = UUID.randomUUID();
        var row = new LinkedHashMap<String, Object>();
        row.put("id", id);
        row.put("number", "260302-" + NUMBER.incrementAndGet());
        row.put("version", 1);
        row.put("status", "IN_PROGRESS");
        row.put("matter_code", "0402");
        row.put("severity", 3);
        row.put("limit_profile", "STANDARD");
        row.put("text", "门口有情况");
        row.put("channel", "PORTAL");
        row.put("injury", false);
        row.put("grid_code", grid);
        row.put("place_code", grid);
        row.put("owner_unit", "water");
        row.put("owner_grid", grid);
        row.put("lead_unit", "water");
        row.put("level", "GRID");
        row.put("reported_at", at("2026-03-02T09:00"));
        row.put("filed_at", at("2026-03-02T10:00"));
        row.put("limit_from", at("2026-03-02T10:00"));
        row.put("due_at", at("2026-03-09T10:00"));
        row.put("token_hash", "none");
        change(row, columns);
        if (row.get("closed_at") != null && row.get("feedback_text") == null) {
            row.put("feedback_text", "已处理");
        }
        row.put(
                "time_limit",
                LimitProfile.valueOf((String) row.get("limit_profile")).limit().toString());
        insert("grid_case", row);
        return id;
    }

    UUID closed(String closedAt, Object... columns) {
        return add(merged(
                new Object[] {"status", "CLOSED", "closed_at", at(closedAt), "feedback_at", at(closedAt)}, columns));
    }

    /** Ended without being handled. */
    UUID ended(String status) {
        return add("status", status, "reason", "不属于", "route", "其他渠道");
    }

    void given(UUID caseId, int seq, String when, String unit, String answer, String answeredAt) {
        step(caseId, seq, when);
        insert(
                "case_dispatch",
                map(
                        "case_id",
                        caseId,
                        "seq",
                        seq,
                        "at",
                        at(when),
                        "unit",
                        unit,
                        "is_first",
                        seq == 1,
                        "answer",
                        answer,
                        "answered_at",
                        answeredAt == null ? null : at(answeredAt)));
    }

    void called(UUID caseId, String unit, String when, String arrivedAt) {
        insert(
                "case_co_unit",
                map(
                        "case_id",
                        caseId,
                        "unit",
                        unit,
                        "asked_at",
                        at(when),
                        "arrived_at",
                        arrivedAt == null ? null : at(arrivedAt)));
    }

    void calledBack(UUID caseId, int seq, String when, String result, Boolean solved, Integer score) {
        step(caseId, seq, when);
        insert(
                "case_call_back",
                map(
                        "case_id", caseId, "seq", seq, "at", at(when), "result", result, "solved", solved, "score",
                        score, "by_post", "社区"));
    }

    /** A history row that moves nothing. */
    private void step(UUID caseId, int seq, String when) {
        insert(
                "case_step",
                map(
                        "case_id",
                        caseId,
                        "seq",
                        seq,
                        "at",
                        at(when),
                        "to_status",
                        "FILED",
                        "command",
                        "note",
                        "actor",
                        "社区",
                        "role",
                        "community"));
    }

    private void insert(String table, Map<String, Object> row) {
        var sql = "insert into " + table + " (" + String.join(", ", row.keySet()) + ") values ("
                + row.keySet().stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(sql)) {
            var place = 0;
            for (var value : row.values()) {
                if (value instanceof Instant instant) {
                    insert.setTimestamp(++place, Timestamp.from(instant));
                } else if (value instanceof Collection<?> many) {
                    insert.setArray(++place, connection.createArrayOf("text", many.toArray()));
                } else {
                    insert.setObject(++place, value);
                }
            }
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> map(Object... columns) {
        return change(new LinkedHashMap<>(), columns);
    }

    private static Map<String, Object> change(Map<String, Object> row, Object... columns) {
        for (var i = 0; i < columns.length; i += 2) {
            row.put((String) columns[i], columns[i + 1]);
        }
        return row;
    }

    private static Object[] merged(Object[] first, Object[] then) {
        var all = java.util.Arrays.copyOf(first, first.length + then.length);
        System.arraycopy(then, 0, all, first.length, then.length);
        return all;
    }
}
