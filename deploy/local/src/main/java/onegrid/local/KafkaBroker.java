package onegrid.local;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One Kafka broker that is its own controller (KRaft), in a JVM of its own on 127.0.0.1. Its jars travel inside ours as
 * plain files, so that whoever uses this class keeps the Kafka client of its own choice.
 */
public final class KafkaBroker extends Part {
    private static final String INDEX = "/onegrid/local/kafka.index";

    private final Parts parts;
    private final Path home;
    private final int port;

    /**
     * @param home folder that holds, or will hold, the data and the log of this broker
     * @param port the port to listen on, for example {@link Ports#free()}
     */
    public KafkaBroker(Parts parts, Path home, int port) {
        super("kafka");
        this.parts = parts;
        this.home = home.toAbsolutePath();
        this.port = port;
    }

    public int port() {
        return port;
    }

    /** Value for {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    HostProcess begin() {
        Ports.requireFree(name(), port);
        try {
            Files.createDirectories(home);
            var settings = Files.writeString(home.resolve("server.properties"), settings());
            if (!Files.exists(home.resolve("data/meta.properties"))) {
                Commands.run(
                        java("kafka.tools.StorageTool", "format", "-t", clusterId(), "-c", settings.toString()),
                        home,
                        log(),
                        Map.of());
            }
            return HostProcess.start(java("kafka.Kafka", settings.toString()), Map.of(), home, log());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot prepare " + home, e);
        }
    }

    @Override
    Duration grace() {
        return Jvm.TIME_TO_ARCHIVE;
    }

    @Override
    Path log() {
        return home.resolve("kafka.log");
    }

    private String settings() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                inter.broker.listener.name=PLAINTEXT
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%3$s
                num.partitions=6
                auto.create.topics.enable=true
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                # A lone broker gains nothing from waiting for more members of a group.
                group.initial.rebalance.delay.ms=0
                # What was acknowledged survives kill -9: the page cache is not the process's own.
                log.retention.hours=-1
                log.segment.bytes=67108864
                log.index.size.max.bytes=1048576
                log.cleaner.dedupe.buffer.size=16777216
                """.formatted(port, Ports.free(), home.resolve("data"));
    }

    private List<String> java(String main, String... arguments) {
        var index = index();
        var jars = parts.part("kafka-" + Integer.toHexString(index.hashCode()), target -> unpack(index, target));
        var command = Jvm.command(256, jars.resolve(main + ".jsa"));
        command.addAll(List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-cp", jars + "/*", main));
        command.addAll(List.of(arguments));
        return command;
    }

    private static String clusterId() {
        var id = UUID.randomUUID();
        var bytes = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        bytes[0] &= 0x7f; // a leading "-" would read as an option
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Asks for ApiVersions, the one request that every broker answers in its oldest version. */
    @Override
    boolean ready() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
            socket.setSoTimeout(2000);
            var out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(10);
            out.writeShort(18);
            out.writeShort(0);
            out.writeInt(7);
            out.writeShort(-1);
            out.flush();
            var in = new DataInputStream(socket.getInputStream());
            return in.readInt() > 6 && in.readInt() == 7 && in.readShort() == 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static List<String> index() {
        try (var index = KafkaBroker.class.getResourceAsStream(INDEX)) {
            if (index == null) {
                throw new StackProblem(
                        "The broker's jars are missing from local-stack: build deploy/local with Maven.");
            }
            return List.of(new String(index.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .split(":"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unpack(List<String> index, Path target) throws IOException {
        for (var jar : index) {
            try (var content = KafkaBroker.class.getResourceAsStream("/onegrid/local/" + jar)) {
                if (content == null) {
                    throw new IOException(jar + " is missing from local-stack");
                }
                Files.copy(content, target.resolve(Path.of(jar).getFileName()));
            }
        }
    }
}
