package onegrid.grid.dispatch;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The units a case can be given to; public. */
@Path("/api/units")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@NonBlocking
class UnitResource {
    record UnitView(String code, String name, Unit.Kind kind) {}

    record Units(List<UnitView> items) {}

    private static final Units ALL = new Units(Arrays.stream(Unit.values())
            .map(unit -> new UnitView(unit.code(), unit.title(), unit.kind()))
            .toList());

    @Operation(summary = "Units a case can be given to")
    @GET
    public Units list() {
        return ALL;
    }
}
