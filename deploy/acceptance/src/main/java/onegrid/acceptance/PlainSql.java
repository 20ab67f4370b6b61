package onegrid.acceptance;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** The rows that one create has written, to be written again with fresh keys into tables of the same form. */
final class PlainSql {
    /** Table → the condition that finds the rows of a case. */
    private record Source(String table, String condition) {}

    private static final List<Source> SOURCES = List.of(
            new Source("grid_case", "id = '%s'"),
            new Source("case_step", "case_id = '%s' and command in ('report', 'file')"),
            new Source("outbox", "event_key = '%s' and type = 'grid.case.filed.v1'"));

    private record Row(String insert, String table, List<String> columns, List<Object> values) {}

    private final District district;
    private final String caseId;
    private final List<Row> rows = new ArrayList<>();
    private final AtomicLong numbers = new AtomicLong(System.currentTimeMillis());

    private PlainSql(District district, String caseId) {
        this.district = district;
        this.caseId = caseId;
    }

    static PlainSql likeCase(District district, String caseId) throws SQLException {
        var plain = new PlainSql(district, caseId);
        plain.drop();
        try (var connection = district.stack().postgres().connect("grid");
                var statement = connection.createStatement()) {
            for (var source : SOURCES) {
                statement.execute(
                        "create table bench_%s (like %s including all)".formatted(source.table, source.table));
                plain.read(connection, source);
            }
        }
        return plain;
    }

    private void read(Connection connection, Source source) throws SQLException {
        try (var query = connection.createStatement();
                var found = query.executeQuery(
                        "select * from " + source.table + " where " + source.condition.formatted(caseId))) {
            var meta = found.getMetaData();
            while (found.next()) {
                var columns = new ArrayList<String>();
                var values = new ArrayList<Object>();
                for (var i = 1; i <= meta.getColumnCount(); i++) {
                    if (!meta.getColumnTypeName(i).equals("bigserial")) {
                        columns.add(meta.getColumnName(i));
                        values.add(found.getObject(i));
                    }
                }
                var marks = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
                rows.add(new Row(
                        "insert into bench_%s (%s) values (%s)"
                                .formatted(source.table, String.join(", ", columns), marks),
                        source.table,
                        columns,
                        values));
            }
        }
    }

    String rows() {
        return rows.stream()
                .collect(Collectors.groupingBy(Row::table, java.util.TreeMap::new, Collectors.counting()))
                .toString();
    }

    /** One transaction with all rows, committed. */
    void write(Connection connection) throws SQLException {
        var id = UUID.randomUUID();
        for (var row : rows) {
            try (var insert = connection.prepareStatement(row.insert)) {
                for (var i = 0; i < row.columns.size(); i++) {
                    insert.setObject(i + 1, fresh(row.columns.get(i), row.values.get(i), id));
                }
                insert.executeUpdate();
            }
        }
        connection.commit();
    }

    private Object fresh(String column, Object value, UUID id) {
        return switch (column) {
            case "event_id" -> UUID.randomUUID();
            case "number" -> "261122-" + numbers.incrementAndGet();
            case "sent_at", "intake_key" -> null;
            default -> caseId.equals(String.valueOf(value)) ? value instanceof UUID ? id : id.toString() : value;
        };
    }

    void drop() throws SQLException {
        try (var connection = district.stack().postgres().connect("grid");
                var statement = connection.createStatement()) {
            for (var source : SOURCES) {
                statement.execute("drop table if exists bench_" + source.table + " cascade");
            }
        }
    }
}
