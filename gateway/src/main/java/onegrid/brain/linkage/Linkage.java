package onegrid.brain.linkage;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import onegrid.brain.policy.Decision;
import onegrid.brain.policy.Level;
import onegrid.brain.situation.CaseState;

/**
 * A big case that the network works on together: one lead, several co-units, four directives and one clock. It opens
 * with the decision, rises in level when its time is over, and closes when every part has answered and the case is
 * verified; a case that is dropped takes it along, and so does one whose corrected matter is small. Whoever changes it holds its row lock.
 */
@Entity
public class Linkage {
    enum Status {
        OPEN,
        CLOSED
    }

    @Id
    public UUID id;

    public UUID caseId;
    public String caseNumber;
    String matterCode;
    String matterName;
    String className;
    int severity;
    public String gridCode;
    String gridName;
    String communityCode;
    String communityName;
    Double longitude;
    Double latitude;
    int peopleAffected;
    String leadUnit;

    @Column(name = "co_units")
    String coUnitList;

    @Enumerated(EnumType.STRING)
    Status status;

    @Enumerated(EnumType.STRING)
    Level level;

    boolean supervised;
    String caseStatus;
    String rule;
    String sentence;
    Instant openedAt;
    Instant clockFrom;
    Instant dueAt;
    Instant stoppedAt;
    Instant nextMarkAt;
    Instant closedAt;
    String closedReason;
    long version;

    protected Linkage() {}

    static Linkage open(CaseState state, Decision decision, Instant at) {
        var linkage = new Linkage();
        linkage.id = UUID.randomUUID();
        linkage.caseId = state.caseId();
        linkage.caseNumber = state.number();
        linkage.matterCode = state.matterCode();
        linkage.matterName = state.matterName();
        linkage.className = state.className();
        linkage.severity = state.severity();
        linkage.gridCode = state.gridCode();
        linkage.gridName = state.gridName();
        linkage.communityCode = state.communityCode();
        linkage.communityName = state.communityName();
        linkage.longitude = state.longitude();
        linkage.latitude = state.latitude();
        linkage.peopleAffected = state.peopleAffected();
        linkage.status = Status.OPEN;
        linkage.level = decision.level;
        linkage.rule = decision.rule;
        linkage.sentence = decision.sentence;
        linkage.openedAt = at;
        linkage.clockFrom = at;
        linkage.dueAt = state.due() != null ? state.due() : at.plus(withoutDueTime(state.severity()));
        linkage.takeFrom(state);
        return linkage;
    }

    /** Only for a case that came without a due time: the limits of EMERGENCY, URGENT and STANDARD. */
    private static Duration withoutDueTime(int severity) {
        return Duration.ofHours(severity == 1 ? 2 : severity == 2 ? 24 : 72);
    }

    private void takeFrom(CaseState state) {
        leadUnit = state.leadUnit();
        coUnitList = String.join(",", state.coUnits());
        caseStatus = state.status();
    }

    /** The case moved on: its units, its status, its due time; a suspended case stops the clock. */
    void follow(CaseState state, Instant now) {
        takeFrom(state);
        var suspended = state.status().equals("SUSPENDED");
        if (suspended && stoppedAt == null) {
            stoppedAt = now;
        } else if (!suspended && stoppedAt != null) {
            clockFrom = clockFrom.plus(Duration.between(stoppedAt, now));
            dueAt = dueAt.plus(Duration.between(stoppedAt, now));
            stoppedAt = null;
        }
        if (state.due() != null && !suspended) {
            dueAt = state.due();
        }
    }

    boolean isAbout(String matter) {
        return Objects.equals(matterCode, matter);
    }

    void raise() {
        level = level.up();
    }

    void close(String reason, Instant at) {
        status = Status.CLOSED;
        closedAt = at;
        closedReason = reason;
        nextMarkAt = null;
    }

    LinkageClock clock() {
        return new LinkageClock(clockFrom, dueAt, stoppedAt);
    }

    boolean open() {
        return status == Status.OPEN;
    }

    /** How long a service has to respond: 15 minutes, an hour or four, by severity. */
    Duration respondWithin() {
        return Duration.ofMinutes(severity == 1 ? 15 : severity == 2 ? 60 : 240);
    }

    List<String> coUnits() {
        return coUnitList.isEmpty() ? List.of() : List.of(coUnitList.split(","));
    }
}
