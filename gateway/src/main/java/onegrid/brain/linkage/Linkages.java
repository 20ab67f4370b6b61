package onegrid.brain.linkage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import onegrid.brain.policy.Decision;
import onegrid.brain.situation.CaseState;
import onegrid.brain.stream.Stream;
import onegrid.kit.outbox.Outbox;

/** Opens linkages, lets them follow their case, and closes them. Everything here runs in the caller's transaction. */
@ApplicationScoped
public class Linkages {
    private final EntityManager database;
    private final Outbox outbox;
    private final Stream stream;
    private final Clock clock;

    Linkages(EntityManager database, Outbox outbox, Stream stream, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.stream = stream;
        this.clock = clock;
    }

    /**
     * The open linkage of this case, or a new one with a directive to each of the four services; new ones, too, where
     * the matter was corrected: other units, skills and work orders are needed for it.
     */
    public UUID forBigCase(CaseState state, Decision decision) {
        var running = ofCase(state.caseId());
        if (running.isPresent() && running.get().isAbout(state.matterCode())) {
            return running.get().id;
        }
        running.ifPresent(linkage -> end(linkage, "事项已更正为" + state.matterName() + "，另行联动"));
        return open(state, decision).id;
    }

    /** A case that turned out to be small needs no network: nobody works on for nothing. */
    public void forSmallCase(CaseState state, Decision decision) {
        ofCase(state.caseId()).ifPresent(linkage -> end(linkage, "重新研判为小事，联动结束：" + decision.sentence));
    }

    private void end(Linkage linkage, String reason) {
        withdraw(linkage, reason);
        changed(linkage);
    }

    private Linkage open(CaseState state, Decision decision) {
        var now = clock.instant();
        var linkage = Linkage.open(state, decision, now);
        linkage.nextMarkAt = linkage.clock().at(LinkageClock.SHARES.getFirst());
        database.persist(linkage);
        database.flush();
        outbox.append(LinkageTold.opened(linkage));
        var within = linkage.respondWithin();
        var parts = Arrays.stream(Service.values())
                .map(service -> LinkagePart.issued(
                        linkage.id, service, service.instruction(state, within.toMinutes()), now.plus(within), now))
                .toList();
        parts.forEach(database::persist);
        outbox.append(parts.stream()
                .map(part -> DirectiveTold.Issued.of(linkage, part, state.complainedOf()))
                .toList());
        log(linkage, LogKind.OPENED, linkage.sentence);
        tellPages(linkage);
        return linkage;
    }

    private Optional<Linkage> ofCase(UUID caseId) {
        return database.createQuery("from Linkage l where l.caseId = :id and l.status = 'OPEN'", Linkage.class)
                .setParameter("id", caseId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** Called with each newer state of a case. */
    public void follow(CaseState state) {
        var running = ofCase(state.caseId());
        if (running.isEmpty()) {
            return;
        }
        var linkage = running.get();
        linkage.follow(state, clock.instant());
        if (state.dropped()) {
            withdraw(linkage, state.reason() == null ? "案件已撤销" : state.reason());
        }
        changed(linkage);
    }

    private void withdraw(Linkage linkage, String reason) {
        for (var part : parts(linkage.id)) {
            if (!part.status.answered()) {
                part.withdraw();
                outbox.append(new DirectiveTold.Withdrawn(
                        part.directiveId, linkage.id, linkage.caseId, part.service, reason));
            }
        }
        close(linkage, reason);
    }

    /** Locked: whoever changes a linkage has it alone. */
    Linkage locked(UUID id) {
        return database.find(Linkage.class, id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** In the order in which boards show them. */
    List<LinkagePart> parts(UUID linkageId) {
        return database.createQuery("from LinkagePart p where p.linkageId = :id", LinkagePart.class)
                .setParameter("id", linkageId)
                .getResultStream()
                .sorted(Comparator.comparingInt(part -> Service.order(part.service)))
                .toList();
    }

    /** After every change: closes what is finished, sets the clock's next mark, tells the pages. */
    void changed(Linkage linkage) {
        if (linkage.open() && caseIsOver(linkage) && allAnswered(linkage)) {
            close(linkage, "各方均已答复，案件已核查结案");
        }
        if (linkage.open()) {
            linkage.nextMarkAt = nextMark(linkage);
        }
        linkage.version++;
        database.flush();
        tellPages(linkage);
    }

    private static boolean caseIsOver(Linkage linkage) {
        return List.of("CLOSED", "EVALUATED", "ARCHIVED").contains(linkage.caseStatus);
    }

    private boolean allAnswered(Linkage linkage) {
        return parts(linkage.id).stream().allMatch(part -> part.status.answered());
    }

    private void close(Linkage linkage, String reason) {
        linkage.close(reason, clock.instant());
        log(linkage, LogKind.CLOSED, reason);
        outbox.append(LinkageTold.closed(linkage));
    }

    private Instant nextMark(Linkage linkage) {
        var reached = marks(linkage.id);
        return LinkageClock.SHARES.stream()
                .filter(share -> !reached.contains(share))
                .findFirst()
                .map(linkage.clock()::at)
                .orElse(null);
    }

    List<Integer> marks(UUID linkageId) {
        return database.createNativeQuery(
                        "select share from linkage_mark where linkage_id = :id order by share", Integer.class)
                .setParameter("id", linkageId)
                .getResultList();
    }

    void log(Linkage linkage, LogKind kind, String text) {
        database.createNativeQuery(
                        "insert into linkage_log (linkage_id, at, kind, text) values (:id, :at, :kind, :text)")
                .setParameter("id", linkage.id)
                .setParameter("at", clock.instant())
                .setParameter("kind", kind.name())
                .setParameter("text", text)
                .executeUpdate();
    }

    private void tellPages(Linkage linkage) {
        var units = new java.util.ArrayList<>(linkage.coUnits());
        if (linkage.leadUnit != null) {
            units.add(linkage.leadUnit);
        }
        stream.tell(
                "linkage",
                linkage.caseId,
                linkage.gridCode,
                units,
                true,
                new Note(
                        linkage.id,
                        linkage.caseId,
                        linkage.caseNumber,
                        linkage.gridCode,
                        linkage.status.name(),
                        linkage.level.name(),
                        linkage.version));
    }

    /** What pages are told of a linkage: enough to know whether to read it again. */
    record Note(UUID id, UUID caseId, String number, String gridCode, String status, String level, long version) {}

    /** Kinds of rows in a linkage's log. */
    enum LogKind {
        OPENED,
        URGED,
        WARNED,
        ESCALATED,
        ANSWERED,
        CLOSED,
        SUPERVISED
    }
}
