package onegrid.grid.matters;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import onegrid.grid.clock.LimitProfile;
import onegrid.grid.dispatch.Unit;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The public catalogue of matters. */
@Path("/api/matters")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@NonBlocking
class MatterResource {
    record MatterView(
            String code,
            String className,
            String name,
            String platform,
            int severity,
            LimitProfile limitProfile,
            boolean gridHandles,
            boolean needsEnforcement,
            String leadUnit,
            String leadUnitName,
            List<String> coUnits,
            List<String> services) {

        static MatterView of(Matter m) {
            return new MatterView(
                    m.code(),
                    m.className(),
                    m.name(),
                    m.platform(),
                    m.severity(),
                    m.limitProfile(),
                    m.gridHandles(),
                    m.needsEnforcement(),
                    m.leadUnit(),
                    Unit.title(m.leadUnit()),
                    m.coUnits(),
                    m.services());
        }
    }

    record Matters(List<MatterView> items) {}

    private static final Matters ALL =
            new Matters(Catalogue.all().stream().map(MatterView::of).toList());

    @Operation(summary = "The catalogue of matters: who leads, how long it may take")
    @GET
    public Matters list() {
        return ALL;
    }
}
