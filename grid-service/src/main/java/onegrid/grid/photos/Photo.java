package onegrid.grid.photos;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** What is known of a photo; its bytes lie in the {@link PhotoStore}. Unattached until a report or feedback names it. */
@Entity
class Photo {
    @Id
    UUID id;

    String contentType;
    int width;
    int height;
    UUID caseId;
    String kind;
    Instant createdAt;

    /** Since when everybody may see it, and the post that found so; null: nobody outside. */
    Instant publishedAt;

    String publishedBy;

    Photo() {}

    Photo(UUID id, CleanPhoto clean, Instant createdAt) {
        this.id = id;
        this.contentType = clean.kind().contentType();
        this.width = clean.width();
        this.height = clean.height();
        this.createdAt = createdAt;
    }
}
