package onegrid.party.reportin;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import onegrid.kit.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What everybody may know about report-in (双报到) in a community: how many, never who. */
@Path("/api/party/communities")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
class CommunityResource {
    /** domain.md §8.4: a smaller number could point at somebody. */
    private static final long SMALLEST_CELL = 5;

    private final ReportIns reportIns;

    CommunityResource(ReportIns reportIns) {
        this.reportIns = reportIns;
    }

    /** @param members serving members that reported in; null: fewer than 5, so the number is not shown */
    record Community(String communityCode, String communityName, long units, Long members) {}

    @Operation(summary = "How many report-in units and members a community has")
    @GET
    @Path("{code: [0-9]{12}}")
    @Transactional
    public Community one(String code) {
        return reportIns.figures("c.code = '" + code + "'").stream()
                .findFirst()
                .map(figure -> new Community(
                        figure.code(),
                        figure.name(),
                        figure.units(),
                        figure.members() < SMALLEST_CELL ? null : figure.members()))
                .orElseThrow(() -> Problem.notFound("Community " + code));
    }
}
