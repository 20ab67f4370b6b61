package onegrid.brain.linkage;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import onegrid.kit.problem.Problem;

/** One of the four directives of a linkage and what its service has answered. */
@Entity
class LinkagePart {
    @Id
    UUID directiveId;

    UUID linkageId;
    String service;
    String kind;

    @Enumerated(EnumType.STRING)
    PartStatus status;

    String instruction;
    Instant respondBy;
    Instant issuedAt;
    Instant receivedAt;
    Instant acceptedAt;
    Instant completedAt;
    Instant declinedAt;
    String note;
    String reason;

    protected LinkagePart() {}

    static LinkagePart issued(UUID linkage, Service service, String instruction, Instant respondBy, Instant at) {
        var part = new LinkagePart();
        part.directiveId = UUID.randomUUID();
        part.linkageId = linkage;
        part.service = service.code();
        part.kind = service.kind();
        part.status = PartStatus.ISSUED;
        part.instruction = instruction;
        part.respondBy = respondBy;
        part.issuedAt = at;
        return part;
    }

    /** Takes what the service told; false when it is late or known and only a missing time was filled, if at all. */
    boolean heard(PartStatus told, String note, String reason, Instant at) {
        keepTime(told, at);
        if (told == status && status == PartStatus.IN_PROGRESS) {
            this.note = note;
            return true;
        }
        // Asking again and waiving are the centre's, not the service's.
        if (told == PartStatus.ISSUED || told == PartStatus.WAIVED || !status.canBecome(told)) {
            return false;
        }
        status = told;
        this.note = note;
        this.reason = reason;
        return true;
    }

    private void keepTime(PartStatus told, Instant at) {
        switch (told) {
            case RECEIVED -> receivedAt = receivedAt == null ? at : receivedAt;
            case ACCEPTED -> acceptedAt = acceptedAt == null ? at : acceptedAt;
            case COMPLETED -> completedAt = completedAt == null ? at : completedAt;
            case DECLINED -> declinedAt = declinedAt == null ? at : declinedAt;
            default -> {}
        }
    }

    void waive(String reason) {
        moveTo(PartStatus.WAIVED);
        this.note = reason;
    }

    /** The same directive once more, with what the centre adds; a new answer is due. */
    void reissue(String added, Instant respondBy, Instant at) {
        moveTo(PartStatus.ISSUED);
        instruction = instruction + "（再次派发：" + added + "）";
        this.respondBy = respondBy;
        issuedAt = at;
        receivedAt = null;
        acceptedAt = null;
        declinedAt = null;
        note = null;
        reason = null;
    }

    void withdraw() {
        moveTo(PartStatus.WITHDRAWN);
    }

    private void moveTo(PartStatus next) {
        if (!status.canBecome(next)) {
            throw new Problem(
                            409,
                            "illegal-transition",
                            "The part of " + service + " is " + status + " and cannot become " + next)
                    .with("current", status)
                    .with("allowed", java.util.List.of());
        }
        status = next;
    }
}
