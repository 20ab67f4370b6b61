package onegrid.grid.open311;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A photo that a person has found fit for everybody. */
@Entity
@Immutable
@Table(name = "public_photo")
class PublicPhoto {
    @Id
    UUID id;

    UUID caseId;
    String kind;
    String contentType;
    int width;
    int height;
    Instant publishedAt;

    String url(String base) {
        return base + "/open311/v2/media/" + id;
    }
}
