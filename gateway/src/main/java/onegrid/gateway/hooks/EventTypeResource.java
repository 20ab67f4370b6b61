package onegrid.gateway.hooks;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import onegrid.kit.paging.Page;
import onegrid.kit.scope.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What there is to subscribe to. */
@Path("/api/hooks/event-types")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({"district-system", "unit", "property", "community", "street", "centre", "supervisor", "system-admin"})
class EventTypeResource {
    private final EventTypes types;
    private final Caller caller;

    EventTypeResource(EventTypes types, Caller caller) {
        this.types = types;
        this.caller = caller;
    }

    /** A type of docs/api.md with its names. */
    public record EventTypeView(String type, String name, String englishName) {}

    @GET
    @Operation(
            summary =
                    "Lists the event types that the caller's post may subscribe to, with their Chinese and English names")
    public Page<EventTypeView> list() {
        var audience = Audience.of(caller, List.of());
        return new Page<>(
                types.all().stream()
                        .filter(type -> audience.hears(type.kind()))
                        .map(type -> new EventTypeView(type.type(), type.name(), type.englishName()))
                        .toList(),
                null);
    }
}
