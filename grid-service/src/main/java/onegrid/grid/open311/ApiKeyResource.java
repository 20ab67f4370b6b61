package onegrid.grid.open311;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import onegrid.kit.audit.Audit;
import onegrid.kit.clock.Zone;
import onegrid.kit.problem.Problem;
import onegrid.kit.scope.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Keys for clients of GeoReport v2. A client gets a second one before the first is revoked: no gap. */
@Path("/api/cases/ops/api-keys")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed("system-admin")
class ApiKeyResource {
    private final ApiKeys keys;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    ApiKeyResource(ApiKeys keys, Audit audit, Caller caller, Clock clock) {
        this.keys = keys;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param gridScope prefixes of grid codes where the client may report */
    record NewKey(
            @NotBlank @Size(max = 60) String client,

            @NotEmpty @Size(max = 20)
            List<@NotNull @Pattern(regexp = "[0-9]{6,19}", message = "is 6 to 19 digits") String> gridScope) {}

    record KeyView(
            UUID id,
            String client,
            List<String> gridScope,
            OffsetDateTime createdAt,
            String createdBy,
            OffsetDateTime revokedAt,
            String key) {
        static KeyView of(ApiKey key, String text) {
            return new KeyView(
                    key.id,
                    key.client,
                    List.of(key.gridScope.split(",")),
                    Zone.at(key.createdAt),
                    key.createdBy,
                    Zone.at(key.revokedAt),
                    text);
        }
    }

    record KeyViews(List<KeyView> items) {}

    @Operation(summary = "Keys of Open311 clients, without their secrets")
    @GET
    @Transactional
    public KeyViews list() {
        return new KeyViews(
                keys.all().stream().map(key -> KeyView.of(key, null)).toList());
    }

    /** Not a command: its answer holds the key and is given once. */
    @Operation(summary = "Issue a key to an Open311 client; it is shown once")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = KeyView.class)))
    @POST
    @Transactional
    public Response issue(@Valid @NotNull NewKey request) {
        var issued = keys.issue(request.client.strip(), request.gridScope, caller.post(), clock.instant());
        record("open311.issue-key", issued.key());
        return Response.status(Response.Status.CREATED)
                .entity(KeyView.of(issued.key(), issued.text()))
                .build();
    }

    @Operation(summary = "Revoke the key of an Open311 client")
    @POST
    @Path("{id}/revoke")
    @Transactional
    public KeyView revoke(UUID id) {
        var key = keys.find(id).orElseThrow(() -> Problem.notFound("The key"));
        if (key.revokedAt == null) {
            key.revokedAt = clock.instant();
            record("open311.revoke-key", key);
        }
        return KeyView.of(key, null);
    }

    private void record(String what, ApiKey key) {
        audit.record(caller.post(), caller.role(), caller.id(), what, "/api/cases/ops/api-keys/" + key.id, key.client);
    }
}
