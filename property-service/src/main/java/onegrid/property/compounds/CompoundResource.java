package onegrid.property.compounds;

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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import onegrid.kit.clock.Zone;
import onegrid.kit.paging.Page;
import onegrid.kit.paging.Paging;
import onegrid.kit.scope.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Compounds and companies of the caller's scope, with who is in charge today. */
@Path("/api/property")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"property", "community", "street", "centre", "supervisor"})
@RunOnVirtualThread
class CompoundResource {
    private final Compounds compounds;
    private final Caller caller;
    private final Clock clock;

    CompoundResource(Compounds compounds, Caller caller, Clock clock) {
        this.compounds = compounds;
        this.caller = caller;
        this.clock = clock;
    }

    record CompanyView(String code, String name, String kind, String phone, Long compounds) {}

    record CompoundView(
            String code,
            String name,
            String communityCode,
            Mode mode,
            String modeName,
            int households,
            double longitude,
            double latitude,
            CompanyView company) {}

    record Companies(List<CompanyView> items) {}

    @Operation(summary = "Residential compounds and who manages them")
    @GET
    @Path("compounds")
    @Transactional
    public Page<CompoundView> compounds(
            @QueryParam("query") @DefaultValue("") @Size(max = 100) String query,
            @QueryParam("communityCode")
                    @DefaultValue("")
                    @Pattern(regexp = "[0-9]{0,12}", message = "is not a code of a community")
                    String communityCode,
            @BeanParam @Valid Paging paging) {
        var rows = compounds.list(
                caller.scope().condition("c.code") + " and " + Concern.condition(caller, "k.code"),
                query.strip(),
                communityCode,
                today(),
                paging.from("", List::getFirst),
                paging.fetch());
        return Page.of(rows, paging.limit, CompoundResource::view, row -> Paging.cursor(row.compound().code));
    }

    @Operation(summary = "Property companies and how many compounds each has")
    @GET
    @Path("companies")
    @Transactional
    public Companies companies() {
        var visible = caller.scope().condition("c.code") + " and " + Concern.condition(caller, "k.code");
        return new Companies(compounds.companies(visible, today()).stream()
                .map(row -> view(row.company(), row.compounds()))
                .toList());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(Zone.SHANGHAI));
    }

    private static CompoundView view(Compounds.Served row) {
        var c = row.compound();
        return new CompoundView(
                c.code,
                c.name,
                c.communityCode,
                c.mode,
                c.mode.chinese,
                c.households,
                c.longitude,
                c.latitude,
                view(row.company(), null));
    }

    private static CompanyView view(Company company, Long compounds) {
        return company == null
                ? null
                : new CompanyView(company.code, company.name, company.kind, company.phone, compounds);
    }
}
