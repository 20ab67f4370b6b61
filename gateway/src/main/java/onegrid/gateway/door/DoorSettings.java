package onegrid.gateway.door;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the services behind the door are. */
@ConfigMapping(prefix = "onegrid.door")
interface DoorSettings {
    URI grid();

    URI party();

    URI property();

    URI newSector();

    /** How long a service may take to begin its answer. */
    @WithDefault("10S")
    Duration patience();

    /** Connections kept to each service. */
    @WithDefault("256")
    int connections();

    default URI of(Area area) {
        return switch (area) {
            case GRID -> grid();
            case PARTY -> party();
            case PROPERTY -> property();
            case NEW_SECTOR -> newSector();
            case HERE -> throw new IllegalArgumentException("the gateway serves this itself");
        };
    }
}
