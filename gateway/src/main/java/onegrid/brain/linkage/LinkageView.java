package onegrid.brain.linkage;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import onegrid.brain.policy.Level;
import onegrid.brain.situation.Units;
import onegrid.kit.clock.Zone;
import onegrid.kit.command.Versioned;

/** A linkage as boards show it: who leads, who helps, where the clock stands, who has answered. */
record LinkageView(
        UUID id,
        UUID caseId,
        String caseNumber,
        String matterName,
        int severity,
        String gridCode,
        String gridName,
        String communityName,
        Linkage.Status status,
        Level level,
        boolean supervised,
        Unit lead,
        List<Unit> coUnits,
        String caseStatus,
        OffsetDateTime openedAt,
        OffsetDateTime dueAt,
        OffsetDateTime closedAt,
        ClockView clock,
        String sentence,
        String rule,
        List<Part> parts,
        List<LogRow> log,
        List<String> allowed,
        long version)
        implements Versioned {

    public record Unit(String unit, String name) {
        static Unit of(String code) {
            return code == null ? null : new Unit(code, Units.chinese(code));
        }
    }

    /** {@code share} 0…1 and more when overdue; {@code stopped} while the case is suspended. */
    public record ClockView(double share, List<String> reached, boolean stopped) {
        static ClockView of(double share, List<Integer> marks, boolean supervised, boolean stopped) {
            var reached = new ArrayList<String>();
            for (var mark : marks) {
                reached.add(
                        switch (mark) {
                            case 50 -> "URGED";
                            case 80 -> "WARNED";
                            default -> supervised ? "SUPERVISED" : "ESCALATED";
                        });
            }
            return new ClockView(Math.round(share * 1000) / 1000.0, reached, stopped);
        }
    }

    public record Part(
            UUID directiveId,
            String service,
            String serviceName,
            String kind,
            PartStatus status,
            boolean answered,
            String instruction,
            OffsetDateTime respondBy,
            OffsetDateTime issuedAt,
            OffsetDateTime receivedAt,
            OffsetDateTime acceptedAt,
            OffsetDateTime declinedAt,
            OffsetDateTime completedAt,
            String note,
            String reason) {
        static Part of(LinkagePart part) {
            return new Part(
                    part.directiveId,
                    part.service,
                    Service.chinese(part.service),
                    part.kind,
                    part.status,
                    part.status.answered(),
                    part.instruction,
                    Zone.at(part.respondBy),
                    Zone.at(part.issuedAt),
                    Zone.at(part.receivedAt),
                    Zone.at(part.acceptedAt),
                    Zone.at(part.declinedAt),
                    Zone.at(part.completedAt),
                    part.note,
                    part.reason);
        }
    }

    public record LogRow(OffsetDateTime at, String kind, String text) {}
}
