package onegrid.party.reportin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;

/** Units and members that have reported in; members only ever as numbers. */
@ApplicationScoped
class ReportIns {
    private final EntityManager database;

    ReportIns(EntityManager database) {
        this.database = database;
    }

    /** A unit, with its members in all and those who can be called up now (ACTIVE). */
    record Counted(ReportInUnit unit, long members, long active) {}

    /** @param visible condition on {@code u} */
    List<Counted> units(String visible, String community, String after, int fetch) {
        return database.createQuery("""
                        select u,
                            (select count(*) from ReportInMember m where m.unitCode = u.code and m.status <> ENDED),
                            (select count(*) from ReportInMember m where m.unitCode = u.code and m.status = ACTIVE)
                        from ReportInUnit u where u.code > :after and locate(:community, u.communityCode) = 1
                        and\s""" + visible + " order by u.code", Object[].class)
                .setParameter("after", after)
                .setParameter("community", community)
                .setMaxResults(fetch)
                .getResultStream()
                .map(row -> new Counted((ReportInUnit) row[0], (long) row[1], (long) row[2]))
                .toList();
    }

    /** One community's units (by where the unit reported in) and members (by where the member did). */
    record Figure(String code, String name, long units, long members, long active, long callUps, long serviceMinutes) {}

    /** @param scope condition on the column {@code c.code} */
    List<Figure> figures(String scope) {
        List<?> rows = database.createNativeQuery("""
                        select c.code, c.name,
                            (select count(*) from report_in_unit u where u.community_code = c.code and u.status <> 'ENDED'),
                            (select count(*) from report_in_member m where m.community_code = c.code and m.status <> 'ENDED'),
                            (select count(*) from report_in_member m where m.community_code = c.code and m.status = 'ACTIVE'),
                            (select count(*) from directive d where d.community_code = c.code),
                            (select coalesce(sum(s.minutes * s.members), 0) from service_record s
                                join directive d on d.id = s.directive_id where d.community_code = c.code)
                        from community c where\s""" + scope + " order by c.code").getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Figure(
                        (String) row[0],
                        (String) row[1],
                        number(row[2]),
                        number(row[3]),
                        number(row[4]),
                        number(row[5]),
                        number(row[6])))
                .toList();
    }

    private static long number(Object count) {
        return ((Number) count).longValue();
    }
}
