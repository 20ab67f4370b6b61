package onegrid.newsector.places;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import onegrid.kit.paging.Page;
import onegrid.kit.paging.Paging;
import onegrid.kit.scope.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The dynamic database of new organisations, in the caller's scope. */
@Path("/api/new-sector/organisations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"new-sector", "community", "street", "centre", "supervisor"})
@RunOnVirtualThread
class OrganisationResource {
    private final Places places;
    private final Caller caller;

    OrganisationResource(Places places, Caller caller) {
        this.places = places;
        this.caller = caller;
    }

    record OrganisationRow(
            String code,
            String name,
            String kind,
            String industry,
            String communityCode,
            String gridCode,
            double longitude,
            double latitude,
            String operating,
            String staffBand,
            int partyMembers,
            LocalDate surveyedOn) {}

    @Operation(summary = "New-sector organisations in scope")
    @GET
    @Transactional
    public Page<OrganisationRow> list(
            @QueryParam("communityCode")
                    @DefaultValue("")
                    @Pattern(regexp = "[0-9]{0,12}", message = "is not a code of a community")
                    String communityCode,
            @QueryParam("industry") @DefaultValue("") @Size(max = 40) String industry,
            @BeanParam @Valid Paging paging) {
        var rows = places.enterprises(
                caller.scope().condition("e.gridCode"),
                communityCode,
                industry,
                paging.from("", List::getFirst),
                paging.fetch());
        return Page.of(rows, paging.limit, OrganisationResource::view, e -> Paging.cursor(e.code));
    }

    private static OrganisationRow view(Enterprise e) {
        return new OrganisationRow(
                e.code,
                e.name,
                e.kind,
                e.industry,
                e.communityCode,
                e.gridCode,
                e.longitude,
                e.latitude,
                e.operating,
                e.staffBand,
                e.partyMembers,
                e.surveyedOn);
    }
}
