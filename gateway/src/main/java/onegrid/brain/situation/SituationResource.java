package onegrid.brain.situation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import onegrid.kit.clock.Zone;
import onegrid.kit.scope.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What is going on in the caller's part of the district, in figures. */
@Path("/api/brain/situation")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({
    "grid-head",
    "building-head",
    "community",
    "street",
    "centre",
    "supervisor",
    "unit",
    "property",
    "party",
    "new-sector"
})
class SituationResource {
    private final Figures figures;
    private final Caller caller;
    private final Clock clock;

    SituationResource(Figures figures, Caller caller, Clock clock) {
        this.figures = figures;
        this.caller = caller;
        this.clock = clock;
    }

    /** Since midnight in Shanghai. */
    public record Today(int reported, int closed, int big, int small) {}

    /** Open cases of a community (level 2) or a grid (level 3) with all that lies in it. */
    public record GridFigures(String code, int level, int open, int overdue, int big) {}

    public record ClassFigures(String name, int open) {}

    /** {@code unanswered}: open linkages in which a part has not answered yet. */
    public record LinkageFigures(int open, int unanswered) {}

    public record Situation(
            OffsetDateTime asOf,
            Today today,
            int open,
            int overdue,
            List<GridFigures> grids,
            List<ClassFigures> classes,
            LinkageFigures linkages) {}

    @Operation(summary = "The situation of the district now: open, overdue, by grid and by class")
    @GET
    @Transactional
    public Situation read() throws SQLException {
        var now = clock.instant();
        return figures.situation(
                Sight.of(caller),
                now,
                Zone.at(now).toLocalDate().atStartOfDay(Zone.SHANGHAI).toInstant());
    }
}
