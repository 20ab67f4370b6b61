package onegrid.brain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import onegrid.brain.situation.CaseState;
import onegrid.brain.situation.KnownCases;
import onegrid.brain.situation.KnownGrids;
import onegrid.brain.situation.KnownGrids.KnownGrid;
import onegrid.kit.command.Command;
import onegrid.kit.places.KnownPast;
import onegrid.kit.places.RetiredGrid;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Forgets the read model (cases, grids) and reads it again from the topics, from their beginning to where they end
 * now. One transaction: readers see the old model until the new one is whole, consumers wait for it. Decisions,
 * policies and linkages are the brain's own facts and stay; nothing is decided or told again.
 */
@Path("/api/brain/ops/rebuild")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed("system-admin")
class Rebuild {
    private static final List<String> TOPICS = List.of("onegrid.cases", "onegrid.grids");
    private static final Duration A_POLL = Duration.ofMillis(500);

    private final EntityManager database;
    private final KnownCases cases;
    private final KnownGrids grids;
    private final KnownPast past;
    private final ObjectMapper json;
    private final String brokers;
    private final String district;

    Rebuild(
            EntityManager database,
            KnownCases cases,
            KnownGrids grids,
            KnownPast past,
            ObjectMapper json,
            @ConfigProperty(name = "kafka.bootstrap.servers") String brokers,
            @ConfigProperty(name = "onegrid.district") String district) {
        this.database = database;
        this.cases = cases;
        this.grids = grids;
        this.past = past;
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        this.brokers = brokers;
        this.district = district;
    }

    /** What was read: events used, and messages that no reader could understand. */
    public record Rebuilt(long events, long skipped, long cases, long grids) {}

    @Operation(summary = "Make the brain's read model anew from the topics")
    @POST
    @Transactional
    @TransactionConfiguration(timeout = 3600)
    @Command("brain.rebuild")
    public Rebuilt rebuild() {
        database.createNativeQuery("lock table known_case, known_grid in exclusive mode")
                .executeUpdate();
        database.createNativeQuery("delete from known_case").executeUpdate();
        database.createNativeQuery("delete from known_grid").executeUpdate();
        database.createNativeQuery("delete from known_successor").executeUpdate();
        var read = readTopics();
        // What the brain has decided and the case's service has not told back yet.
        database.createNativeQuery("""
                        update known_case k set scale = d.scale, level = d.level
                        from (select distinct on (case_id) case_id, scale, level from decision
                              order by case_id, at desc) d
                        where d.case_id = k.case_id and k.scale is null""").executeUpdate();
        return new Rebuilt(read[0], read[1], count("known_case"), count("known_grid"));
    }

    private long[] readTopics() {
        var read = new long[2];
        Map<String, Object> settings =
                Map.of("bootstrap.servers", brokers, "enable.auto.commit", false, "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partitions = TOPICS.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(found -> new TopicPartition(found.topic(), found.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                for (var message : consumer.poll(A_POLL)) {
                    read[project(message.value()) ? 0 : 1]++;
                }
            }
        }
        return read;
    }

    private boolean project(String message) {
        try {
            var event = json.readTree(message);
            var type = event.path("type").asText();
            if (type.startsWith("grid.case.")) {
                cases.keep(json.treeToValue(event.path("data"), CaseState.class).in(district));
            } else if (type.equals("grid.grid.published.v1")) {
                grids.keep(json.treeToValue(event.path("data"), KnownGrid.class));
            } else if (type.equals("grid.grid.retired.v1")) {
                var retired = json.treeToValue(event.path("data"), RetiredGrid.class);
                grids.retire(retired);
                past.retire(retired);
            }
            return true;
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return false; // it lies among the dead letters already
        }
    }

    private long count(String table) {
        return ((Number) database.createNativeQuery("select count(*) from " + table)
                        .getSingleResult())
                .longValue();
    }
}
