package onegrid.local;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** One of our services: a Quarkus fast-jar in a JVM of its own, ready when {@code /q/health/ready} says so. */
public final class ServiceProcess extends Part {
    private final Path jar;
    private final int port;
    private final List<String> options;
    private final Supplier<Map<String, String>> environment;
    private final Path log;

    /**
     * @param module folder of the Maven module, already packaged
     * @param options of the JVM, besides those that all have
     * @param environment Quarkus configuration as environment variables, asked at each start; the port is added here
     */
    public ServiceProcess(
            Path module, int port, List<String> options, Supplier<Map<String, String>> environment, Path log) {
        super(module.getFileName().toString());
        this.jar = module.resolve("target/quarkus-app/quarkus-run.jar").toAbsolutePath();
        this.port = port;
        this.options = options;
        this.environment = environment;
        this.log = log;
    }

    /** One more process of the same service on another port, as a cluster has several; who starts it ends it. */
    public ServiceProcess replica() {
        var another = Ports.free();
        return new ServiceProcess(
                jar.getParent().getParent().getParent(),
                another,
                options,
                environment,
                log.resolveSibling(name() + "-" + another + ".log"));
    }

    public int port() {
        return port;
    }

    public URI url() {
        return URI.create("http://localhost:" + port);
    }

    boolean built() {
        return Files.exists(jar);
    }

    @Override
    Path log() {
        return log;
    }

    @Override
    HostProcess begin() {
        if (!built()) {
            throw new StackProblem(name() + " is not built (" + jar + " is missing). `./onegrid up` builds it.");
        }
        Ports.requireFree(name(), port);
        var command = Jvm.command(160, jar.resolveSibling("classes.jsa"));
        command.addAll(options);
        var more = System.getenv("ONEGRID_JAVA_OPTS");
        if (more != null && !more.isBlank()) {
            command.addAll(List.of(more.strip().split("\\s+")));
        }
        command.addAll(List.of("-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-jar", jar.toString()));
        var full = new HashMap<>(environment.get());
        full.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        full.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        return HostProcess.start(command, full, log.toAbsolutePath().getParent(), log);
    }

    @Override
    boolean ready() {
        return Http.ok(URI.create("http://127.0.0.1:" + port + "/q/health/ready"));
    }

    @Override
    Duration grace() {
        return Jvm.TIME_TO_ARCHIVE;
    }

    @Override
    Duration patience() {
        return Duration.ofSeconds(180);
    }
}
