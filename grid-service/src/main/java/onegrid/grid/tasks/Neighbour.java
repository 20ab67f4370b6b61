package onegrid.grid.tasks;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.UUID;

/** A grid beside a big case: its head is told, and says that it was seen. By post, never by person. */
@Entity
@IdClass(Neighbour.Key.class)
class Neighbour {
    record Key(UUID directiveId, String gridCode) {}

    @Id
    UUID directiveId;

    @Id
    String gridCode;

    String gridName;
    String post;
    int place;
    Instant seenAt;
    String seenBy;

    protected Neighbour() {}

    Neighbour(UUID directiveId, String gridCode, String gridName, String post, int place) {
        this.directiveId = directiveId;
        this.gridCode = gridCode;
        this.gridName = gridName;
        this.post = post;
        this.place = place;
    }

    /** The first look counts. */
    void seen(String by, Instant at) {
        if (seenAt == null) {
            seenAt = at;
            seenBy = by;
        }
    }
}
