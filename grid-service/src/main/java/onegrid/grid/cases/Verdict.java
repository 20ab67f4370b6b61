package onegrid.grid.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** Why the brain called a case big or small: its rule, in words that a resident can read. */
@Embeddable
record Verdict(
        @Column(name = "decision_rule") String rule,
        @Column(name = "decision_sentence") String sentence,
        @Column(name = "decided_at") Instant at) {}
