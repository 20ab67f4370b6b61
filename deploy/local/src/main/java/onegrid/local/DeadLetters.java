package onegrid.local;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Lists or replays the messages that a service could not digest, signed in as the sample system administrator. */
final class DeadLetters {
    private static final Map<String, String> AREAS = Map.of(
            "grid-service", "cases",
            "party-org-service", "party",
            "property-service", "property",
            "new-sector-service", "new-sector",
            "gateway", "brain");

    private final Stack stack;
    private final Console console;
    private final SystemAdmin admin;

    DeadLetters(Stack stack, Console console) {
        this.stack = stack;
        this.console = console;
        this.admin = new SystemAdmin(stack);
    }

    int run(List<String> arguments) {
        if (arguments.size() < 2 || !AREAS.containsKey(arguments.get(1))) {
            throw new StackProblem("Usage: ./onegrid dead-letters list|replay <service> [id]; services: "
                    + AREAS.keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        var letters = stack.part(arguments.get(1)) instanceof ServiceProcess service
                ? service.url() + "/api/" + AREAS.get(service.name()) + "/ops/dead-letters"
                : "";
        switch (arguments.getFirst()) {
            case "list" ->
                console.line("%s", admin.ask("GET", letters, null).json().toPrettyString());
            case "replay" ->
                console.line(
                        "%s",
                        admin.ask("POST", letters + replay(arguments), null)
                                .json()
                                .toPrettyString());
            default -> throw new StackProblem("`dead-letters` can `list` and `replay`.");
        }
        return 0;
    }

    private static String replay(List<String> arguments) {
        return arguments.size() > 2 ? "/" + encoded(arguments.get(2)) + "/replay" : "/replay-all";
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
