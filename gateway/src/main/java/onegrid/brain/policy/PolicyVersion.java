package onegrid.brain.policy;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.List;
import onegrid.kit.problem.Problem;
import org.hibernate.annotations.ListIndexBase;

/**
 * A version of the escalation policy. It is drafted, tried on past cases, put in force, and retired by the next one;
 * its rules never change, so a decision of last year can still be explained.
 */
@Entity
public class PolicyVersion {
    enum Status {
        DRAFT,
        IN_FORCE,
        RETIRED
    }

    @Id
    int version;

    @Enumerated(EnumType.STRING)
    Status status;

    String note;
    Instant createdAt;
    String createdBy;
    Instant inForceAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "policy_rule", joinColumns = @JoinColumn(name = "version"))
    @OrderColumn(name = "position")
    @ListIndexBase(1)
    List<Rule> rules;

    protected PolicyVersion() {}

    static PolicyVersion draft(int version, String note, List<Rule> rules, String by, Instant at) {
        var policy = new PolicyVersion();
        policy.version = version;
        policy.status = Status.DRAFT;
        policy.note = note;
        policy.rules = rules;
        policy.createdBy = by;
        policy.createdAt = at;
        return policy;
    }

    void enforce(Instant at) {
        if (status != Status.DRAFT) {
            throw new Problem(
                            409,
                            "illegal-transition",
                            "Policy " + version + " is " + status + ", only a draft can enter")
                    .with("current", status)
                    .with("allowed", List.of());
        }
        status = Status.IN_FORCE;
        inForceAt = at;
    }
}
