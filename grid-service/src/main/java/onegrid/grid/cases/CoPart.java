package onegrid.grid.cases;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/** A co-handling unit's part of a case. */
@Embeddable
class CoPart {
    Instant askedAt;
    Instant arrivedAt;
    Instant doneAt;
    String note;

    static CoPart asked(Instant at) {
        var part = new CoPart();
        part.askedAt = at;
        return part;
    }

    void done(String what, Instant at) {
        doneAt = at;
        note = what;
    }

    boolean isOpen() {
        return doneAt == null;
    }
}
