package onegrid.grid.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import onegrid.kit.clock.WorkingTime;
import onegrid.kit.problem.Problem;

/**
 * What holds between a master and its duplicates (C7). The master is always locked first, so that none is merged into a
 * case that closes at the same moment.
 */
@ApplicationScoped
class Duplicates {
    private static final String MERGED = CaseStatus.among(Set.of(CaseStatus.MERGED));
    private static final String OVER = CaseStatus.among(Set.of(CaseStatus.CLOSED, CaseStatus.EVALUATED));

    private final EntityManager database;
    private final GridCases cases;
    private final WorkingTime time;

    Duplicates(EntityManager database, GridCases cases, WorkingTime time) {
        this.database = database;
        this.cases = cases;
        this.time = time;
    }

    /** The case to merge into, locked; 400 for one that this post does not see. */
    GridCase master(String number, Actor actor) {
        return cases.changeNumber(number, actor)
                .orElseThrow(() -> Problem.invalid("into", "is not the number of a case that you can see"));
    }

    /** Masters do not become duplicates: their own would hang in the air. */
    void merge(GridCase c, GridCase master, Actor actor, String why, Instant at) {
        merge(c, merged(c.id), master, actor, why, at);
    }

    static void merge(GridCase c, List<GridCase> own, GridCase master, Actor actor, String why, Instant at) {
        if (!own.isEmpty()) {
            throw Problem.rule("C7", "Other cases are merged into this one: merge those first");
        }
        c.mergeInto(master, actor, why, at);
    }

    /**
     * Of whichever way a master ends: its duplicates are closed with it, or go on by themselves. When it is opened again,
     * they follow it again.
     */
    void follow(GridCase master, Actor actor, Instant at) {
        var which =
                switch (master.status) {
                    case CLOSED, CANCELLED -> MERGED;
                    case FILED -> OVER;
                    default -> null; // still on its way
                };
        if (which == null) {
            return;
        }
        var those = having(master.id, which);
        follow(master, those, actor, at, time);
        those.forEach(cases::keep);
    }

    static void follow(GridCase master, List<GridCase> duplicates, Actor actor, Instant at, WorkingTime time) {
        switch (master.status) {
            case CLOSED -> duplicates.forEach(c -> c.closeWith(master, actor, at));
            case CANCELLED -> duplicates.forEach(c -> c.unmerge(actor, "主案已撤销", at));
            case FILED -> duplicates.forEach(c -> c.reopenWith(master, actor, at, time));
            default -> {}
        }
    }

    private List<GridCase> merged(UUID masterId) {
        return having(masterId, MERGED);
    }

    private List<GridCase> having(UUID masterId, String status) {
        return database.createQuery(
                        "select c from GridCase c where c.masterId = :id and " + status + " order by c.id",
                        GridCase.class)
                .setParameter("id", masterId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** All duplicates of a case, closed ones too, the first one first. */
    List<GridCase> of(UUID masterId) {
        return database.createQuery(
                        "select c from GridCase c where c.masterId = :id order by c.reportedAt, c.id", GridCase.class)
                .setParameter("id", masterId)
                .getResultList();
    }

    /** The case that is handled for this one. */
    Optional<GridCase> masterOf(GridCase c) {
        return Optional.ofNullable(c.masterId).map(id -> database.find(GridCase.class, id));
    }

    /** Locks the master of the case with this number, if it has one, before the case itself is locked. */
    Optional<GridCase> lockMasterOf(String number) {
        return database.createQuery(
                        "select c.masterId from GridCase c where c.number = :number and c.masterId is not null",
                        UUID.class)
                .setParameter("number", number)
                .getResultStream()
                .findFirst()
                .flatMap(cases::changeAny);
    }
}
