package onegrid.grid.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** The work that lies with the head of a grid: it belongs to the post, so it stays when the holder goes. */
@ApplicationScoped
public class HeadWork {
    private final EntityManager database;

    HeadWork(EntityManager database) {
        this.database = database;
    }

    /** Open cases whose next step is the head's of this very grid. */
    public long openAt(String gridCode) {
        return database.createQuery(
                        "select count(*) from GridCase c where c.owner.unit = 'grid' and c.owner.grid = :code and "
                                + CaseStatus.among(CaseStatus.OPEN),
                        Long.class)
                .setParameter("code", gridCode)
                .getSingleResult();
    }
}
