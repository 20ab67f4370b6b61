package onegrid.testing.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import onegrid.testing.Contracts;

/** The files of {@code contracts/} that describe the HTTP API. */
public final class ApiFiles {
    static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private static final Path FOLDER = Contracts.folder().getParent();

    private ApiFiles() {}

    /** The document of the whole gateway, as it is committed and served. */
    public static Path document() {
        return FOLDER.resolve("openapi.json");
    }

    /** The documents of the last release. */
    public static Path released(String name) {
        return FOLDER.resolve("released").resolve(name);
    }

    /** `./onegrid contracts`: what is stale is written anew instead of failing. */
    public static boolean renewing() {
        return "renew".equals(System.getProperty("onegrid.contracts"));
    }

    /** An answer that the document does not describe fails its test; with {@code tell} it is told in the log only. */
    static boolean holding() {
        return !Set.of("tell", "record", "renew").contains(System.getProperty("onegrid.contracts", ""));
    }

    /** Answers that tests get are kept as examples. */
    static boolean recording() {
        return "record".equals(System.getProperty("onegrid.contracts"));
    }

    /** What is written by hand: words, shared answers and parameters, addresses that no resource method serves. */
    static Path byHand() {
        return FOLDER.resolve("openapi.hand.json");
    }

    /** A request and its answer, taken from a test. */
    static Path example(String operationId) {
        return FOLDER.resolve("examples").resolve(operationId + ".json");
    }

    /** Operations that no test asks for with success so far; the list gets shorter only. */
    static Set<String> withoutExample() {
        try (var lines = Files.lines(FOLDER.resolve("examples/without.txt"))) {
            return lines.filter(line -> !line.startsWith("#"))
                    .map(String::strip)
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ObjectNode read(Path file) {
        try {
            return Files.exists(file) ? (ObjectNode) JSON.readTree(file.toFile()) : JSON.createObjectNode();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is not JSON", e);
        }
    }

    public static void write(Path file, ObjectNode content) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, JSON.writeValueAsString(content) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
