package onegrid.brain.policy;

import java.util.UUID;
import onegrid.kit.outbox.Event;

/** {@code brain.case.decided.v1}: grid-service writes it into the case's history. */
public record CaseDecided(
        UUID caseId,
        String caseNumber,
        Scale scale,
        Level level,
        String rule,
        int policyVersion,
        String sentence,
        UUID linkageId)
        implements Event {
    public static CaseDecided of(Decision decision) {
        return new CaseDecided(
                decision.caseId,
                decision.caseNumber,
                decision.scale,
                decision.level,
                decision.rule,
                decision.policyVersion,
                decision.sentence,
                decision.linkageId);
    }

    @Override
    public String type() {
        return "brain.case.decided.v1";
    }

    @Override
    public String topic() {
        return "onegrid.linkages";
    }

    @Override
    public String subject() {
        return caseId.toString();
    }
}
