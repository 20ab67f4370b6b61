package onegrid.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import onegrid.local.KafkaBroker;
import onegrid.local.Parts;
import onegrid.local.Ports;
import onegrid.local.PostgresServer;
import org.awaitility.Awaitility;
import org.jboss.logging.Logger;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * One real PostgreSQL and one real broker for all tests of a JVM: containers where an engine answers, the embedded
 * parts of the local stack where none does. Started once, ended with the JVM.
 */
public final class Infrastructure {
    private static final Logger LOG = Logger.getLogger(Infrastructure.class);
    private static Infrastructure started;

    private final String jdbcPrefix;
    private final String bootstrapServers;
    /** Only with the embedded parts: for tests that kill them. */
    private final PostgresServer postgres;

    private final KafkaBroker broker;

    private Infrastructure(String jdbcPrefix, String bootstrapServers, PostgresServer postgres, KafkaBroker broker) {
        this.jdbcPrefix = jdbcPrefix;
        this.bootstrapServers = bootstrapServers;
        this.postgres = postgres;
        this.broker = broker;
    }

    public static synchronized Infrastructure start() {
        if (started == null) {
            // Two cores carry services, broker and database; patience costs nothing when all is quick.
            Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
            started = DockerClientFactory.instance().isDockerAvailable() ? containers() : embedded();
        }
        return started;
    }

    private static Infrastructure containers() {
        LOG.info("Tests take PostgreSQL and Kafka from containers: a container engine answers");
        var postgres = new PostgreSQLContainer("postgres:18-alpine")
                .withUsername("onegrid")
                .withPassword("onegrid")
                .withCommand("postgres", "-c", "max_connections=200");
        var broker = new KafkaContainer("apache/kafka:4.2.0").withEnv("KAFKA_NUM_PARTITIONS", "6");
        postgres.start();
        broker.start();
        return new Infrastructure(
                "jdbc:postgresql://" + postgres.getHost() + ":" + postgres.getMappedPort(5432) + "/",
                broker.getBootstrapServers(),
                null,
                null);
    }

    private static Infrastructure embedded() {
        LOG.info("Tests take PostgreSQL and Kafka from embedded parts: no container engine answers");
        var home = temporaryFolder();
        var postgres = new PostgresServer(Parts.shared(), home.resolve("postgres"), Ports.free(), "onegrid");
        var broker = new KafkaBroker(Parts.shared(), home.resolve("kafka"), Ports.free());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            broker.stop();
            postgres.stop();
            Parts.delete(home);
        }));
        postgres.start();
        broker.start();
        return new Infrastructure(
                "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/", broker.bootstrapServers(), postgres, broker);
    }

    private static Path temporaryFolder() {
        try {
            var folder = Files.createTempDirectory("onegrid-test");
            // PostgreSQL runs as another user when the tests run as root, and must reach its data.
            folder.toFile().setExecutable(true, false);
            folder.toFile().setReadable(true, false);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JDBC address of a database of this name, made when it is not there yet. */
    public String database(String name) {
        if (postgres != null) {
            postgres.createDatabase(name, "onegrid", "onegrid");
        } else {
            Databases.create(jdbcPrefix, name);
        }
        return jdbcPrefix + name;
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** The embedded server, or null when containers are used. */
    public PostgresServer postgres() {
        return postgres;
    }

    /** The embedded broker, or null when containers are used. */
    public KafkaBroker broker() {
        return broker;
    }
}
