package onegrid.kit.sample;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import onegrid.kit.command.Command;
import onegrid.kit.command.Versioned;
import onegrid.kit.scope.Caller;

@Path("/api/things")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
class ThingResource {
    private final EntityManager database;
    private final Caller caller;

    ThingResource(EntityManager database, Caller caller) {
        this.database = database;
        this.caller = caller;
    }

    record Place(@NotNull Double longitude) {}

    record MakeThing(
            @NotNull @Size(min = 2, max = 20) String name,
            @Positive Integer size,
            @Valid Place place) {}

    record Note(@NotNull String note) {}

    record ThingView(long id, String name, long version) implements Versioned {}

    record Me(String id, String role, List<String> scope, String unit, String post) {}

    @POST
    @Transactional
    @Command("thing.make")
    public Response make(@Valid @NotNull MakeThing request) {
        var id = ((Number) database.createNativeQuery("insert into thing (name) values (:name) returning id")
                        .setParameter("name", request.name)
                        .getSingleResult())
                .longValue();
        return Response.created(URI.create("/api/things/" + id))
                .entity(new ThingView(id, request.name, 0))
                .build();
    }

    @POST
    @Path("{id}/touch")
    @Transactional
    @Command("thing.touch")
    public ThingView touch(long id, @HeaderParam("If-Match") String ifMatch) {
        Versioned.check(ifMatch, 7);
        return new ThingView(id, "touched", 8);
    }

    @POST
    @Path("note")
    public Note note(@Valid @NotNull Note request) {
        return request;
    }

    @GET
    @Path("me")
    public Me me() {
        return new Me(caller.id(), caller.role(), caller.scope().prefixes(), caller.unit(), caller.post());
    }

    @GET
    @Path("by-name")
    public long byName(@QueryParam("name") String name) {
        return ((Number) database.createNativeQuery("select count(*) from thing where name = :name")
                        .setParameter("name", name)
                        .getSingleResult())
                .longValue();
    }

    @GET
    @Path("open")
    @PermitAll
    public String open() {
        return "a resource that forgot to ask";
    }

    @GET
    @Path("broken")
    public String broken() {
        throw new IllegalStateException("secret detail of the inside");
    }

    @GET
    @Path("auditor")
    @RolesAllowed("auditor")
    public String auditor() {
        return "ok";
    }
}
