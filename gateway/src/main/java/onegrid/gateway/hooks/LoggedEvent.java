package onegrid.gateway.hooks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An event with what decides who may see it.
 *
 * @param gridCode where it lies; the district for what has no place
 * @param given units have the case: before that {@code leadUnit} is only whom the catalogue names
 * @param complainedOf unit or company that the report complains of, "?" where that is not known, null for none
 * @param body the CloudEvent as it was heard, structured JSON
 */
record LoggedEvent(
        UUID id,
        String type,
        String subject,
        UUID caseId,
        String caseNumber,
        String gridCode,
        String leadUnit,
        List<String> coUnits,
        boolean given,
        String complainedOf,
        Instant toldAt,
        String body) {

    /** What keeps its order: the case, or the thing the event is about. */
    String lane() {
        return caseId == null ? subject : caseId.toString();
    }
}
