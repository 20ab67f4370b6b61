package onegrid.party.reportin;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import onegrid.kit.paging.Page;
import onegrid.kit.paging.Paging;
import onegrid.kit.scope.Caller;
import onegrid.party.reportin.ReportIns.Counted;
import onegrid.party.reportin.ReportIns.Figure;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Who has reported in to which community: units by name, members as numbers. */
@Path("/api/party")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"party", "community", "street", "centre", "supervisor"})
@RunOnVirtualThread
class ReportInResource {
    private final ReportIns reportIns;
    private final Caller caller;

    ReportInResource(ReportIns reportIns, Caller caller) {
        this.reportIns = reportIns;
        this.caller = caller;
    }

    record UnitRow(
            String code,
            String name,
            String communityCode,
            String liaisonPost,
            String liaisonPhone,
            List<String> skills,
            ReportInStatus status,
            long members,
            long active) {}

    record Figures(long units, long members, long active, List<Figure> communities) {}

    @Operation(summary = "Report-in units in scope")
    @GET
    @Path("units")
    @Transactional
    public Page<UnitRow> units(
            @QueryParam("communityCode")
                    @DefaultValue("")
                    @Pattern(regexp = "[0-9]{0,12}", message = "is not a code of a community")
                    String communityCode,
            @BeanParam @Valid Paging paging) {
        var rows = reportIns.units(
                caller.scope().condition("u.communityCode"),
                communityCode,
                paging.from("", List::getFirst),
                paging.fetch());
        return Page.of(rows, paging.limit, ReportInResource::view, row -> Paging.cursor(row.unit().code));
    }

    @Operation(summary = "How many report-in units and members there are, by community")
    @GET
    @Path("figures")
    @Transactional
    public Figures figures() {
        var communities = reportIns.figures(caller.scope().condition("c.code"));
        return new Figures(
                communities.stream().mapToLong(Figure::units).sum(),
                communities.stream().mapToLong(Figure::members).sum(),
                communities.stream().mapToLong(Figure::active).sum(),
                communities);
    }

    private static UnitRow view(Counted row) {
        var u = row.unit();
        return new UnitRow(
                u.code,
                u.name,
                u.communityCode,
                u.liaisonPost,
                u.liaisonPhone,
                List.of(u.skills),
                u.status,
                row.members(),
                row.active());
    }
}
