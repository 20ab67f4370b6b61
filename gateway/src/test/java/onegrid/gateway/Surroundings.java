package onegrid.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** What stands around the door in its tests: four services and a sign-in server. */
public class Surroundings implements QuarkusTestResourceLifecycleManager {
    static final ServiceBehind GRID = new ServiceBehind("grid");
    static final ServiceBehind PARTY = new ServiceBehind("party");
    static final ServiceBehind PROPERTY = new ServiceBehind("property");
    static final ServiceBehind NEW_SECTOR = new ServiceBehind("new-sector");
    static final SmallKeycloak KEYCLOAK = new SmallKeycloak();

    @Override
    public Map<String, String> start() {
        return Map.of(
                "onegrid.door.grid", GRID.url(),
                "onegrid.door.party", PARTY.url(),
                "onegrid.door.property", PROPERTY.url(),
                "onegrid.door.new-sector", NEW_SECTOR.url(),
                "onegrid.door.patience", "1S",
                "onegrid.door.breaker.pause", "2S",
                "onegrid.door.body-patience", "1S",
                "onegrid.cors.origins", "https://map.example.cn",
                "onegrid.keycloak.realm-url", KEYCLOAK.realm());
    }

    @Override
    public void stop() {
        // they end with the JVM, so that a second application of the same run finds them
    }
}
