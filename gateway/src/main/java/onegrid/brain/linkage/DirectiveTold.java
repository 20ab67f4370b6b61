package onegrid.brain.linkage;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import onegrid.brain.policy.Level;
import onegrid.kit.clock.Zone;
import onegrid.kit.outbox.Event;

/** What the brain tells the four services on {@code onegrid.directives}, under the case's key. */
sealed interface DirectiveTold extends Event {
    UUID directiveId();

    UUID caseId();

    @Override
    default String topic() {
        return "onegrid.directives";
    }

    @Override
    default String subject() {
        return directiveId().toString();
    }

    @Override
    default String partitionKey() {
        return caseId().toString();
    }

    /**
     * Coordinates are WGS-84 degrees, or null.
     *
     * @param complainedOf unit or company from whom the task is to be hidden; null for none
     */
    record Issued(
            UUID directiveId,
            UUID linkageId,
            UUID caseId,
            String caseNumber,
            String service,
            String kind,
            String matterCode,
            String matterName,
            String className,
            int severity,
            String gridCode,
            String gridName,
            String communityCode,
            String communityName,
            Double longitude,
            Double latitude,
            int peopleAffected,
            String leadUnit,
            List<String> coUnits,
            String instruction,
            String sentence,
            OffsetDateTime respondBy,
            OffsetDateTime dueAt,
            String complainedOf)
            implements DirectiveTold {
        static Issued of(Linkage linkage, LinkagePart part, String complainedOf) {
            return new Issued(
                    part.directiveId,
                    linkage.id,
                    linkage.caseId,
                    linkage.caseNumber,
                    part.service,
                    part.kind,
                    linkage.matterCode == null ? "" : linkage.matterCode,
                    linkage.matterName,
                    linkage.className,
                    linkage.severity,
                    linkage.gridCode,
                    linkage.gridName,
                    linkage.communityCode,
                    linkage.communityName,
                    linkage.longitude,
                    linkage.latitude,
                    linkage.peopleAffected,
                    linkage.leadUnit,
                    linkage.coUnits(),
                    part.instruction,
                    linkage.sentence,
                    Zone.at(part.respondBy),
                    Zone.at(linkage.dueAt),
                    complainedOf);
        }

        @Override
        public String type() {
            return "brain.directive.issued.v1";
        }
    }

    /** {@code share} is 50, 80 or 100, or 0 when a person urges before half of the time is over. */
    record Urged(UUID directiveId, UUID linkageId, UUID caseId, String service, int share, Level level, String note)
            implements DirectiveTold {
        @Override
        public String type() {
            return "brain.directive.urged.v1";
        }
    }

    record Withdrawn(UUID directiveId, UUID linkageId, UUID caseId, String service, String reason)
            implements DirectiveTold {
        @Override
        public String type() {
            return "brain.directive.withdrawn.v1";
        }
    }
}
