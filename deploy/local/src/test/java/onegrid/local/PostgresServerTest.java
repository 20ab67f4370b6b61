package onegrid.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {
    @TempDir
    Path home;

    @Test
    void whatWasCommittedOutlivesAKilledServer() throws SQLException {
        try (var server = started(home, Ports.free())) {
            execute(server, "create table report (number text)");
            execute(server, "insert into report values ('burst main')");

            server.kill9();
            server.start();

            assertThat(answer(server, "select number from report")).isEqualTo("burst main");
        }
    }

    @Test
    void anAcknowledgedCommitIsOnDisk() throws SQLException {
        try (var server = started(home, Ports.free())) {
            assertThat(answer(server, "show fsync")).isEqualTo("on");
            assertThat(answer(server, "show synchronous_commit")).isEqualTo("on");
        }
    }

    @Test
    void twoServersOfOneMachineKeepTheirDataApart() throws SQLException {
        try (var one = started(home.resolve("one"), Ports.free());
                var two = started(home.resolve("two"), Ports.free())) {
            execute(one, "create table only_in_one (id int)");

            assertThat(answer(two, "select count(*) from pg_tables where tablename = 'only_in_one'"))
                    .isEqualTo("0");
        }
    }

    @Test
    void aTakenPortIsNamedAndNothingIsLeftRunning() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var server = new PostgresServer(Parts.shared(), home, other.getLocalPort(), "secret");

            assertThatThrownBy(server::start)
                    .isInstanceOf(StackProblem.class)
                    .hasMessageContaining("needs port " + other.getLocalPort());
            assertThat(server.alive()).isFalse();
        }
    }

    @Test
    void eachServiceEntersOnlyWithItsOwnPassword() throws SQLException {
        try (var server = started(home, Ports.free())) {
            server.createDatabase("grid", "grid", "first");
            server.createDatabase("grid", "grid", "second");

            assertThat(java.sql.DriverManager.getConnection(server.jdbcUrl("grid"), "grid", "second")
                            .isValid(1))
                    .isTrue();
            assertThatThrownBy(() -> java.sql.DriverManager.getConnection(server.jdbcUrl("grid"), "grid", "first"))
                    .isInstanceOf(SQLException.class);
        }
    }

    private static PostgresServer started(Path home, int port) {
        var server = new PostgresServer(Parts.shared(), home, port, "secret");
        server.start();
        return server;
    }

    private static void execute(PostgresServer server, String sql) throws SQLException {
        try (var connection = server.connect("postgres")) {
            connection.createStatement().execute(sql);
        }
    }

    private static String answer(PostgresServer server, String query) throws SQLException {
        try (var connection = server.connect("postgres");
                var answer = connection.createStatement().executeQuery(query)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
