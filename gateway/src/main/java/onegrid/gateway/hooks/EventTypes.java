package onegrid.gateway.hooks;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The types that may be subscribed to: those of contracts/events that have a place; not the protocol of directives. */
@ApplicationScoped
class EventTypes {
    private static final Pattern PATTERN = Pattern.compile("[a-z-]+(\\.[a-z0-9-]+)*(\\.\\*)?|\\*");

    private final Map<String, EventType> all = new LinkedHashMap<>();

    EventTypes() {
        try (var csv = EventTypes.class.getResourceAsStream("/onegrid/hooks/event-types.csv")) {
            new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(EventType::parse)
                    .forEach(type -> all.put(type.type(), type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whom a type is for. */
    enum Kind {
        /** The public state of a case: who sees the case. */
        CASE,
        /** What the brain makes of a case: posts that steer. */
        STEER,
        /** Grids and their posts, which every card shows: whoever has the place in scope. */
        PLACE
    }

    record EventType(String type, String name, String englishName, Kind kind) {
        static EventType parse(String line) {
            var fields = line.split(",");
            return new EventType(fields[0], fields[1], fields[2], Kind.valueOf(fields[3]));
        }
    }

    List<EventType> all() {
        return List.copyOf(all.values());
    }

    Optional<EventType> find(String type) {
        return Optional.ofNullable(all.get(type));
    }

    /** The types that this word names: one, or all that begin as it does. */
    List<EventType> named(String pattern) {
        return pattern == null || !PATTERN.matcher(pattern).matches()
                ? List.of()
                : all.values().stream()
                        .filter(type -> covers(pattern, type.type()))
                        .toList();
    }

    /** @param pattern a type, {@code grid.case.*} or {@code *} */
    static boolean covers(String pattern, String type) {
        return pattern.endsWith("*")
                ? type.startsWith(pattern.substring(0, pattern.length() - 1))
                : pattern.equals(type);
    }
}
