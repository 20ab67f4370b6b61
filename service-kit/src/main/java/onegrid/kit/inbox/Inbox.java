package onegrid.kit.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import onegrid.kit.problem.Unavailable;
import onegrid.kit.scope.Trace;
import org.hibernate.StaleStateException;
import org.jboss.logging.Logger;

/**
 * Hears an event once. The event's id is claimed in the transaction of what it causes, so the key, not a read, decides
 * a race. While a part is away (database restarting) the message waits; what cannot be understood is thrown, and the
 * channel keeps it as a dead letter.
 */
@ApplicationScoped
public class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final DataSource database;

    Inbox(DataSource database) {
        this.database = database;
    }

    /** @param effect runs in its own transaction, at most once in effect per event id */
    public void hear(String message, Consumer<Heard> effect) {
        read(message, heard -> {
            if (claim(heard.id())) {
                effect.accept(heard);
                LOG.infof("Heard %s of %s", heard.type(), heard.subject());
            } else {
                LOG.debugf("Already heard, id=%s type=%s", heard.id(), heard.type());
            }
        });
    }

    /**
     * For a second reader of a topic in one service, whose own rows know an event by its id: waits as {@link #hear} does
     * and claims nothing.
     *
     * @param effect runs in its own transaction, again where that fails in passing
     */
    public void read(String message, Consumer<Heard> effect) {
        var heard = Heard.parse(message);
        Trace.beginHeard(heard.traceparent(), heard.tracestate());
        while (true) {
            try {
                QuarkusTransaction.requiringNew().run(() -> effect.accept(heard));
                return;
            } catch (RuntimeException e) {
                if (!canPass(e)) {
                    throw e;
                }
                LOG.warnf("Event waits, id=%s type=%s: %s", heard.id(), heard.type(), Unavailable.words(e));
                pause();
            }
        }
    }

    private boolean claim(UUID id) {
        try (var connection = database.getConnection();
                var insert =
                        connection.prepareStatement("insert into inbox (event_id) values (?) on conflict do nothing")) {
            insert.setObject(1, id);
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("the inbox could not be written", e);
        }
    }

    private static boolean canPass(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException || cause instanceof StaleStateException) {
                return true;
            }
        }
        return Unavailable.isCauseOf(thrown);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting", e);
        }
    }
}
