package onegrid.grid.photos;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Photos that come from or go to the outside in another language than docs/api.md. */
@ApplicationScoped
public class PublicPictures {
    private final Photos photos;

    PublicPictures(Photos photos) {
        this.photos = photos;
    }

    /**
     * Kept without its metadata, to be attached to a report within 24 h.
     *
     * @throws onegrid.kit.problem.Problem 422 {@code not-a-photo}, 413 above 8 MB
     */
    public UUID take(byte[] bytes) {
        return keep(CleanPhoto.ofUpload(bytes));
    }

    @Transactional
    UUID keep(CleanPhoto clean) {
        return photos.add(clean).id;
    }

    /** Whether it is published is the caller's to check. */
    public byte[] content(UUID id) {
        return photos.content(id);
    }
}
