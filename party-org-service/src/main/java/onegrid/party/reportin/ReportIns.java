package onegrid.party.reportin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import onegrid.kit.problem.Problem;
import onegrid.kit.scope.Scope;

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
                        from ReportInUnit u where u.status <> ENDED and u.code > :after and locate(:community, u.communityCode) = 1
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
        List<?> rows =
                database.createNativeQuery("""
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

    /** Of a unit in this part of the district, locked for the change; else 404. */
    ReportInUnit unit(String code, Scope scope) {
        return database.createQuery(
                        "from ReportInUnit u where u.code = :code and " + scope.condition("u.communityCode"),
                        ReportInUnit.class)
                .setParameter("code", code)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("Unit " + code));
    }

    /** The member's newest report-in, locked for the change; else 404. */
    ReportInMember member(UUID ref, Scope scope) {
        return database.createQuery(
                        "from ReportInMember m where m.ref = :ref and " + scope.condition("m.communityCode")
                                + " order by m.id desc",
                        ReportInMember.class)
                .setParameter("ref", ref)
                .setMaxResults(1)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("Member " + ref));
    }

    boolean named(String name) {
        return !database.createQuery("select 1 from ReportInUnit u where u.name = :name", Integer.class)
                .setParameter("name", name)
                .getResultList()
                .isEmpty();
    }

    boolean current(UUID ref) {
        return !database.createQuery(
                        "select 1 from ReportInMember m where m.ref = :ref and m.status <> ENDED", Integer.class)
                .setParameter("ref", ref)
                .getResultList()
                .isEmpty();
    }

    /** The code, when there is such a community in this part of the district. */
    String communityIn(String code, Scope scope) {
        if (scope.covers(code)
                && !database.createNativeQuery("select 1 from community where code = :code")
                        .setParameter("code", code)
                        .getResultList()
                        .isEmpty()) {
            return code;
        }
        throw Problem.invalid("communityCode", "is not a community of yours");
    }

    private static long number(Object count) {
        return ((Number) count).longValue();
    }
}
