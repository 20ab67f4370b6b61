package onegrid.gateway.hooks;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import onegrid.kit.places.PlacesBefore;

/** From an event to the subscriptions that hear it: a waiting delivery for each, in the event's own transaction. */
@ApplicationScoped
class Fanout {
    private final DataSource database;
    private final EventLog log;
    private final EventTypes types;
    private final Deliveries deliveries;
    private final PlacesBefore places;

    Fanout(DataSource database, EventLog log, EventTypes types, Deliveries deliveries, PlacesBefore places) {
        this.database = database;
        this.log = log;
        this.types = types;
        this.deliveries = deliveries;
        this.places = places;
    }

    /** One that hears: which types, and with whose eyes. */
    private record Hearer(UUID id, List<String> patterns, Audience audience) {}

    /** The subscriptions for which something now waits in the event's lane. */
    List<UUID> spread(LoggedEvent event) {
        var type = types.find(event.type());
        if (type.isEmpty()) {
            return List.of();
        }
        var seq = log.append(event, null);
        if (seq == 0) {
            return List.of(); // heard before
        }
        var hearing = hearers().stream()
                .filter(hearer -> hears(hearer.patterns, event.type()))
                .filter(hearer -> hearer.audience.sees(event, type.get().kind(), places))
                .map(Hearer::id)
                .toList();
        hearing.forEach(subscription -> deliveries.add(subscription, seq, event.lane(), Deliveries.Cause.EVENT));
        return hearing;
    }

    static boolean hears(List<String> patterns, String type) {
        return patterns.stream().anyMatch(pattern -> EventTypes.covers(pattern, type));
    }

    private List<Hearer> hearers() {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select id, event_types, role, unit, grid_scope, grid_codes from hook_subscription"
                                + " where state <> 'DISABLED'")) {
            var row = query.executeQuery();
            var found = new ArrayList<Hearer>();
            while (row.next()) {
                found.add(new Hearer(row.getObject(1, UUID.class), strings(row.getArray(2)), audience(row)));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("subscriptions could not be read", e);
        }
    }

    private static Audience audience(ResultSet row) throws SQLException {
        return new Audience(row.getString(3), row.getString(4), strings(row.getArray(5)), strings(row.getArray(6)));
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
