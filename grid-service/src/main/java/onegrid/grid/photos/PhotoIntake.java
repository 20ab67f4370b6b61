package onegrid.grid.photos;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import onegrid.kit.command.Command;

/** Keeps an upload, once however often a bad line makes a phone send it. */
@ApplicationScoped
class PhotoIntake {
    private final Photos photos;

    PhotoIntake(Photos photos) {
        this.photos = photos;
    }

    record PhotoView(UUID id, String contentType, int width, int height, String url) {}

    /**
     * Apart from the resource, because cleaning takes long and must not hold a connection.
     *
     * @param sent what Idempotency-Key stands for
     */
    @Transactional
    @Command("photo.take")
    Response take(byte[] sent, CleanPhoto clean) {
        var photo = photos.add(clean);
        var url = "/api/photos/" + photo.id;
        return Response.created(URI.create(url))
                .entity(new PhotoView(photo.id, photo.contentType, photo.width, photo.height, url))
                .build();
    }
}
