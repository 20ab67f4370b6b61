package onegrid.kit.directive;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * {@code brain.directive.issued.v1} as the four services read it; coordinates are WGS-84 degrees.
 *
 * @param complainedOf unit or company that the case complains of; null for none
 */
public record DirectiveIssued(
        UUID directiveId,
        UUID linkageId,
        UUID caseId,
        String caseNumber,
        String service,
        String kind,
        String matterCode,
        String matterName,
        int severity,
        String gridCode,
        String gridName,
        String communityCode,
        String communityName,
        Double longitude,
        Double latitude,
        Integer peopleAffected,
        String leadUnit,
        List<String> coUnits,
        String instruction,
        String sentence,
        OffsetDateTime respondBy,
        OffsetDateTime dueAt,
        String complainedOf) {}
