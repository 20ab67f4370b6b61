package onegrid.kit.seed;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.postgresql.PGConnection;

/**
 * Data that a service begins with: CSV files {@code seed/<table>.csv} of its resources, whose first line names the
 * columns. A Flyway migration, so that of several replicas one loads it, once; constraints of the tables apply.
 */
public abstract class CsvSeed implements JavaMigration {
    private final MigrationVersion version;
    private final List<String> tables;

    /** @param tables in the order of their foreign keys */
    protected CsvSeed(String version, String... tables) {
        this.version = MigrationVersion.fromVersion(version);
        this.tables = List.of(tables);
    }

    @Override
    public void migrate(Context context) throws SQLException, IOException {
        var copy = context.getConnection().unwrap(PGConnection.class).getCopyAPI();
        for (var table : tables) {
            try (var csv = getClass().getResourceAsStream("/seed/" + table + ".csv")) {
                if (csv == null) {
                    throw new IllegalStateException("seed/" + table + ".csv is missing");
                }
                var bytes = csv.readAllBytes();
                var columns = new String(bytes, java.nio.charset.StandardCharsets.UTF_8)
                        .lines()
                        .findFirst();
                copy.copyIn(
                        "copy " + table + " (" + columns.orElseThrow() + ") from stdin (format csv, header)",
                        new java.io.ByteArrayInputStream(bytes));
            }
        }
    }

    @Override
    public MigrationVersion getVersion() {
        return version;
    }

    @Override
    public String getDescription() {
        return "sample data " + String.join(" ", tables);
    }

    @Override
    public Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }
}
