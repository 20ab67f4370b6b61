package onegrid.brain.linkage;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.OffsetDateTime;
import java.util.UUID;
import onegrid.brain.policy.Level;
import onegrid.kit.clock.Zone;
import onegrid.kit.outbox.Event;

/**
 * {@code brain.linkage.opened|urged|warned|escalated|closed.v1}. {@code share} is the percent of the clock that caused
 * it, 0 when a person did.
 */
record LinkageTold(
        @JsonIgnore String type,
        UUID linkageId,
        UUID caseId,
        String caseNumber,
        Level level,
        int share,
        OffsetDateTime dueAt,
        String reason)
        implements Event {
    static LinkageTold opened(Linkage linkage) {
        return of("brain.linkage.opened.v1", linkage, 0, linkage.sentence);
    }

    static LinkageTold urged(Linkage linkage, int share, String note) {
        return of("brain.linkage.urged.v1", linkage, share, note);
    }

    static LinkageTold warned(Linkage linkage, int share) {
        return of("brain.linkage.warned.v1", linkage, share, null);
    }

    static LinkageTold escalated(Linkage linkage, int share, String reason) {
        return of("brain.linkage.escalated.v1", linkage, share, reason);
    }

    static LinkageTold closed(Linkage linkage) {
        return of("brain.linkage.closed.v1", linkage, 0, linkage.closedReason);
    }

    private static LinkageTold of(String type, Linkage linkage, int share, String reason) {
        return new LinkageTold(
                type,
                linkage.id,
                linkage.caseId,
                linkage.caseNumber,
                linkage.level,
                share,
                Zone.at(linkage.dueAt),
                reason);
    }

    @Override
    public String topic() {
        return "onegrid.linkages";
    }

    @Override
    public String subject() {
        return linkageId.toString();
    }

    @Override
    public String partitionKey() {
        return caseId.toString();
    }
}
