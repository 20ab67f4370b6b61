package onegrid.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.kafka.CloudEventDeserializer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import onegrid.kit.sample.Things;
import onegrid.testing.Contracts;
import onegrid.testing.Infrastructure;
import onegrid.testing.ServiceUnderTest;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our events are read by the official SDK of CloudEvents, from the files and from the topic. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class CloudEventsTest {
    @Inject
    Things things;

    @Test
    void aPublishedEventIsReadFromTheTopicByTheSdk() {
        var name = "thing-" + UUID.randomUUID();
        things.make(name);

        var event = heard(name);

        assertThat(event.getType()).isEqualTo("sample.thing.made.v1");
        assertThat(event.getSource()).hasToString("/onegrid/sample");
        assertThat(event.getExtension("partitionkey")).isEqualTo(name);
        assertThat(event.getTime()).isNotNull();
        assertThat(new String(event.getData().toBytes(), StandardCharsets.UTF_8))
                .contains(name);
    }

    static Stream<String> types() throws IOException {
        try (var files = Files.list(Contracts.folder())) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".sample.json"))
                    .map(name -> name.replace(".sample.json", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void everySampleIsReadByTheSdk(String type) throws IOException {
        var event = EventFormatProvider.getInstance()
                .resolveFormat("application/cloudevents+json")
                .deserialize(Contracts.sample(type).getBytes(StandardCharsets.UTF_8));

        assertThat(event.getType()).isEqualTo(type);
    }

    /** The SDK's own deserializer finds the envelope by the header {@code content-type}. */
    private static CloudEvent heard(String subject) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                Infrastructure.start().bootstrapServers(),
                "group.id",
                "sdk-" + UUID.randomUUID(),
                "auto.offset.reset",
                "earliest",
                "metadata.max.age.ms",
                1000);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new CloudEventDeserializer())) {
            consumer.subscribe(List.of("onegrid.sample"));
            var found = new ArrayList<CloudEvent>();
            await().until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> {
                    if (message.value() != null
                            && subject.equals(message.value().getSubject())) {
                        found.add(message.value());
                    }
                });
                return !found.isEmpty();
            });
            return found.getFirst();
        }
    }
}
