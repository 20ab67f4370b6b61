package onegrid.grid.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * What the handler says was done; a later one replaces it.
 *
 * @param noPhotoReason C10: why there is no picture of the result, or null
 * @param by post or unit
 */
@Embeddable
record Feedback(
        @Column(name = "feedback_text") String text,
        String noPhotoReason,
        @Column(name = "feedback_at") Instant at,
        @Column(name = "feedback_by") String by) {}
