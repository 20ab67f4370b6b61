package onegrid.party.callup;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import onegrid.kit.clock.Zone;
import onegrid.kit.directive.Directive;
import onegrid.kit.places.PlacesBefore;
import onegrid.kit.problem.Problem;

/** Who was called up for a directive, who answered, and the service that followed. */
@ApplicationScoped
class CallUps {
    private static final int COMMUNITY_LENGTH = 12;

    private final EntityManager database;
    private final PlacesBefore places;
    private final Clock clock;

    CallUps(EntityManager database, PlacesBefore places, Clock clock) {
        this.database = database;
        this.places = places;
        this.clock = clock;
    }

    static String communityOf(Directive directive) {
        return directive.gridCode.substring(0, Math.min(COMMUNITY_LENGTH, directive.gridCode.length()));
    }

    /** One statement, so that a big day costs one round trip per directive. Where no unit fits, all are called. */
    void callUp(Directive directive) {
        var skills = FittingSkills.of(directive.matterCode, directive.severity);
        if (insert(directive, skills) == 0 && !skills.isEmpty()) {
            insert(directive, List.of());
        }
    }

    /** Members have reported in under the code of that day. */
    private String communities(Directive directive) {
        return places.andBefore(communityOf(directive)).stream()
                .map(code -> code + "%")
                .collect(Collectors.joining(","));
    }

    private int insert(Directive directive, List<String> skills) {
        return database.createNativeQuery("""
                        insert into call_up (directive_id, unit_code, members, called_up)
                        select :directive, u.code, count(*), count(*) filter (where m.status = 'ACTIVE'
                            and m.consent_until >= :day and (m.available is null or :hour = any (m.available)))
                        from report_in_member m join report_in_unit u on u.code = m.unit_code
                        where m.community_code like any (string_to_array(:communities, ',')) and m.status <> 'ENDED' and u.status = 'ACTIVE'
                            and (:anySkill or u.skills && string_to_array(:skills, ','))
                        group by u.code
                        having count(*) filter (where m.status = 'ACTIVE'
                            and m.consent_until >= :day and (m.available is null or :hour = any (m.available))) > 0
                        on conflict do nothing""")
                .setParameter("directive", directive.id)
                .setParameter("day", LocalDate.now(clock.withZone(Zone.SHANGHAI)))
                .setParameter("hour", Availability.at(clock.instant()).name())
                .setParameter("communities", communities(directive))
                .setParameter("anySkill", skills.isEmpty())
                .setParameter("skills", String.join(",", skills))
                .executeUpdate();
    }

    /** A unit's part in a call-up; {@code serviceMinutes} as recorded, whatever the number of members. */
    record UnitPart(
            String code,
            String name,
            String liaisonPost,
            String liaisonPhone,
            int members,
            int calledUp,
            int answered,
            java.time.OffsetDateTime answeredAt,
            long serviceMinutes) {}

    List<UnitPart> of(UUID directiveId) {
        List<?> rows = database.createNativeQuery("""
                        select c.unit_code, u.name, u.liaison_post, u.liaison_phone, c.members, c.called_up,
                            coalesce(c.coming, 0), c.answered_at,
                            (select coalesce(sum(s.minutes), 0) from service_record s
                                where s.directive_id = c.directive_id and s.unit_code = c.unit_code)
                        from call_up c join report_in_unit u on u.code = c.unit_code
                        where c.directive_id = :directive order by c.called_up desc, c.unit_code""")
                .setParameter("directive", directiveId)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new UnitPart(
                        (String) row[0],
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        (int) row[4],
                        (int) row[5],
                        (int) row[6],
                        Zone.at((java.time.Instant) row[7]),
                        ((Number) row[8]).longValue()))
                .toList();
    }

    /** Again with another number: the unit has corrected itself. */
    void answer(Directive directive, String unit, int coming) {
        var called = called(directive, unit);
        if (coming > called.calledUp) {
            throw Problem.invalid("coming", "is at most " + called.calledUp + ", the number called up");
        }
        called.coming = coming;
        called.answeredAt = clock.instant();
        touch(directive);
    }

    void serve(Directive directive, String unit, int minutes, int members, String note) {
        var called = called(directive, unit);
        if (called.coming == null) {
            throw Problem.rule("service-after-answer", "Unit " + unit + " has not answered the call-up yet");
        }
        if (members > called.coming) {
            throw Problem.invalid("members", "is at most " + called.coming + ", the number that came");
        }
        database.createNativeQuery("""
                        insert into service_record (directive_id, unit_code, minutes, members, note, recorded_at)
                        values (:directive, :unit, :minutes, :members, :note, :at)""")
                .setParameter("directive", directive.id)
                .setParameter("unit", unit)
                .setParameter("minutes", minutes)
                .setParameter("members", members)
                .setParameter("note", note)
                .setParameter("at", clock.instant())
                .executeUpdate();
        touch(directive);
    }

    private CallUp called(Directive directive, String unit) {
        var called = database.find(CallUp.class, new CallUp.Key(directive.id, unit), LockModeType.PESSIMISTIC_WRITE);
        if (called == null) {
            throw Problem.invalid("unit", "was not called up for this task");
        }
        return called;
    }

    /** The task as people see it has changed, so its version does. */
    private void touch(Directive directive) {
        database.flush();
        database.lock(directive, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }
}
