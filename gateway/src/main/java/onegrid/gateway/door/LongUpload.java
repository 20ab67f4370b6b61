package onegrid.gateway.door;

import java.time.Duration;
import java.util.Set;

/**
 * Files of a whole nation go to these addresses: they may be larger than a photo, and the answer comes when all of it is
 * stored. The services allow as much (quarkus.http.limits.max-body-size of grid-service).
 */
final class LongUpload {
    static final long LIMIT = 64L * 1024 * 1024;
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Set<String> PATHS = Set.of("/api/divisions/imports", "/api/grids/imports");

    private LongUpload() {}

    static boolean is(String path) {
        return PATHS.contains(path);
    }
}
