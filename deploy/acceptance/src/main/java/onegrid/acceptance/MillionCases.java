package onegrid.acceptance;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import onegrid.grid.dispatch.Unit;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** Writes a year of a big district straight into the tables of grid-service; see million-cases.sql. */
final class MillionCases {
    private final Connection database;

    private MillionCases(Connection database) {
        this.database = database;
    }

    static void write(District district) throws SQLException, IOException {
        try (var connection = district.stack().postgres().connect("grid")) {
            new MillionCases(connection).write();
        }
    }

    private void write() throws SQLException, IOException {
        run("set session_replication_role = replica"); // the history's guard would forbid nothing, but look at each row
        run("set synchronous_commit = off");
        run("set maintenance_work_mem = '256MB'");
        run("set work_mem = '128MB'");
        matters();
        texts();
        var indexes = indexes();
        for (var index : indexes) {
            run("drop index " + index.name);
        }
        for (var statement : resource("/million-cases.sql").split(";\\s*\n")) {
            if (!statement.isBlank()) {
                run(statement);
            }
        }
        for (var index : indexes) {
            run(index.definition);
        }
        run("vacuum (analyze)");
    }

    private record Index(String name, String definition) {}

    /** Made again in one go afterwards, which is quicker than a million times a little. */
    private List<Index> indexes() throws SQLException {
        try (var statement = database.createStatement();
                var found = statement.executeQuery(
                        "select indexname, indexdef from pg_indexes where schemaname = 'public' and indexdef not like"
                                + " 'CREATE UNIQUE%' and tablename in ('grid_case', 'case_words', 'case_co_unit')")) {
            var indexes = new ArrayList<Index>();
            while (found.next()) {
                indexes.add(new Index(found.getString(1), found.getString(2)));
            }
            return indexes;
        }
    }

    private void matters() throws SQLException, IOException {
        run("create temp table bench_matter (code text, severity int, profile text, lead text, co text)");
        try (var insert = database.prepareStatement("insert into bench_matter values (?, ?, ?, ?, ?)");
                var rows = csv("/district/catalogue.csv")) {
            for (var row : rows) {
                insert.setString(1, row.get("code"));
                insert.setInt(2, Integer.parseInt(row.get("severity")));
                insert.setString(3, row.get("limit_profile"));
                insert.setString(4, Unit.named(row.get("lead_unit")).code());
                var helpers = row.get("co_units").split(";");
                insert.setString(
                        5, helpers[0].isBlank() ? null : Unit.named(helpers[0]).code());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void texts() throws SQLException, IOException {
        run("create temp table bench_text (number bigserial, code text, text text)");
        try (var insert = database.prepareStatement("insert into bench_text (code, text) select ?, ?"
                        + " where exists (select 1 from bench_matter where code = ?)");
                var rows = csv("/reports.csv")) {
            for (var row : rows) {
                insert.setString(1, row.get("code"));
                insert.setString(2, row.get("text"));
                insert.setString(3, row.get("code"));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static CSVParser csv(String resource) throws IOException {
        var stream = MillionCases.class.getResourceAsStream(resource);
        return CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new InputStreamReader(stream, StandardCharsets.UTF_8));
    }

    private static String resource(String name) throws IOException {
        try (var stream = MillionCases.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void run(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
