package onegrid.grid.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import onegrid.grid.matters.Matter;
import onegrid.grid.matters.Suggestions;

/**
 * Open cases that may be the very thing somebody is about to report. What was reported in confidence is never among
 * them: nobody learns from here that it was reported.
 */
@ApplicationScoped
class SameMatter {
    private static final int MOST = 5;
    /** Of each search the newest; more are not compared, however much is open in one place. */
    private static final int COMPARED = 25;

    private static final String JOINABLE = CaseStatus.among(CaseStatus.ON_ITS_WAY)
            + " and c.complainedOf is null and not exists (select 1 from Reporter r where r.caseId = c.id and r.confidential = true)";

    private final EntityManager database;
    private final Suggestions suggestions;

    SameMatter(EntityManager database, Suggestions suggestions) {
        this.database = database;
        this.suggestions = suggestions;
    }

    /**
     * @param confidence 0 … 1, of words, matter and distance together
     * @param metres null where not both points are known
     */
    record Likely(GridCase gridCase, double confidence, boolean sameMatter, Double metres) {}

    /**
     * At most 5, the likeliest first: within 150 m of the point, or in the same grid.
     *
     * @param matter null where neither a person nor the words say which
     * @param text null: whatever is of this matter
     * @param place null where no grid is drawn
     * @param point WGS-84 degrees, or null where only the grid is known
     */
    List<Likely> near(Matter matter, String text, Place place, Report.Point point) {
        var words = text == null ? null : suggestions.comparison(text);
        return candidates(matter, text != null, place, Around.of(point)).stream()
                .map(c -> likely(c, matter, words, place, Around.of(point)))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingDouble(Likely::confidence)
                        .reversed()
                        .thenComparing(found -> found.gridCase.reportedAt, Comparator.reverseOrder()))
                .limit(MOST)
                .toList();
    }

    private static Optional<Likely> likely(
            GridCase c, Matter matter, Suggestions.Comparison words, Place place, Around around) {
        var same = c.matter.equals(matter);
        var metres = around == null ? null : around.metres(c);
        var here = place != null && c.placeCode.equals(place.code());
        if (!here && (metres == null || metres > Around.METRES)) {
            return Optional.empty();
        }
        var likeness = words == null ? Suggestions.SAME_MATTER_ALONE : words.with(c.text, same);
        return likeness < Suggestions.LIKELY_THE_SAME
                ? Optional.empty()
                : Optional.of(new Likely(c, likeness * Around.nearness(metres), same, metres));
    }

    private Set<GridCase> candidates(Matter matter, boolean otherMatters, Place place, Around around) {
        var found = new LinkedHashSet<GridCase>();
        if (matter != null) {
            search(found, " and c.matter = :matter", matter, place, around);
        }
        if (otherMatters) {
            search(found, "", null, place, around);
        }
        return found;
    }

    private void search(Set<GridCase> found, String ofMatter, Matter matter, Place place, Around around) {
        if (place != null) {
            var here = query("c.placeCode = :place" + ofMatter).setParameter("place", place.code());
            found.addAll(newest(here, matter));
        }
        if (around != null) {
            var near = query("c.latitude between :south and :north and c.longitude between :west and :east" + ofMatter)
                    .setParameter("south", around.south())
                    .setParameter("north", around.north())
                    .setParameter("west", around.west())
                    .setParameter("east", around.east());
            found.addAll(newest(near, matter));
        }
    }

    private static List<GridCase> newest(TypedQuery<GridCase> query, Matter matter) {
        return (matter == null ? query : query.setParameter("matter", matter))
                .setMaxResults(COMPARED)
                .getResultList();
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
        return database.createQuery(
                "select c from GridCase c where " + JOINABLE + " and " + condition + " order by c.reportedAt desc",
                GridCase.class);
    }
}
