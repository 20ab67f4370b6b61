package onegrid.brain.stream;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Properties;
import onegrid.kit.problem.Unavailable;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

/** Listens on a connection of its own (a pooled one cannot wait) for the knocks of the other replicas. */
@ApplicationScoped
class OtherReplicas {
    private static final Logger LOG = Logger.getLogger(OtherReplicas.class);

    private final StreamFeed feed;
    private final String url;
    private final Properties login = new Properties();
    private volatile boolean running = true;
    private Thread listener;

    OtherReplicas(
            StreamFeed feed,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.feed = feed;
        this.url = url;
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("connectTimeout", "2");
        login.setProperty("tcpKeepAlive", "true");
        login.setProperty("ApplicationName", "brain stream");
    }

    void start(@Observes StartupEvent started) {
        listener = Thread.ofPlatform().daemon().name("stream-listener").start(this::run);
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        running = false;
        listener.interrupt();
        listener.join(Duration.ofSeconds(2));
    }

    private void run() {
        while (running) {
            try {
                listen();
            } catch (Exception e) {
                LOG.debugf("Not listening for other replicas: %s", Unavailable.words(e));
                pause();
            }
        }
    }

    private void listen() throws Exception {
        try (var connection = DriverManager.getConnection(url, login);
                var listen = connection.createStatement()) {
            listen.execute("listen " + StreamFeed.CHANNEL);
            var waiting = connection.unwrap(PGConnection.class);
            feed.knocked("somebody while we were not listening");
            while (running) {
                var heard = waiting.getNotifications(1000);
                if (heard != null && heard.length > 0) {
                    for (var knock : heard) {
                        feed.knocked(knock.getParameter());
                    }
                } else {
                    listen.execute("select 1"); // a silent line is told from a dead one
                }
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            running = false;
        }
    }
}
