package onegrid.kit.directive;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import onegrid.kit.clock.Zone;
import onegrid.kit.command.Versioned;

/** A task as docs/api.md shows it; {@code detail} is the service's own. */
public record TaskView(
        UUID id,
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
        String communityName,
        Integer peopleAffected,
        Point point,
        String instruction,
        String sentence,
        DirectiveStatus status,
        OffsetDateTime respondBy,
        OffsetDateTime dueAt,
        int urge,
        OffsetDateTime receivedAt,
        OffsetDateTime acceptedAt,
        OffsetDateTime declinedAt,
        OffsetDateTime completedAt,
        String reason,
        String note,
        List<Directives.Step> history,
        Object detail,
        List<String> allowed,
        long version)
        implements Versioned {

    /** WGS-84 degrees. */
    public record Point(double longitude, double latitude) {}

    static TaskView of(
            Directive d, String service, List<Directives.Step> history, Object detail, List<String> allowed) {
        return new TaskView(
                d.id,
                d.linkageId,
                d.caseId,
                d.caseNumber,
                service,
                d.kind,
                d.matterCode,
                d.matterName,
                d.severity,
                d.gridCode,
                d.gridName,
                d.communityName,
                d.peopleAffected,
                d.longitude == null || d.latitude == null ? null : new Point(d.longitude, d.latitude),
                d.instruction,
                d.sentence,
                d.status,
                Zone.at(d.respondBy),
                Zone.at(d.dueAt),
                d.urge,
                Zone.at(d.receivedAt),
                Zone.at(d.acceptedAt),
                Zone.at(d.declinedAt),
                Zone.at(d.completedAt),
                d.reason,
                d.note,
                history,
                detail,
                allowed,
                d.version);
    }
}
