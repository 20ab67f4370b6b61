package onegrid.kit.directive;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import onegrid.kit.problem.Problem;

/**
 * What the brain asks this service to do for a big case. It is received by an event, then accepted or declined with a
 * reason by a person, reported on, and completed. The protocol is the same in all four services; what a service does
 * for it is its own ({@link DirectivePart}).
 */
@Entity
public class Directive {
    @Id
    public UUID id;

    public UUID linkageId;
    public UUID caseId;
    public String caseNumber;
    public String kind;
    public String matterCode;
    public String matterName;
    public int severity;
    public String gridCode;
    public String gridName;
    public String communityCode;
    public String communityName;
    public Double longitude;
    public Double latitude;
    public Integer peopleAffected;
    public String leadUnit;

    @Column(name = "co_units")
    String coUnitList;

    /** From whom the task is hidden: the unit or company that its case complains of (济南 Art. 32). */
    public String complainedOf;

    public String instruction;
    public String sentence;

    @Enumerated(EnumType.STRING)
    public DirectiveStatus status;

    public Instant respondBy;
    public Instant dueAt;
    public int urge;
    public Instant receivedAt;
    public Instant acceptedAt;
    public Instant declinedAt;
    public Instant completedAt;
    public String reason;
    public String note;

    @Version
    public long version;

    protected Directive() {}

    static Directive received(DirectiveIssued issued, Instant at) {
        var directive = new Directive();
        directive.id = issued.directiveId();
        directive.linkageId = issued.linkageId();
        directive.caseId = issued.caseId();
        directive.caseNumber = issued.caseNumber();
        directive.kind = issued.kind();
        directive.matterCode = issued.matterCode();
        directive.matterName = issued.matterName();
        directive.severity = issued.severity();
        directive.gridCode = issued.gridCode();
        directive.gridName = issued.gridName();
        directive.communityCode = issued.communityCode();
        directive.communityName = issued.communityName();
        directive.longitude = issued.longitude();
        directive.latitude = issued.latitude();
        directive.peopleAffected = issued.peopleAffected();
        directive.leadUnit = issued.leadUnit();
        directive.coUnitList = issued.coUnits() == null ? "" : String.join(",", issued.coUnits());
        directive.complainedOf = issued.complainedOf();
        directive.take(issued, at);
        return directive;
    }

    /** The brain asks again after a refusal: the same directive, a new answer is due. */
    void askedAgain(DirectiveIssued issued, Instant at) {
        moveTo(DirectiveStatus.RECEIVED);
        declinedAt = null;
        reason = null;
        take(issued, at);
    }

    private void take(DirectiveIssued issued, Instant at) {
        instruction = issued.instruction();
        sentence = issued.sentence();
        status = DirectiveStatus.RECEIVED;
        respondBy = issued.respondBy().toInstant();
        dueAt = issued.dueAt().toInstant();
        receivedAt = at;
    }

    void accept(String note, Instant at) {
        moveTo(DirectiveStatus.ACCEPTED);
        this.note = note;
        acceptedAt = at;
    }

    void decline(String reason, Instant at) {
        moveTo(DirectiveStatus.DECLINED);
        this.reason = reason;
        declinedAt = at;
    }

    void progress(String note) {
        moveTo(DirectiveStatus.IN_PROGRESS);
        this.note = note;
    }

    void complete(String note, Instant at) {
        moveTo(DirectiveStatus.COMPLETED);
        this.note = note;
        completedAt = at;
    }

    void withdraw(String reason) {
        moveTo(DirectiveStatus.WITHDRAWN);
        this.reason = reason;
    }

    public List<String> coUnits() {
        return coUnitList.isEmpty() ? List.of() : List.of(coUnitList.split(","));
    }

    private void moveTo(DirectiveStatus to) {
        if (!status.next().contains(to)) {
            throw new Problem(409, "illegal-transition", "Task " + id + " is " + status + " and cannot become " + to)
                    .with("current", status)
                    .with("allowed", status.next());
        }
        status = to;
    }
}
