package onegrid.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import onegrid.kit.clock.Zone;
import onegrid.kit.scope.Trace;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/**
 * Events leave with the change they tell of: rows in the same transaction, sent by {@link OutboxRelay} after commit,
 * at least once and in order per key.
 */
@ApplicationScoped
public class Outbox {
    private final DataSource database;
    private final ObjectMapper json;
    private final Clock clock;
    private final OutboxRelay relay;
    private final TransactionSynchronizationRegistry transaction;
    private final String service;

    Outbox(
            DataSource database,
            ObjectMapper json,
            Clock clock,
            OutboxRelay relay,
            TransactionSynchronizationRegistry transaction,
            @ConfigProperty(name = "onegrid.service") String service) {
        this.database = database;
        this.json = json.copy()
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.INDENT_OUTPUT);
        this.clock = clock;
        this.relay = relay;
        this.transaction = transaction;
        this.service = service;
    }

    /** MANDATORY: an event without the change it tells of would be a lie. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(Event event) {
        append(List.of(event));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void append(List<? extends Event> events) {
        if (events.isEmpty()) {
            return;
        }
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into outbox (event_id, topic, event_key, type, payload) values (?, ?, ?, ?, ?)")) {
            for (var event : events) {
                var id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
                insert.setObject(1, id);
                insert.setString(2, event.topic());
                insert.setString(3, event.partitionKey());
                insert.setString(4, event.type());
                insert.setString(5, envelope(id, event));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("the outbox could not be written", e);
        }
        wakeAfterCommit();
    }

    private String envelope(UUID id, Event event) {
        var envelope = new LinkedHashMap<String, Object>();
        envelope.put("specversion", "1.0");
        envelope.put("id", id);
        envelope.put("source", "/onegrid/" + service);
        envelope.put("type", event.type());
        envelope.put("subject", event.subject());
        envelope.put("time", OffsetDateTime.now(clock.withZone(Zone.SHANGHAI)).truncatedTo(ChronoUnit.MILLIS));
        envelope.put("datacontenttype", "application/json");
        envelope.put("partitionkey", event.partitionKey());
        envelope.put("traceparent", Trace.current());
        if (Trace.state() instanceof String state) {
            envelope.put("tracestate", state);
        }
        envelope.put("data", event);
        try {
            return json.writeValueAsString(envelope);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("event " + event.type() + " cannot be written as JSON", e);
        }
    }

    private void wakeAfterCommit() {
        if (transaction.getResource(Outbox.class) != null) {
            return;
        }
        transaction.putResource(Outbox.class, true);
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    relay.wake();
                }
            }
        });
    }
}
