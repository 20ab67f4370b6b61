package onegrid.grid.photos;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import onegrid.kit.problem.Problem;

/** All photos: uploaded first, then attached to a case once; what nobody attaches within 24 h is deleted. */
@ApplicationScoped
public class Photos {
    private static final Duration UNATTACHED = Duration.ofHours(24);

    private final EntityManager database;
    private final PhotoStore store;
    private final Clock clock;

    Photos(EntityManager database, PhotoStore store, Clock clock) {
        this.database = database;
        this.store = store;
        this.clock = clock;
    }

    /**
     * @param kind REPORT, RESULT or EVIDENCE
     * @param published whether everybody may see it
     */
    public record Attached(UUID id, String kind, boolean published) {}

    Photo add(CleanPhoto clean) {
        var photo = new Photo(UUID.randomUUID(), clean, clock.instant());
        database.persist(photo);
        database.flush();
        store.put(photo.id, clean.content());
        return photo;
    }

    /** Gives photos to a case, each once; a photo that is not there or belongs to another case is the caller's mistake. */
    public void attach(List<UUID> ids, UUID caseId, String kind) {
        if (ids == null || ids.isEmpty()) {
            return;
        }
        database.flush();
        var distinct = new LinkedHashSet<>(ids);
        var attached = database.createQuery(
                        "update Photo p set p.caseId = :case, p.kind = :kind where p.id in :ids and p.caseId is null")
                .setParameter("case", caseId)
                .setParameter("kind", kind)
                .setParameter("ids", distinct)
                .executeUpdate();
        if (attached != distinct.size()) {
            throw Problem.invalid("photos", "names a photo that was not uploaded or is in use already");
        }
    }

    public List<Attached> of(UUID caseId) {
        return of(List.of(caseId));
    }

    /** Of several cases, the oldest photo first. */
    public List<Attached> of(Collection<UUID> caseIds) {
        return database
                .createQuery(
                        "select p.id, p.kind, p.publishedAt from Photo p where p.caseId in :cases order by p.createdAt, p.id",
                        Object[].class)
                .setParameter("cases", caseIds)
                .getResultList()
                .stream()
                .map(row -> new Attached((UUID) row[0], (String) row[1], row[2] != null))
                .toList();
    }

    Photo find(UUID id) {
        return database.find(Photo.class, id);
    }

    byte[] content(UUID id) {
        return store.get(id).orElseThrow(() -> Problem.notFound("The photo"));
    }

    /** Deletes what was uploaded and never used. */
    int purge(Instant now) {
        return database.createQuery("delete from Photo p where p.caseId is null and p.createdAt < :before")
                .setParameter("before", now.minus(UNATTACHED))
                .executeUpdate();
    }
}
