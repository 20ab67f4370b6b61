package onegrid.brain.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import onegrid.kit.scope.Scope;

/** Tries a policy on the kept facts of past decisions, the newest of each case. */
@ApplicationScoped
class Trials {
    private static final int SHOWN = 500;

    private final EntityManager database;
    private final ObjectMapper json;
    private final Clock clock;

    Trials(EntityManager database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** A case that would be decided otherwise: in scale, or in the level that coordinates. */
    public record Change(
            String caseNumber, Scale before, Scale after, Level levelBefore, Level levelAfter, String rule) {}

    /** {@code changed} shows at most 500; {@code changedCount} counts all. */
    public record Trial(int cases, int big, int small, int changedCount, List<Change> changed) {}

    Trial run(EscalationPolicy policy, int days, Scope scope) {
        var rows = database.createNativeQuery("""
                        select distinct on (d.case_id) d.case_number, d.scale, d.level, d.facts from decision d
                        where d.at >= :since and %s order by d.case_id, d.at desc""".formatted(scope.condition("d.grid_code")))
                .setParameter("since", clock.instant().minus(Duration.ofDays(days)))
                .getResultList();
        var changes = new ArrayList<Change>();
        var big = 0;
        for (var found : rows) {
            var row = (Object[]) found;
            var rule = policy.decide(Facts.from(read((String) row[3])));
            var change = new Change(
                    (String) row[0],
                    Scale.valueOf((String) row[1]),
                    rule.scale(),
                    Level.valueOf((String) row[2]),
                    rule.level(),
                    rule.number());
            big += rule.scale() == Scale.BIG ? 1 : 0;
            if (change.before != change.after || change.levelBefore != change.levelAfter) {
                changes.add(change);
            }
        }
        var shown = changes.subList(0, Math.min(SHOWN, changes.size()));
        return new Trial(rows.size(), big, rows.size() - big, changes.size(), List.copyOf(shown));
    }

    private Map<String, Object> read(String facts) {
        try {
            return json.readValue(facts, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("facts of a decision cannot be read", e);
        }
    }
}
