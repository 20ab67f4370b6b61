package onegrid.kit.inbox;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * An event from another service: the CloudEvents envelope and its data, which a consumer reads into its own small
 * record ({@link #as}); fields that it does not know are ignored.
 */
public record Heard(
        UUID id,
        String type,
        String subject,
        OffsetDateTime time,
        String traceparent,
        String tracestate,
        JsonNode data) {
    private static final ObjectMapper LENIENT = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static Heard parse(String message) {
        try {
            var envelope = LENIENT.readTree(message);
            return new Heard(
                    UUID.fromString(envelope.required("id").asText()),
                    envelope.required("type").asText(),
                    envelope.path("subject").asText(null),
                    OffsetDateTime.parse(envelope.required("time").asText()),
                    envelope.path("traceparent").asText(null),
                    envelope.path("tracestate").asText(null),
                    envelope.required("data"));
        } catch (Exception e) {
            throw new IllegalArgumentException("not a CloudEvent of ours", e);
        }
    }

    public <T> T as(Class<T> type) {
        try {
            return LENIENT.treeToValue(data, type);
        } catch (Exception e) {
            throw new IllegalArgumentException("data of " + this.type + " cannot be read", e);
        }
    }
}
