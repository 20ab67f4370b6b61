package onegrid.grid.teams;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import onegrid.grid.grids.Grid;
import onegrid.grid.grids.Grids;

/** The "N" of 3+2+N: volunteer teams by the node that they are attached to. */
@ApplicationScoped
public class VolunteerTeams {
    private final EntityManager database;
    private final Grids grids;

    VolunteerTeams(EntityManager database, Grids grids) {
        this.database = database;
        this.grids = grids;
    }

    /** Teams that serve this grid: its own first, then those of the nodes above it. */
    public List<TeamView> serving(Grid grid) {
        return database.createQuery(
                        "from VolunteerTeam t where t.dissolvedAt is null and t.gridCode in :codes",
                        VolunteerTeam.class)
                .setParameter("codes", grids.upFrom(grid))
                .getResultStream()
                .sorted(Comparator.comparing((VolunteerTeam team) -> -team.gridCode.length())
                        .thenComparing(team -> team.name))
                .flatMap(team -> grids.node(team.gridCode).map(node -> TeamView.of(team, node)).stream())
                .toList();
    }

    List<VolunteerTeam> at(String gridCode, boolean dissolvedToo, UUID after, int fetch) {
        return database.createQuery(
                        "from VolunteerTeam t where t.gridCode = :code and (:all = true or t.dissolvedAt is null)"
                                + " and t.id > :after order by t.id",
                        VolunteerTeam.class)
                .setParameter("code", gridCode)
                .setParameter("all", dissolvedToo)
                .setParameter("after", after)
                .setMaxResults(fetch)
                .getResultList();
    }

    Optional<VolunteerTeam> find(String gridCode, UUID id, LockModeType lock) {
        return Optional.ofNullable(database.find(VolunteerTeam.class, id, lock))
                .filter(team -> team.gridCode.equals(gridCode));
    }

    boolean taken(String gridCode, String name, UUID except) {
        return database.createQuery(
                                "select count(*) from VolunteerTeam t where t.gridCode = :code and t.name = :name"
                                        + " and t.dissolvedAt is null and t.id <> :except",
                                Long.class)
                        .setParameter("code", gridCode)
                        .setParameter("name", name)
                        .setParameter("except", except)
                        .getSingleResult()
                > 0;
    }

    void add(VolunteerTeam team) {
        database.persist(team);
        database.flush();
    }

    void keep() {
        database.flush();
    }
}
