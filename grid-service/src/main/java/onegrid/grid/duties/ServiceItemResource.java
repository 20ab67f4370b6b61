package onegrid.grid.duties;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import onegrid.grid.matters.Catalogue;
import onegrid.kit.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The service items that a grid runs for its residents; public. */
@Path("/api/grids/service-items")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@NonBlocking
class ServiceItemResource {
    record Items(List<ServiceItem> items) {}

    private static final Items ALL = new Items(Catalogue.records("/district/service-items.csv")
            .map(ServiceItem::of)
            .toList());

    @Operation(summary = "Services that grids run for residents")
    @GET
    public Items list() {
        return ALL;
    }

    @Operation(summary = "One service with its steps and materials")
    @GET
    @Path("{item}")
    public ServiceItem one(String item) {
        return ALL.items.stream()
                .filter(one -> one.code().equals(item))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("Service item " + item));
    }
}
