package onegrid.brain.policy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import onegrid.brain.situation.CaseState;

/**
 * What the brain decided on a case, by which rule of which version, on which facts, and in words that a resident can
 * read. Written once for each cause (filed, marked big, reopened) and never changed.
 */
@Entity
public class Decision {
    @Id
    public UUID id;

    UUID caseId;
    String cause;
    String caseNumber;
    String matterName;
    String gridCode;
    String gridName;
    String leadUnit;

    @Column(name = "co_units")
    String coUnitList;

    @Enumerated(EnumType.STRING)
    public Scale scale;

    @Enumerated(EnumType.STRING)
    public Level level;

    public String rule;
    String ruleName;
    int policyVersion;
    String facts;
    public String sentence;
    String sentenceEn;
    UUID linkageId;
    Instant at;

    protected Decision() {}

    static Decision of(CaseState state, String cause, Rule rule, int policyVersion, String facts, Instant at) {
        var decision = new Decision();
        decision.id = UUID.randomUUID();
        decision.caseId = state.caseId();
        decision.cause = cause;
        decision.caseNumber = state.number();
        decision.matterName = state.matterName();
        decision.gridCode = state.gridCode();
        decision.gridName = state.gridName();
        decision.leadUnit = state.leadUnit();
        decision.coUnitList = String.join(",", state.coUnits());
        decision.scale = rule.scale();
        decision.level = rule.level();
        decision.rule = rule.number();
        decision.ruleName = rule.name();
        decision.policyVersion = policyVersion;
        decision.facts = facts;
        decision.sentence = Sentences.chinese(rule, state);
        decision.sentenceEn = Sentences.english(rule, state);
        decision.at = at;
        return decision;
    }

    public void opened(UUID linkage) {
        linkageId = linkage;
    }
}
