package onegrid.property.compounds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import onegrid.kit.places.PlacesBefore;

/** The compounds, and who is in charge of a place on a day. */
@ApplicationScoped
public class Compounds {
    private static final int CODE_LENGTH = 15;

    private final EntityManager database;
    private final PlacesBefore places;

    Compounds(EntityManager database, PlacesBefore places) {
        this.database = database;
        this.places = places;
    }

    /** In charge of a place: {@code compound} and {@code company} may be null, there is always an office. */
    public record InCharge(Compound compound, Company company, Office office) {}

    public InCharge inCharge(String gridCode, LocalDate day) {
        var compound = at(gridCode).orElse(null);
        var company = compound == null ? null : company(compound.code, day).orElse(null);
        return new InCharge(compound, company, office(gridCode, compound != null));
    }

    /** Under its code of today or of before; of compounds that were merged nobody knows which one it is. */
    private Optional<Compound> at(String gridCode) {
        if (gridCode.length() < CODE_LENGTH) {
            return Optional.empty();
        }
        var found = places.andBefore(gridCode.substring(0, CODE_LENGTH)).stream()
                .map(code -> database.find(Compound.class, code))
                .filter(Objects::nonNull)
                .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private Optional<Company> company(String compoundCode, LocalDate day) {
        return database.createQuery("""
                        from Company c where c.code = (select t.companyCode from Contract t
                        where t.compoundCode = :compound and t.starts <= :day and (t.ends is null or t.ends >= :day))""", Company.class)
                .setParameter("compound", compoundCode)
                .setParameter("day", day)
                .getResultStream()
                .findFirst();
    }

    /** Scattered, open and street-side blocks have their area committee (片区物管会), compounds the street's office. */
    private Office office(String gridCode, boolean compound) {
        return places.andBefore(gridCode).stream()
                .flatMap(code -> officesAt(code, compound))
                .max(Comparator.comparingInt(office -> office.gridCode.length()))
                .orElseThrow();
    }

    private Stream<Office> officesAt(String gridCode, boolean compound) {
        return database.createQuery("""
                        from Office o where locate(o.gridCode, :grid) = 1 and (:compound = false or o.kind <> 'AREA_COMMITTEE')
                        order by length(o.gridCode) desc limit 1""", Office.class)
                .setParameter("grid", gridCode)
                .setParameter("compound", compound)
                .getResultStream();
    }

    public Office office(String code) {
        return database.find(Office.class, code);
    }

    public Compound compound(String code) {
        return code == null ? null : database.find(Compound.class, code);
    }

    public Company company(String code) {
        return code == null ? null : database.find(Company.class, code);
    }

    /** A compound with the company of that day, which may be null. */
    record Served(Compound compound, Company company) {}

    /** @param visible condition on {@code c} (the compound) and {@code k} (its company) */
    List<Served> list(String visible, String query, String communityPrefix, LocalDate day, String after, int fetch) {
        return database.createQuery("""
                        select c, k from Compound c
                        left join Contract t on t.compoundCode = c.code and t.starts <= :day and (t.ends is null or t.ends >= :day)
                        left join Company k on k.code = t.companyCode
                        where c.code > :after and locate(:community, c.communityCode) = 1
                        and (locate(:query, c.name) > 0 or locate(:query, c.code) = 1 or locate(:query, k.name) > 0)
                        and\s""" + visible + " order by c.code", Object[].class)
                .setParameter("day", day)
                .setParameter("after", after)
                .setParameter("community", communityPrefix)
                .setParameter("query", query)
                .setMaxResults(fetch)
                .getResultStream()
                .map(row -> new Served((Compound) row[0], (Company) row[1]))
                .toList();
    }

    /** A company with the number of compounds it serves on that day. */
    record Serving(Company company, long compounds) {}

    List<Serving> companies(String visible, LocalDate day) {
        return database.createQuery("""
                        select k, (select count(*) from Contract t join Compound c on c.code = t.compoundCode
                            where t.companyCode = k.code and t.starts <= :day and (t.ends is null or t.ends >= :day) and\s""" + visible + """
                            ) from Company k
                        where exists (select 1 from Contract t join Compound c on c.code = t.compoundCode
                            where t.companyCode = k.code and\s""" + visible + ") order by k.code", Object[].class)
                .setParameter("day", day)
                .getResultStream()
                .map(row -> new Serving((Company) row[0], (long) row[1]))
                .toList();
    }
}
