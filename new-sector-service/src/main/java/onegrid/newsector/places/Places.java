package onegrid.newsector.places;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import onegrid.kit.places.PlacesBefore;

/** Stations, organisations and branches, and which of them are near a place. */
@ApplicationScoped
public class Places {
    private static final int STATION_METRES = 1500;
    private static final int STATIONS_AT_LEAST = 3;
    private static final int ENTERPRISE_METRES = 800;

    private final EntityManager database;
    private final PlacesBefore before;

    Places(EntityManager database, PlacesBefore before) {
        this.database = database;
        this.before = before;
    }

    /** WGS-84 degrees. */
    public record Point(double longitude, double latitude) {}

    public record Near<T>(T place, int metres) {}

    /** The middle of the community of this grid, of all communities in a wider one. Null: none that we know. */
    public Point middleOf(String gridCode) {
        return before.andBefore(gridCode).stream()
                .map(this::middle)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private Point middle(String gridCode) {
        var middle = database.createQuery("""
                        select avg(c.longitude), avg(c.latitude) from Community c
                        where locate(c.code, :grid) = 1 or locate(:grid, c.code) = 1""", Object[].class)
                .setParameter("grid", gridCode)
                .getSingleResult();
        return middle[0] == null ? null : new Point((double) middle[0], (double) middle[1]);
    }

    /** All within 1500 m; where fewer than three are, the three nearest. */
    public List<Near<Station>> stationsNear(Point point) {
        var byDistance = byDistance(
                database.createQuery("from Station", Station.class).getResultStream(),
                s -> Distance.metres(point.longitude, point.latitude, s.longitude, s.latitude));
        var within = byDistance.stream()
                .filter(near -> near.metres <= STATION_METRES)
                .count();
        return byDistance.stream().limit(Math.max(within, STATIONS_AT_LEAST)).toList();
    }

    List<Station> allStations() {
        return database.createQuery("from Station s order by s.code", Station.class)
                .getResultList();
    }

    /** Those within 800 m that operate. */
    public List<Near<Enterprise>> enterprisesNear(Point point) {
        return byDistance(
                        database.createQuery("from Enterprise e where e.operating = 'OPEN'", Enterprise.class)
                                .getResultStream(),
                        e -> Distance.metres(point.longitude, point.latitude, e.longitude, e.latitude))
                .stream()
                .filter(near -> near.metres <= ENTERPRISE_METRES)
                .toList();
    }

    private static <T> List<Near<T>> byDistance(Stream<T> places, ToDoubleFunction<T> metres) {
        return places.map(place -> new Near<>(place, (int) Math.round(metres.applyAsDouble(place))))
                .sorted(Comparator.comparingInt(Near::metres))
                .toList();
    }

    public List<UnionBranch> branchesOf(String communityCode) {
        return database.createQuery(
                        "from UnionBranch b where b.communityCode in :communities order by b.code", UnionBranch.class)
                .setParameter("communities", before.andBefore(communityCode))
                .getResultList();
    }

    /** The industries that can help with a matter of this class. */
    public Set<String> helpers(String matterCode) {
        var matterClass = matterCode.substring(0, Math.min(2, matterCode.length()));
        List<?> industries = database.createNativeQuery("""
                        select industry from helping_industry where matter_class =
                            coalesce((select min(matter_class) from helping_industry where matter_class = :class), '00')""", String.class)
                .setParameter("class", matterClass)
                .getResultList();
        return new HashSet<>(industries.stream().map(String.class::cast).toList());
    }

    List<Station> stations(String after, int fetch) {
        return database.createQuery("from Station s where s.code > :after order by s.code", Station.class)
                .setParameter("after", after)
                .setMaxResults(fetch)
                .getResultList();
    }

    /** @param visible condition on {@code e} */
    List<Enterprise> enterprises(String visible, String community, String industry, String after, int fetch) {
        return database.createQuery("""
                        from Enterprise e where e.code > :after and locate(:community, e.communityCode) = 1
                        and (:industry = '' or e.industry = :industry) and\s""" + visible + " order by e.code", Enterprise.class)
                .setParameter("after", after)
                .setParameter("community", community)
                .setParameter("industry", industry)
                .setMaxResults(fetch)
                .getResultList();
    }
}
