package onegrid.gateway.hooks;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import onegrid.gateway.hooks.Deliveries.Due;
import onegrid.gateway.hooks.Subscription.Mode;
import onegrid.kit.problem.Unavailable;
import org.jboss.logging.Logger;

/** One attempt: signed, sent, and written down. */
@ApplicationScoped
class Delivering {
    private static final Logger LOG = Logger.getLogger(Delivering.class);
    private static final Duration DATABASE_AWAY = Duration.ofMillis(500);
    private static final int TRIES_TO_WRITE = 60;

    private final DataSource database;
    private final Deliveries deliveries;
    private final HookSecrets secrets;
    private final Sender sender;
    private final Pauses pauses;
    private final Health health;
    private final Clock clock;

    Delivering(
            DataSource database,
            Deliveries deliveries,
            HookSecrets secrets,
            Sender sender,
            Pauses pauses,
            Health health,
            Clock clock) {
        this.database = database;
        this.deliveries = deliveries;
        this.secrets = secrets;
        this.sender = sender;
        this.pauses = pauses;
        this.health = health;
        this.clock = clock;
    }

    private record Receiver(
            String url, Mode mode, Audience audience, byte[] secret, byte[] oldSecret, Instant oldSecretUntil) {}

    void deliver(Due due) {
        try {
            var receiver = receiver(due.subscription());
            if (receiver.isPresent()) {
                writeDown(due, send(due, receiver.get()));
            }
        } catch (RuntimeException e) {
            // The lease runs out and another attempt is made.
            LOG.warnf("A webhook was not delivered, id=%s: %s", due.id(), Unavailable.words(e));
        }
    }

    private Outcome send(Due due, Receiver receiver) {
        var now = clock.instant();
        var id = due.event().id().toString();
        var envelope = Envelope.of(due.event(), receiver.mode, receiver.audience);
        var signing =
                secrets.signing(due.subscription(), receiver.secret, receiver.oldSecret, receiver.oldSecretUntil, now);
        var headers = new LinkedHashMap<>(envelope.headers());
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        headers.put("webhook-signature", Signature.of(signing, id, now, envelope.body()));
        headers.put("user-agent", "OneGrid-Hooks/1");
        return sender.post(receiver.url, headers, envelope.body());
    }

    /** The receiver has it by now: this must not be forgotten because the database is away for a moment. */
    private void writeDown(Due due, Outcome outcome) {
        var again =
                outcome.gone() ? null : pauses.next(due.attempt(), due.createdAt(), clock.instant(), outcome.pause());
        for (var tries = 1; ; tries++) {
            try {
                deliveries.finish(due, outcome, again);
                if (health.note(due.subscription(), outcome)) {
                    deliveries.hurry(due.subscription());
                }
                return;
            } catch (RuntimeException e) {
                if (tries == TRIES_TO_WRITE || !Unavailable.isCauseOf(e)) {
                    throw e;
                }
                pause();
            }
        }
    }

    private Optional<Receiver> receiver(UUID subscription) {
        return Rows.read(
                        database,
                        "select url, mode, role, unit, grid_scope, grid_codes, secret, old_secret, old_secret_until"
                                + " from hook_subscription where id = ?",
                        row -> new Receiver(
                                row.getString(1),
                                Mode.valueOf(row.getString(2)),
                                new Audience(
                                        row.getString(3),
                                        row.getString(4),
                                        List.of((String[]) row.getArray(5).getArray()),
                                        List.of((String[]) row.getArray(6).getArray())),
                                row.getBytes(7),
                                row.getBytes(8),
                                row.getTimestamp(9) == null
                                        ? null
                                        : row.getTimestamp(9).toInstant()),
                        subscription)
                .stream()
                .findFirst();
    }

    private static void pause() {
        try {
            Thread.sleep(DATABASE_AWAY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting", e);
        }
    }
}
