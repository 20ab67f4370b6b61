package onegrid.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** stack.json: what the last start chose, for tests, tools and later commands. */
record StackFile(Path file) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static StackFile in(Home home) {
        return new StackFile(home.stackFile());
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** The ports of the last start, or the usual ones if there was none. */
    PortPlan ports() {
        if (!exists()) {
            return PortPlan.DEFAULT;
        }
        try {
            var ports = JSON.readTree(file.toFile()).path("ports");
            return new PortPlan(
                    ports.path("gateway").asInt(),
                    ports.path("grid-service").asInt(),
                    ports.path("party-org-service").asInt(),
                    ports.path("property-service").asInt(),
                    ports.path("new-sector-service").asInt(),
                    ports.path("keycloak").asInt(),
                    ports.path("postgres").asInt(),
                    ports.path("kafka").asInt());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Stack stack) {
        var pids = new LinkedHashMap<String, Long>();
        stack.parts().forEach(part -> part.process().ifPresent(process -> pids.put(part.name(), process.pid())));
        var content = new LinkedHashMap<String, Object>();
        content.put("home", stack.home().folder().toString());
        content.put("ports", stack.ports().byName());
        content.put("pids", pids);
        content.put("urls", urls(stack));
        content.put("kafka", stack.kafka().bootstrapServers());
        content.put("secrets", stack.home().of("secrets.properties").toString());
        try {
            Files.createDirectories(file.getParent());
            var unfinished = file.resolveSibling("stack.json.unfinished");
            JSON.writerWithDefaultPrettyPrinter().writeValue(unfinished.toFile(), content);
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, String> urls(Stack stack) {
        var gateway = "http://localhost:" + stack.ports().gateway();
        var urls = new LinkedHashMap<String, String>();
        urls.put("portal", gateway + "/");
        urls.put("desk", gateway + "/desk");
        urls.put("centre", gateway + "/centre");
        urls.put("keycloak", stack.keycloak().url().toString());
        urls.put("realm", stack.keycloak().realmUrl().toString());
        stack.services()
                .forEach(service -> urls.put(service.name(), service.url().toString()));
        return urls;
    }
}
