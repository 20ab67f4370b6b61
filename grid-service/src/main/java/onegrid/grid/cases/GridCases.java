package onegrid.grid.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import onegrid.grid.matters.Matter;
import onegrid.kit.clock.WorkingTime;
import onegrid.kit.outbox.Outbox;
import onegrid.kit.problem.Problem;

/** All cases. What somebody may see is part of the query. */
@ApplicationScoped
class GridCases {
    private static final Duration BEFORE = Duration.ofDays(30);
    /** More are not counted: on a very bad day each report would look at all the others. */
    private static final int MOST_BEFORE = 100;

    private final EntityManager database;
    private final Outbox outbox;
    private final WorkingTime time;

    GridCases(EntityManager database, Outbox outbox, WorkingTime time) {
        this.database = database;
        this.outbox = outbox;
        this.time = time;
    }

    void add(GridCase gridCase) {
        gridCase.nextMarkAt = gridCase.nextMark(time);
        database.persist(gridCase);
        store(gridCase);
    }

    /** Sets the clock and stores what the verbs did, in the transaction of the change. */
    void keep(GridCase gridCase) {
        gridCase.nextMarkAt = gridCase.nextMark(time);
        store(gridCase);
    }

    private void store(GridCase gridCase) {
        gridCase.journal.takeSteps().forEach(database::persist);
        gridCase.journal.takePromises().forEach(database::persist);
        gridCase.journal.takeCalls().forEach(database::persist);
        outbox.append(gridCase.journal.takeEvents());
    }

    GridCase see(UUID id, Actor actor) {
        return one("c.id = :key", id, actor, LockModeType.NONE);
    }

    boolean isSeen(UUID id, Actor actor) {
        return find("c.id = :key", id, actor, LockModeType.NONE).isPresent();
    }

    /** The case that this one follows or was closed with. */
    Optional<UUID> masterOf(UUID id) {
        return database.createQuery(
                        "select c.masterId from GridCase c where c.id = :id and c.masterId is not null", UUID.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    GridCase seeNumber(String number, Actor actor) {
        return one("c.number = :key", number, actor, LockModeType.NONE);
    }

    /** Locked until the end of the transaction: of ten who accept at once, nine find it accepted. */
    GridCase change(UUID id, Actor actor) {
        return one("c.id = :key", id, actor, LockModeType.PESSIMISTIC_WRITE);
    }

    private GridCase one(String condition, Object key, Actor actor, LockModeType lock) {
        return find(condition, key, actor, lock).orElseThrow(() -> Problem.notFound("The case"));
    }

    private Optional<GridCase> find(String condition, Object key, Actor actor, LockModeType lock) {
        var sight = Sight.of(actor);
        var query = database.createQuery(
                        "select c from GridCase c where " + condition + " and " + sight.condition(), GridCase.class)
                .setParameter("key", key)
                .setLockMode(lock);
        sight.bind(query);
        return query.getResultStream().findFirst();
    }

    /** Without what a verb began and did not finish. */
    GridCase asStored(GridCase gridCase) {
        database.refresh(gridCase);
        return gridCase;
    }

    /** As {@link #change}, by number. */
    Optional<GridCase> changeNumber(String number, Actor actor) {
        return find("c.number = :key", number, actor, LockModeType.PESSIMISTIC_WRITE);
    }

    /** For what acts without a post: the brain's events. */
    Optional<GridCase> changeAny(UUID id) {
        return Optional.ofNullable(database.find(GridCase.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The case of a reporter who knows its number; whether the token fits is the caller's to check. */
    Optional<GridCase> track(String number, boolean toChange) {
        return database.createQuery("select c from GridCase c where c.number = :number", GridCase.class)
                .setParameter("number", number)
                .setLockMode(toChange ? LockModeType.PESSIMISTIC_WRITE : LockModeType.NONE)
                .getResultStream()
                .findFirst();
    }

    /** C12: the same submission never makes two cases. */
    Optional<GridCase> submittedAs(String intakeKey) {
        return database.createQuery("select c from GridCase c where c.intakeKey = :key", GridCase.class)
                .setParameter("key", intakeKey)
                .getResultStream()
                .findFirst();
    }

    List<CaseStep> history(UUID id) {
        return database.createQuery("select s from CaseStep s where s.caseId = :id order by s.seq", CaseStep.class)
                .setParameter("id", id)
                .getResultList();
    }

    /** Every due time that was promised, the first one first. */
    List<CasePromise> promises(UUID id) {
        return database.createQuery(
                        "select p from CasePromise p where p.caseId = :id order by p.seq", CasePromise.class)
                .setParameter("id", id)
                .getResultList();
    }

    /**
     * Cases of the same matter in the same community in the last 30 days, 100 at most; answered by an index. A complaint
     * counts only for others about the same party: nobody else learns that there was one.
     */
    int before(Matter matter, Place place, String complainedOf, Instant now, UUID except) {
        if (place == null || place.communityCode() == null) {
            return 0;
        }
        return database.createQuery(
                        "select count(*) from (select c.id as id from GridCase c where c.place.communityCode = :community"
                                + " and c.matter = :matter and c.reportedAt > :since and c.id <> :except"
                                + " and c.complainedOf is not distinct from cast(:about as String)"
                                + " order by c.reportedAt desc limit "
                                + MOST_BEFORE + ") found",
                        Long.class)
                .setParameter("community", place.communityCode())
                .setParameter("matter", matter)
                .setParameter("since", now.minus(BEFORE))
                .setParameter("except", except)
                .setParameter("about", complainedOf)
                .getSingleResult()
                .intValue();
    }
}
