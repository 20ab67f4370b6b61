package onegrid.grid.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * What the reporter thinks of the result.
 *
 * @param score 1 (bad) to 5
 */
@Embeddable
record Rating(
        @Column(name = "rating_score") Integer score,
        @Column(name = "rating_solved") Boolean solved,
        @Column(name = "rating_text") String text,
        @Column(name = "rated_at") Instant at) {
    private static final int WORST_GOOD = 3;

    /** 差评: the two lowest of five grades, or not solved at all. */
    boolean isBad() {
        return score < WORST_GOOD || !solved;
    }
}
