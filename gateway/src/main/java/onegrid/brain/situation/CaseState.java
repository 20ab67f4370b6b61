package onegrid.brain.situation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The public state of a case as every {@code grid.case.*.v1} carries it: grid codes, classes, times, figures. No
 * person and no report text. Coordinates are WGS-84 degrees; everything but id, number and version may be unknown.
 */
public record CaseState(
        UUID caseId,
        String number,
        long version,
        String status,
        String matterCode,
        String matterName,
        String className,
        Integer severity,
        String limitProfile,
        boolean gridHandles,
        boolean needsEnforcement,
        String gridCode,
        String gridName,
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
        String scale,
        String level,
        OffsetDateTime reportedAt,
        OffsetDateTime filedAt,
        OffsetDateTime dueAt,
        OffsetDateTime closedAt,
        int returns,
        boolean markedBig,
        String complainedOf,
        String reason) {

    private static final Set<String> OVER = Set.of("CLOSED", "EVALUATED", "ARCHIVED");
    private static final Set<String> DROPPED = Set.of("CANCELLED", "MERGED", "REJECTED", "DIVERTED");

    /** What is missing is filled so that the rest of the brain need not ask: an unplaced case lies in the district. */
    public CaseState in(String district) {
        var place = gridCode != null ? gridCode : communityCode != null ? communityCode : district;
        return new CaseState(
                caseId,
                number,
                version,
                status,
                matterCode,
                matterName == null ? "未分类事项" : matterName,
                className,
                severity == null ? 3 : severity,
                limitProfile,
                gridHandles,
                needsEnforcement,
                place,
                gridName == null ? place : gridName,
                communityCode,
                communityName,
                longitude,
                latitude,
                peopleAffected == null ? 0 : peopleAffected,
                injury,
                reportsBefore,
                leadUnit,
                coUnits == null ? List.of() : coUnits,
                asked(),
                scale,
                level,
                reportedAt,
                filedAt,
                dueAt,
                closedAt,
                returns,
                markedBig,
                complainedOf,
                reason);
    }

    /** A complaint about a property company does not become its work order (济南 Art. 32). */
    private List<String> asked() {
        var about = complainedOf != null && complainedOf.matches("property-company|[A-Z][0-9]{2,5}");
        return services == null
                ? List.of()
                : services.stream()
                        .filter(service -> !about || !service.equals("property"))
                        .toList();
    }

    public Instant due() {
        return dueAt == null ? null : dueAt.toInstant();
    }

    /** Verified and closed; a reopened case is not over. */
    public boolean over() {
        return OVER.contains(status);
    }

    /** It will never be handled as a case of its own. */
    public boolean dropped() {
        return DROPPED.contains(status);
    }

    /** How deep in the tree it lies: 0 district, 1 street, 2 community, 3 grid, 4 area, 5 building. */
    public int gridLevel() {
        return gridCode.length() <= 15 ? Math.max(0, gridCode.length() - 6) / 3 : gridCode.length() <= 17 ? 4 : 5;
    }
}
