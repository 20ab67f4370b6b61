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

    /** How long a body may take to come in, before the time that its length is given. */
    @WithDefault("30S")
    Duration bodyPatience();

    /** Connections kept to each service. */
    @WithDefault("256")
    int connections();

    Breaker breaker();

    /** When a service is left alone: after so many failures in the window, none answered in between. */
    interface Breaker {
        @WithDefault("5")
        int failures();

        /** Longer than the patience, or a service that hangs would never fail often enough. */
        @WithDefault("30S")
        Duration window();

        /** How long it is not asked; then one call tries it. */
        @WithDefault("5S")
        Duration pause();
    }

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
