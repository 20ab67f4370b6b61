package onegrid.gateway.clients;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import onegrid.kit.audit.Audit;
import onegrid.kit.command.Command;
import onegrid.kit.command.Versioned;
import onegrid.kit.paging.Page;
import onegrid.kit.problem.Problem;
import onegrid.kit.scope.Caller;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * Clients: made and given their rights by the system administrator; disabled, enabled and rotated by the security
 * administrator too; read by the auditor. Their secrets leave once, in the answer that makes them.
 */
@Path("/api/clients")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({"system-admin", "security-admin", "auditor"})
class ClientResource {
    private final Clients clients;
    private final KeycloakClients keycloak;
    private final Meter meter;
    private final Event<Registered> changed;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;
    private final String district;
    private final int usualOverlap;

    ClientResource(
            Clients clients,
            KeycloakClients keycloak,
            Meter meter,
            Event<Registered> changed,
            Audit audit,
            Caller caller,
            Clock clock,
            @ConfigProperty(name = "onegrid.district") String district,
            @ConfigProperty(name = "onegrid.clients.overlap-hours", defaultValue = "24") int usualOverlap) {
        this.clients = clients;
        this.keycloak = keycloak;
        this.meter = meter;
        this.changed = changed;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
        this.district = district;
        this.usualOverlap = usualOverlap;
    }

    /** @param overlapHours how long the present secret stays valid beside the new one; 0: it ends at once */
    record Rotate(@Min(0) @Max(720) Integer overlapHours) {}

    record Why(@NotBlank @Size(max = 500) String reason) {}

    @GET
    @Transactional
    @Operation(summary = "All district systems that may use the API, with limits, state and calls of today")
    public Page<ClientView> list() {
        return new Page<>(clients.all().stream().map(this::view).toList(), null);
    }

    @GET
    @Path("{clientId}")
    @Transactional
    @Operation(summary = "One district system with its rights, limits and valid secrets (never their text)")
    public ClientView read(String clientId) {
        return view(clients.get(clientId));
    }

    @POST
    @RolesAllowed("system-admin")
    @Transactional
    @Command("client.create")
    @Operation(summary = "Admit a district system: rights, limits, and its first secret, which is shown this once")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ClientView.class)))
    public Response create(@Valid @NotNull Rights rights) {
        rights.check(district);
        if (rights.clientId() == null) {
            throw Problem.invalid("clientId", "must not be left out");
        }
        var now = clock.instant();
        var client = Client.named(rights.clientId(), caller.id(), now);
        client.may(rights, now);
        clients.add(client);
        var issued = clients.issue(client.clientId, caller.id(), now);
        keycloak.keep(client);
        audited("client.rights", client, rights.words());
        return Response.created(URI.create("/api/clients/" + client.clientId))
                .entity(told(client, issued.text()))
                .build();
    }

    @POST
    @Path("{clientId}/change")
    @RolesAllowed("system-admin")
    @Transactional
    @Command("client.change")
    @Operation(summary = "Change rights and limits; tokens that say otherwise are refused from now on")
    public ClientView change(String clientId, @Valid @NotNull Rights rights, @HeaderParam("If-Match") String ifMatch) {
        rights.check(district);
        if (rights.clientId() != null && !rights.clientId().equals(clientId)) {
            throw Problem.invalid("clientId", "stays " + clientId);
        }
        var client = clients.locked(clientId);
        Versioned.check(ifMatch, client.version);
        client.may(rights, clock.instant());
        keycloak.keep(client);
        client.holdsFrom(clock.instant()); // a token fetched while Keycloak was told may say half of it
        clients.saved();
        audited("client.rights", client, rights.words());
        return told(client, null);
    }

    @POST
    @Path("{clientId}/rotate")
    @RolesAllowed({"system-admin", "security-admin"})
    @Transactional
    @Command("client.rotate")
    @Operation(summary = "A new secret; the present one stays valid beside it for the overlap, 24 hours unless said")
    public ClientView rotate(String clientId, @Valid Rotate request) {
        var client = clients.locked(clientId);
        var hours = request == null || request.overlapHours == null ? usualOverlap : request.overlapHours;
        var issued = clients.rotate(clientId, Duration.ofHours(hours), caller.id(), clock.instant());
        return view(client, issued.text());
    }

    @POST
    @Path("{clientId}/secrets/{secret}/revoke")
    @RolesAllowed({"system-admin", "security-admin"})
    @Transactional
    @Command("client.revoke-secret")
    @Operation(summary = "End one secret at once; the tokens it has fetched end within five minutes")
    public ClientView revoke(String clientId, UUID secret, @Valid @NotNull Why request) {
        var client = clients.locked(clientId);
        clients.secret(clientId, secret).endAt(clock.instant());
        clients.saved();
        audited("client.reason", client, request.reason.strip());
        return view(client);
    }

    @POST
    @Path("{clientId}/disable")
    @RolesAllowed({"system-admin", "security-admin"})
    @Transactional
    @Command("client.disable")
    @Operation(summary = "Shut a district system out at once, also with the tokens it holds")
    public ClientView disable(String clientId, @Valid @NotNull Why request) {
        var client = clients.locked(clientId);
        client.disable(request.reason.strip(), clock.instant());
        clients.saved();
        audited("client.reason", client, client.reason);
        return told(client, null);
    }

    @POST
    @Path("{clientId}/enable")
    @RolesAllowed({"system-admin", "security-admin"})
    @Transactional
    @Command("client.enable")
    @Operation(summary = "Let a disabled district system in again, with the secrets it had")
    public ClientView enable(String clientId, @Valid @NotNull Why request) {
        var client = clients.locked(clientId);
        client.enable(request.reason.strip(), clock.instant());
        clients.saved();
        audited("client.reason", client, client.reason);
        return told(client, null);
    }

    /** Beside the command's own row, which says who and when: what, in words. */
    private void audited(String what, Client client, String words) {
        audit.record(caller.post(), caller.role(), caller.id(), what, "/api/clients/" + client.clientId, words);
    }

    /** The door hears of it when all of this is committed. */
    private ClientView told(Client client, String secret) {
        changed.fire(client.registered());
        return view(client, secret);
    }

    private ClientView view(Client client) {
        return view(client, null);
    }

    private ClientView view(Client client, String secret) {
        return ClientView.of(
                client, clients.secrets(client.clientId), secret, meter.today(client.clientId), clock.instant());
    }
}
