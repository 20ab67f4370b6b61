package onegrid.kit.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import onegrid.kit.clock.Zone;
import onegrid.kit.outbox.Broker;
import onegrid.kit.problem.Problem;
import onegrid.kit.problem.Unavailable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Messages that this service could not understand. They lie on its dead-letter topic and, to be listed and replayed,
 * in a table. A replay puts the message back on its topic; whoever has heard it already ignores it.
 */
@ApplicationScoped
public class DeadLetters {
    private final DataSource database;
    private final Broker broker;

    DeadLetters(DataSource database, Broker broker) {
        this.database = database;
        this.broker = broker;
    }

    /** One message as the operator sees it; {@code reason} is the exception's own text. */
    public record DeadLetter(
            long id,
            String topic,
            String key,
            String payload,
            String reason,
            OffsetDateTime diedAt,
            OffsetDateTime replayedAt) {}

    @Incoming("dead-letters")
    @Blocking
    public void keep(ConsumerRecord<String, String> dead) throws InterruptedException {
        while (true) {
            try {
                QuarkusTransaction.requiringNew().run(() -> insert(dead));
                return;
            } catch (RuntimeException e) {
                if (!Unavailable.isCauseOf(e)) {
                    throw e;
                }
                Thread.sleep(Duration.ofMillis(500));
            }
        }
    }

    private void insert(ConsumerRecord<String, String> dead) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into dead_letter (topic, event_key, payload, reason, source) values (?, ?, ?, ?, ?)
                        on conflict (source) do nothing""")) {
            insert.setString(1, header(dead, "dead-letter-topic", dead.topic()));
            insert.setString(2, dead.key());
            insert.setString(3, dead.value() == null ? "" : dead.value().replace("\u0000", ""));
            insert.setString(4, header(dead, "dead-letter-reason", null));
            insert.setString(5, dead.topic() + "-" + dead.partition() + "@" + dead.offset());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("a dead letter could not be kept", e);
        }
    }

    private static String header(ConsumerRecord<?, ?> record, String name, String otherwise) {
        var header = record.headers().lastHeader(name);
        return header == null ? otherwise : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** The newest 200 first. */
    public List<DeadLetter> list() {
        return read("order by id desc limit 200");
    }

    private List<DeadLetter> read(String which, Object... values) {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement("select id, topic, event_key, payload, reason, died_at, replayed_at"
                                + " from dead_letter " + which)) {
            for (var i = 0; i < values.length; i++) {
                query.setObject(i + 1, values[i]);
            }
            var rows = query.executeQuery();
            var letters = new ArrayList<DeadLetter>();
            while (rows.next()) {
                letters.add(new DeadLetter(
                        rows.getLong(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getString(5),
                        Zone.at(rows.getTimestamp(6).toInstant()),
                        rows.getTimestamp(7) == null
                                ? null
                                : Zone.at(rows.getTimestamp(7).toInstant())));
            }
            return letters;
        } catch (SQLException e) {
            throw new IllegalStateException("dead letters could not be read", e);
        }
    }

    /** Sends it to its topic again and marks when. */
    public void replay(long id) {
        replay(read("where id = ?", id).stream().findFirst().orElseThrow(() -> Problem.notFound("Dead letter " + id)));
    }

    private void replay(DeadLetter letter) {
        broker.send(letter.topic, letter.key, letter.payload).await().atMost(Duration.ofSeconds(10));
        try (var connection = database.getConnection();
                var update = connection.prepareStatement("update dead_letter set replayed_at = ? where id = ?")) {
            update.setTimestamp(1, java.sql.Timestamp.from(Instant.now()));
            update.setLong(2, letter.id);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the replay could not be marked", e);
        }
    }

    /** All that were not replayed yet; returns how many. */
    public int replayAll() {
        var waiting = read("where replayed_at is null order by id");
        waiting.forEach(this::replay);
        return waiting.size();
    }
}
