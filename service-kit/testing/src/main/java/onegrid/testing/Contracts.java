package onegrid.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** The event contracts of {@code contracts/events}: a JSON Schema and a sample per type. */
public final class Contracts {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private Contracts() {}

    /** What is wrong with this event; empty when it keeps its contract. A type without a schema is wrong too. */
    public static Set<String> violations(JsonNode event) {
        var schema = folder().resolve(event.path("type").asText() + ".schema.json");
        if (!Files.exists(schema)) {
            return Set.of("no contract for " + event.path("type").asText());
        }
        return SCHEMAS.getSchema(schema.toUri()).validate(event).stream()
                .map(ValidationMessage::getMessage)
                .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }

    /** The sample of a type, as a JSON text. */
    public static String sample(String type) throws java.io.IOException {
        return Files.readString(folder().resolve(type + ".sample.json"));
    }

    /** contracts/events, found from the folder of any module. */
    public static Path folder() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            var contracts = folder.resolve("contracts/events");
            if (Files.isDirectory(contracts)) {
                return contracts;
            }
        }
        throw new IllegalStateException(
                "contracts/events is not above " + Path.of("").toAbsolutePath());
    }
}
