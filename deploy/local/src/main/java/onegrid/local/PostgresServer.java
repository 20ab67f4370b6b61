package onegrid.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.tukaani.xz.XZInputStream;

/**
 * A PostgreSQL server on 127.0.0.1 with its data in one folder. An acknowledged commit is on disk: fsync and
 * synchronous_commit are on. PostgreSQL refuses to run as root, so there it runs as user 65534, who owns the data.
 */
public final class PostgresServer extends Part {
    /** The user that may do everything; services get a user of their own from {@link #createDatabase}. */
    public static final String SUPERUSER = "postgres";

    private static final String VERSION = "postgresql-18.3";

    private final Parts parts;
    private final Path data;
    private final Path log;
    private final int port;
    private final String password;
    private final Unprivileged user;
    private Optional<Path> template = Optional.empty();

    /**
     * @param home folder that holds, or will hold, the data and the log of this server
     * @param port the port to listen on, for example {@link Ports#free()}
     * @param password of the superuser; fixed when the data folder is first made
     */
    public PostgresServer(Parts parts, Path home, int port, String password) {
        super("postgres");
        this.parts = parts;
        this.data = home.toAbsolutePath().resolve("data");
        this.log = home.toAbsolutePath().resolve("postgres.log");
        this.port = port;
        this.password = password;
        this.user = Unprivileged.here();
    }

    /** A stopped server's data folder that a new one begins with instead of an empty one. */
    PostgresServer beginningWith(Path dataOfAnother) {
        template = Optional.of(dataOfAnother);
        return this;
    }

    public int port() {
        return port;
    }

    public String password() {
        return password;
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Makes the database and its owner unless they are there; the owner gets this password in any case. */
    public void createDatabase(String database, String owner, String ownerPassword) {
        try (var connection = connect("postgres");
                var statement = connection.createStatement()) {
            if (!found(connection, "select 1 from pg_roles where rolname = ?", owner)) {
                statement.execute("create role " + statement.enquoteIdentifier(owner, true) + " login");
            }
            statement.execute("alter role " + statement.enquoteIdentifier(owner, true) + " password "
                    + statement.enquoteLiteral(ownerPassword));
            if (!found(connection, "select 1 from pg_database where datname = ?", database)) {
                statement.execute("create database " + statement.enquoteIdentifier(database, true) + " owner "
                        + statement.enquoteIdentifier(owner, true));
            }
        } catch (SQLException e) {
            throw new StackProblem("Cannot create database " + database + ": " + e.getMessage(), e);
        }
    }

    /** A connection of the superuser. */
    public Connection connect(String database) throws SQLException {
        var properties = new Properties();
        properties.put("user", SUPERUSER);
        properties.put("password", password);
        properties.put("connectTimeout", "2");
        return new org.postgresql.Driver().connect(jdbcUrl(database), properties);
    }

    private static boolean found(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    @Override
    Path log() {
        return log;
    }

    @Override
    HostProcess begin() {
        Ports.requireFree(name(), port);
        try {
            Files.createDirectories(data.getParent());
            if (!Files.exists(data.resolve("PG_VERSION"))) {
                initialise();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot prepare " + data, e);
        }
        var settings = List.of(
                "listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=",
                "max_connections=200",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on");
        var command = new ArrayList<>(List.of(program("postgres"), "-D", data.toString()));
        settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        return HostProcess.start(user.command(command, binaries(), data), Map.of("LC_ALL", "C"), data.getParent(), log);
    }

    private void initialise() throws IOException {
        Parts.delete(data);
        if (template.isPresent()) {
            copyTemplate(template.get());
            return;
        }
        Files.createDirectory(data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        user.own(data);
        var passwordFile = Files.createTempFile(data.getParent(), "initdb", ".tmp");
        try {
            Files.writeString(passwordFile, password);
            user.own(passwordFile);
            var command = List.of(
                    program("initdb"),
                    "-D",
                    data.toString(),
                    "-U",
                    SUPERUSER,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C");
            Commands.run(user.command(command, binaries(), data), data.getParent(), log, Map.of("LC_ALL", "C"));
        } finally {
            Files.delete(passwordFile);
        }
    }

    private void copyTemplate(Path source) throws IOException {
        var unfinished = data.resolveSibling("data.unfinished");
        Parts.delete(unfinished);
        try (var files = Files.walk(source)) {
            for (var file : files.toList()) {
                var copy = unfinished.resolve(source.relativize(file));
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                user.own(copy);
            }
        }
        var setPassword = "printf \"alter role postgres password '%s'\\n\" \"$1\" | \"$0\" --single -D \"$2\" postgres";
        Commands.run(
                user.command(
                        List.of("sh", "-c", setPassword, program("postgres"), password, unfinished.toString()),
                        binaries(),
                        unfinished),
                data.getParent(),
                log,
                Map.of("LC_ALL", "C"));
        Files.move(unfinished, data);
    }

    private Path binaries() {
        return parts.part(VERSION, PostgresServer::unpack);
    }

    private String program(String name) {
        return binaries().resolve("bin").resolve(name).toString();
    }

    /** Only our own server counts: another one may have taken the port in between. */
    @Override
    boolean ready() {
        try (var connection = connect("postgres");
                var statement = connection.createStatement();
                var answer = statement.executeQuery("show data_directory")) {
            return answer.next() && Files.isSameFile(Path.of(answer.getString(1)), data);
        } catch (SQLException | IOException notYet) {
            return false;
        }
    }

    /** After kill -9 the backends need a moment to see that their postmaster is gone. */
    @Override
    boolean mayTryAgain() {
        var words = process().orElseThrow().lastWords();
        return words.contains("pre-existing shared memory block") || words.contains("lock file \"postmaster.pid\"");
    }

    /** Fast shutdown: sessions are ended, transactions rolled back. TERM would wait for the last client. */
    @Override
    String stopSignal() {
        return "INT";
    }

    private static void unpack(Path target) throws IOException {
        var archive = "/postgres-" + platform() + ".txz";
        try (var txz = PostgresServer.class.getResourceAsStream(archive)) {
            if (txz == null) {
                throw new StackProblem("No PostgreSQL binaries for this machine (" + archive + " is not on the class"
                        + " path). Linux and macOS on x86-64 or ARM64 are supported.");
            }
            Parts.untar(new XZInputStream(txz), target, 0);
        }
    }

    private static String platform() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        var processor = System.getProperty("os.arch");
        return system + "-" + (processor.equals("aarch64") ? "arm_64" : "x86_64");
    }
}
