package onegrid.grid.photos;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jboss.logging.Logger;

/** Once an hour; replicas may meet, the second finds nothing left. */
@ApplicationScoped
class PhotoPurge {
    private static final Logger LOG = Logger.getLogger(PhotoPurge.class);

    private final Photos photos;
    private final Clock clock;

    PhotoPurge(Photos photos, Clock clock) {
        this.photos = photos;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void purge() {
        var gone = photos.purge(clock.instant());
        if (gone > 0) {
            LOG.infof("Photos deleted that nobody attached, count=%d", gone);
        }
    }
}
