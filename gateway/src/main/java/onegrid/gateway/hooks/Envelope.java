package onegrid.gateway.hooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** CloudEvents over HTTP: how an event lies in a request, cut down to what its subscriber may read. */
record Envelope(Map<String, String> headers, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Envelope of(LoggedEvent event, Subscription.Mode mode, Audience audience) {
        try {
            var cloudEvent = (ObjectNode) JSON.readTree(event.body());
            if (audience.withoutPost() && cloudEvent.get("data") instanceof ObjectNode data) {
                withoutWordsOfStaff(data);
            }
            return mode == Subscription.Mode.STRUCTURED ? structured(cloudEvent) : binary(cloudEvent);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a logged event cannot be read", e);
        }
    }

    /** A reason may speak of people; and a place to a hundred metres, as Open311 tells it, is enough for a figure. */
    private static void withoutWordsOfStaff(ObjectNode data) {
        if (data.has("reason")) {
            data.set("reason", JsonNodeFactory.instance.nullNode());
        }
        for (var degrees : List.of("longitude", "latitude")) {
            if (data.path(degrees).isNumber()) {
                data.set(
                        degrees, DoubleNode.valueOf(Math.round(data.get(degrees).asDouble() * 1000) / 1000.0));
            }
        }
    }

    private static Envelope structured(ObjectNode event) {
        return new Envelope(Map.of("content-type", "application/cloudevents+json; charset=UTF-8"), event.toString());
    }

    private static Envelope binary(ObjectNode event) {
        var headers = new LinkedHashMap<String, String>();
        event.properties().forEach(attribute -> {
            if (!attribute.getKey().equals("data") && !attribute.getKey().equals("datacontenttype")) {
                headers.put(
                        "ce-" + attribute.getKey(), encoded(attribute.getValue().asText()));
            }
        });
        headers.put("content-type", event.path("datacontenttype").asText("application/json"));
        return new Envelope(headers, event.path("data").toString());
    }

    /** Characters that a header cannot carry are percent-encoded (CloudEvents HTTP binding, 3.1.3.2). */
    private static String encoded(String value) {
        var text = new StringBuilder();
        value.codePoints().forEach(c -> {
            if (c < 0x21 || c > 0x7E || c == '"' || c == '%') {
                text.append(URLEncoder.encode(Character.toString(c), StandardCharsets.UTF_8)
                        .replace("+", "%20"));
            } else {
                text.appendCodePoint(c);
            }
        });
        return text.toString();
    }
}
