package onegrid.testing;

import java.sql.DriverManager;
import java.sql.SQLException;

/** Databases on a server that the user onegrid owns. */
final class Databases {
    private Databases() {}

    static void create(String jdbcPrefix, String name) {
        try (var connection = DriverManager.getConnection(jdbcPrefix + "postgres", "onegrid", "onegrid");
                var query = connection.prepareStatement("select 1 from pg_database where datname = ?");
                var create = connection.createStatement()) {
            query.setString(1, name);
            if (!query.executeQuery().next()) {
                create.execute("create database " + create.enquoteIdentifier(name, true));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("database " + name + " could not be made", e);
        }
    }
}
