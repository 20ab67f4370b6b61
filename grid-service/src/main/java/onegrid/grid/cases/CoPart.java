package onegrid.grid.cases;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/** A co-handling unit's part of a case. */
@Embeddable
class CoPart {
    Instant doneAt;
    String note;

    boolean isOpen() {
        return doneAt == null;
    }
}
