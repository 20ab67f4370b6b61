package onegrid.grid.cases;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import onegrid.grid.clock.LimitProfile;
import onegrid.kit.clock.Zone;

/**
 * What other services may know of a case: place, class, times, state. No text of the report, no person. Positions are
 * cut to 4 decimals (about 10 m), times are ISO-8601 with +08:00.
 *
 * @param leadUnit before dispatch the catalogue's
 * @param reason the last move's, written by staff; a reporter's own words do not travel
 */
record CaseState(
        UUID caseId,
        String number,
        int version,
        CaseStatus status,
        String matterCode,
        String matterName,
        String className,
        String platform,
        Integer severity,
        LimitProfile limitProfile,
        boolean gridHandles,
        boolean needsEnforcement,
        String gridCode,
        String gridName,
        String gridPath,
        String communityCode,
        String communityName,
        Double longitude,
        Double latitude,
        Integer peopleAffected,
        boolean injury,
        int reportsBefore,
        String leadUnit,
        List<String> coUnits,
        List<String> services,
        Scale scale,
        Level level,
        OffsetDateTime reportedAt,
        OffsetDateTime filedAt,
        OffsetDateTime dueAt,
        OffsetDateTime closedAt,
        boolean overdue,
        int returns,
        int reworks,
        boolean markedBig,
        UUID masterId,
        String complainedOf,
        int badRatings,
        int urgedByReporter,
        String actorRole,
        String reason) {

    static CaseState of(CaseRecord c, Actor actor, String reason, Instant at) {
        var matter = c.matter;
        var place = c.place;
        var given = c.assignment;
        return new CaseState(
                c.id,
                c.number,
                c.version,
                c.status,
                matter == null ? null : matter.code(),
                matter == null ? null : matter.name(),
                matter == null ? null : matter.className(),
                matter == null ? null : matter.platform(),
                c.severity,
                c.clock.profile,
                matter != null && matter.gridHandles(),
                matter != null && matter.needsEnforcement(),
                place == null ? null : place.code(),
                place == null ? null : place.name(),
                place == null ? null : place.path(),
                place == null ? null : place.communityCode(),
                place == null ? null : place.communityName(),
                rounded(c.longitude),
                rounded(c.latitude),
                c.peopleAffected,
                c.injury,
                c.reportsBefore,
                given.leadUnit != null || matter == null ? given.leadUnit : matter.leadUnit(),
                given.leadUnit != null || matter == null
                        ? given.coUnits.keySet().stream().sorted().toList()
                        : matter.coUnits(),
                matter == null ? List.of() : matter.services(),
                c.scale,
                c.level,
                Zone.at(c.reportedAt),
                Zone.at(c.filedAt),
                Zone.at(c.clock.dueAt),
                Zone.at(c.closedAt),
                c.overdue(at),
                given.returns,
                c.reworks,
                c.markedBig,
                c.masterId,
                c.complainedOf,
                c.badRatings,
                c.urgedByReporter,
                actor.role(),
                actor.isStaff() ? reason : null);
    }

    private static Double rounded(Double degrees) {
        return degrees == null ? null : Math.round(degrees * 10_000) / 10_000.0;
    }
}
