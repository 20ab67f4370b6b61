package onegrid.gateway.hooks;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import onegrid.gateway.hooks.Deliveries.Cause;
import onegrid.kit.clock.Zone;
import onegrid.kit.scope.Trace;

/** An event that tells nothing, for one subscription alone: does the receiver take it, does the signature fit. */
@ApplicationScoped
class TestEvents {
    static final String TYPE = "gateway.hook.ping.v1";

    private final EventLog log;
    private final Deliveries deliveries;
    private final ObjectMapper json;
    private final Clock clock;

    TestEvents(EventLog log, Deliveries deliveries, ObjectMapper json, Clock clock) {
        this.log = log;
        this.deliveries = deliveries;
        this.json = json;
        this.clock = clock;
    }

    UUID send(Subscription subscription) {
        var now = clock.instant();
        var id = UUID.randomUUID();
        var event = new LoggedEvent(
                id,
                TYPE,
                subscription.id.toString(),
                null,
                null,
                subscription.gridScope.getFirst(),
                null,
                List.of(),
                false,
                null,
                now,
                body(id, subscription, Zone.at(now).toString()));
        return deliveries.add(subscription.id, log.append(event, subscription.id), "test:" + id, Cause.TEST);
    }

    private String body(UUID id, Subscription subscription, String time) {
        var event = json.createObjectNode()
                .put("specversion", "1.0")
                .put("id", id.toString())
                .put("source", "/onegrid/gateway")
                .put("type", TYPE)
                .put("subject", subscription.id.toString())
                .put("time", time)
                .put("datacontenttype", "application/json")
                .put("partitionkey", subscription.id.toString())
                .put("traceparent", Trace.current());
        event.putObject("data")
                .put("subscriptionId", subscription.id.toString())
                .put("subscription", subscription.name);
        return event.toString();
    }
}
