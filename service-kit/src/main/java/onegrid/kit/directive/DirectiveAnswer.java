package onegrid.kit.directive;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.OffsetDateTime;
import java.util.UUID;
import onegrid.kit.outbox.Event;

/** {@code <service>.directive.<what>.v1}: how far this service is; travels under the case's key. */
record DirectiveAnswer(
        @JsonIgnore String type,
        @JsonIgnore String topic,
        UUID directiveId,
        UUID linkageId,
        UUID caseId,
        String service,
        DirectiveStatus status,
        String note,
        String reason,
        String actorRole,
        OffsetDateTime at)
        implements Event {
    @Override
    public String subject() {
        return directiveId.toString();
    }

    @Override
    public String partitionKey() {
        return caseId.toString();
    }
}
