package onegrid.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Keycloak on a PostgreSQL database of its own, plain HTTP on 127.0.0.1. The distribution is unpacked and built once
 * per machine; a server's home has only links to it and, until it is imported, the realm.
 */
public final class KeycloakServer extends Part {
    static final String VERSION = "26.7.3";
    /** Features nobody here uses; without them it starts sooner. */
    private static final String UNUSED = "ciba,device-flow,kerberos,par,impersonation,organization";

    private final Parts parts;
    private final Path archive;
    private final Path home;
    private final Path log;
    private final int port;
    private final String realm;
    private final Map<String, String> environment;

    /**
     * @param archive the distribution as Maven delivers it (tar.gz)
     * @param home folder of this server; a realm file in {@code data/import} is imported unless the realm exists
     * @param database JDBC address, user and password
     * @param realm whose discovery document tells that it is ready
     */
    public KeycloakServer(Parts parts, Path archive, Path home, int port, Database database, String realm) {
        super("keycloak");
        this.parts = parts;
        this.archive = archive;
        this.home = home.toAbsolutePath();
        this.log = this.home.resolve("keycloak.log");
        this.port = port;
        this.realm = realm;
        this.environment = new HashMap<>(Map.of(
                "KC_DB_URL",
                database.url(),
                "KC_DB_USERNAME",
                database.user(),
                "KC_DB_PASSWORD",
                database.password(),
                "KC_DB_POOL_INITIAL_SIZE",
                "1",
                "KC_DB_POOL_MAX_SIZE",
                "20"));
    }

    /** Needed when the database is empty: Keycloak's own administrator is then made, as `admin`. */
    void firstAdministrator(String password) {
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", password);
    }

    /** How a server reaches its database. */
    public record Database(String url, String user, String password) {}

    public int port() {
        return port;
    }

    public URI url() {
        return URI.create("http://localhost:" + port);
    }

    /** The issuer of the realm's tokens. */
    public URI realmUrl() {
        return url().resolve("/realms/" + realm);
    }

    @Override
    Path log() {
        return log;
    }

    Path importFolder() {
        return home.resolve("data/import");
    }

    /** Unpacks the distribution and runs its build step, about half a minute, if this machine has not done so. */
    static Path built(Parts parts, Path archive) {
        return parts.part("keycloak-" + VERSION, target -> {
            if (!Files.exists(archive)) {
                throw new StackProblem(archive + " is missing: build deploy/local with Maven.");
            }
            try (var tar = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
                Parts.untar(tar, target, 1);
            }
            Commands.run(
                    List.of(
                            target.resolve("bin/kc.sh").toString(),
                            "build",
                            "--db=postgres",
                            "--health-enabled=false",
                            "--metrics-enabled=false",
                            "--features-disabled=" + UNUSED),
                    target,
                    target.resolve("build.log"),
                    Map.of("JAVA_HOME", System.getProperty("java.home"), "JAVA_OPTS", "-Xmx512m -XX:+UseSerialGC"));
        });
    }

    @Override
    HostProcess begin() {
        Ports.requireFree(name(), port);
        var distribution = built(parts, archive);
        linkHome(distribution);
        return HostProcess.start(command(distribution), environment, home, log);
    }

    private void linkHome(Path distribution) {
        try {
            Files.createDirectories(importFolder());
            for (var shared : List.of("bin", "conf", "lib", "providers", "themes")) {
                var link = home.resolve(shared);
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, distribution.resolve(shared).toAbsolutePath());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot prepare " + home, e);
        }
    }

    /** What kc.sh runs, without the shell around it, so that the process id is the server's. */
    private List<String> command(Path distribution) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+UseSerialGC",
                Jvm.COMPILE_LIGHTLY,
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory"));
        for (var opened : List.of("java.util", "java.util.concurrent", "java.security", "java.lang")) {
            command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        command.addAll(List.of(
                "-cp",
                distribution.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start",
                "--optimized",
                "--cache=local",
                "--import-realm",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname=" + url()));
        return command;
    }

    @Override
    boolean ready() {
        return Http.ok(
                URI.create("http://127.0.0.1:" + port + "/realms/" + realm + "/.well-known/openid-configuration"));
    }

    @Override
    Duration patience() {
        return Duration.ofSeconds(180);
    }
}
