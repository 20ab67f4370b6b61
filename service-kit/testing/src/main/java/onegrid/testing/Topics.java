package onegrid.testing;

import static java.util.stream.Collectors.toMap;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The other end of the topics: hears what a service tells, and tells it what another service would. */
public final class Topics implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KafkaProducer<String, String> producer;
    private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
    private final Thread listener;
    private volatile boolean open = true;

    /** Listens to these topics from their beginning. */
    public Topics(String... topics) {
        var servers = Infrastructure.start().bootstrapServers();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers, "linger.ms", 0), new StringSerializer(), new StringSerializer());
        listener = Thread.ofPlatform().daemon().start(() -> listen(servers, topics));
    }

    private void listen(String servers, String... topics) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                servers,
                ConsumerConfig.GROUP_ID_CONFIG,
                "test-" + UUID.randomUUID(),
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                1000);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topics));
            while (open) {
                for (var message : consumer.poll(Duration.ofMillis(100))) {
                    heard.add(read(message.value()));
                }
            }
        }
    }

    /** A message that is not JSON is heard as a text. */
    private static JsonNode read(String message) {
        try {
            return JSON.readTree(message);
        } catch (JsonProcessingException e) {
            return JSON.getNodeFactory().textNode(message);
        }
    }

    /** All events heard so far that fit. */
    public List<JsonNode> heard(Predicate<JsonNode> fits) {
        return heard.stream().filter(fits).toList();
    }

    /** Waits (at most 20 s) for the first event of this type about this subject. */
    public JsonNode awaitEvent(String type, String subject) {
        return awaitEvent(event -> event.path("type").asText().equals(type)
                && (subject == null || event.path("subject").asText().equals(subject)));
    }

    public JsonNode awaitEvent(Predicate<JsonNode> fits) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> heard(fits), found -> !found.isEmpty())
                .getFirst();
    }

    /** An envelope around this data, as another service would write it. */
    public static String event(UUID id, String type, String subject, Object data) {
        var envelope = JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", id.toString())
                .put("source", "/onegrid/test")
                .put("type", type)
                .put("subject", subject)
                .put("time", OffsetDateTime.now().toString())
                .put("datacontenttype", "application/json")
                .put("partitionkey", subject);
        envelope.set("data", JSON.valueToTree(data));
        return envelope.toString();
    }

    /** Tells any text on a topic and waits until the broker has it. */
    public void tell(String topic, String key, String message) {
        try {
            producer.send(new ProducerRecord<>(topic, key, message)).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Tells an event once and returns its id, so that it can be told again. */
    public UUID tell(String topic, String type, String subject, Object data) {
        var id = UUID.randomUUID();
        tell(topic, subject, event(id, type, subject, data));
        return id;
    }

    /** Waits (at most 30 s) until this service, or the brain, has acknowledged all that lies on the topic. */
    public void awaitAcknowledged(String service, String topic) {
        var group = topic.replaceFirst("onegrid", service);
        try (var admin =
                Admin.create(Map.of("bootstrap.servers", Infrastructure.start().bootstrapServers()))) {
            await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> acknowledged(admin, group, topic));
        }
    }

    private static boolean acknowledged(Admin admin, String group, String topic)
            throws ExecutionException, InterruptedException {
        var committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        var partitions = admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        var ends = admin.listOffsets(partitions.stream().collect(toMap(p -> p, p -> OffsetSpec.latest())))
                .all()
                .get();
        return partitions.stream().allMatch(partition -> {
            var end = ends.get(partition).offset();
            return end == 0
                    || committed.get(partition) != null
                            && committed.get(partition).offset() >= end;
        });
    }

    @Override
    public void close() {
        open = false;
        producer.close();
    }
}
