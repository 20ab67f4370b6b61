package onegrid.grid.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Optional;
import onegrid.grid.matters.Matter;

/**
 * Open cases that may be the very thing somebody is about to report. What was reported in confidence is never among
 * them: nobody learns from here that it was reported.
 */
@ApplicationScoped
class SameMatter {
    private static final int MOST = 5;
    private static final int LOOKED_AT = 200;
    private static final double METRES = 150;
    private static final double METRES_PER_DEGREE = 111_195;
    private static final String JOINABLE = CaseStatus.among(CaseStatus.ON_ITS_WAY)
            + " and not exists (select 1 from Reporter r where r.caseId = c.id and r.confidential = true)";

    private final EntityManager database;

    SameMatter(EntityManager database) {
        this.database = database;
    }

    /**
     * At most 5, the newest first: within 150 m of the point, or in the same grid.
     *
     * @param place null where no grid is drawn
     * @param point WGS-84 degrees, or null where only the grid is known
     */
    List<GridCase> near(Matter matter, Place place, Report.Point point) {
        var box = point == null ? null : Box.around(point);
        return query("c.matter = :matter and (c.placeCode = :place or (c.latitude between :south and :north"
                        + " and c.longitude between :west and :east)) order by c.reportedAt desc")
                .setParameter("matter", matter)
                .setParameter("place", place == null ? "" : place.code())
                .setParameter("south", box == null ? null : box.south)
                .setParameter("north", box == null ? null : box.north)
                .setParameter("west", box == null ? null : box.west)
                .setParameter("east", box == null ? null : box.east)
                .setMaxResults(LOOKED_AT)
                .getResultStream()
                .filter(c -> place != null && c.placeCode.equals(place.code()) || metres(c, point) <= METRES)
                .limit(MOST)
                .toList();
    }

    /** Locked, for somebody who joins it. */
    Optional<GridCase> joinable(String number) {
        return query("c.number = :number")
                .setParameter("number", number)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    private TypedQuery<GridCase> query(String condition) {
        return database.createQuery("select c from GridCase c where " + JOINABLE + " and " + condition, GridCase.class);
    }

    private record Box(double south, double north, double west, double east) {
        static Box around(Report.Point point) {
            var high = METRES / METRES_PER_DEGREE;
            var wide = high / Math.cos(Math.toRadians(point.latitude()));
            return new Box(
                    point.latitude() - high,
                    point.latitude() + high,
                    point.longitude() - wide,
                    point.longitude() + wide);
        }
    }

    /** Flat: true to a few centimetres over 150 m. */
    private static double metres(GridCase c, Report.Point point) {
        if (point == null || c.latitude == null) {
            return Double.MAX_VALUE;
        }
        var north = c.latitude - point.latitude();
        var east = (c.longitude - point.longitude()) * Math.cos(Math.toRadians(point.latitude()));
        return Math.hypot(north, east) * METRES_PER_DEGREE;
    }
}
