package onegrid.kit.outbox;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** The way to the broker, by an idempotent producer that waits for the write. */
@ApplicationScoped
public class Broker {
    /** By this header the SDKs of CloudEvents know that the envelope lies in the value (Kafka protocol binding 3.3). */
    private static final byte[] STRUCTURED =
            "application/cloudevents+json; charset=UTF-8".getBytes(StandardCharsets.US_ASCII);

    private final MutinyEmitter<String> channel;

    Broker(@Channel("outbox") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<String> channel) {
        this.channel = channel;
    }

    /** Completes when the broker has the message, fails when it did not take it in time. */
    public Uni<Void> send(String topic, String key, String payload) {
        return channel.sendMessage(Message.of(payload)
                .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withTopic(topic)
                        .withKey(key)
                        .withHeaders(new RecordHeaders().add("content-type", STRUCTURED))
                        .build()));
    }
}
