package onegrid.gateway.hooks;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import onegrid.kit.command.Command;
import onegrid.kit.command.Versioned;
import onegrid.kit.paging.Page;
import onegrid.kit.paging.Paging;
import onegrid.kit.problem.Problem;
import onegrid.kit.scope.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Subscriptions of district systems, and what their owners and the operator do with them. */
@Path("/api/hooks/subscriptions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({"district-system", "unit", "property", "community", "street", "centre", "supervisor", "system-admin"})
class SubscriptionResource {
    private static final int LONGEST_CODE = 19;

    private final Subscriptions subscriptions;
    private final HookSecrets secrets;
    private final Health health;
    private final Targets targets;
    private final EventTypes types;
    private final HookSettings settings;
    private final Courier courier;
    private final Caller caller;
    private final Clock clock;

    SubscriptionResource(
            Subscriptions subscriptions,
            HookSecrets secrets,
            Health health,
            Targets targets,
            EventTypes types,
            HookSettings settings,
            Courier courier,
            Caller caller,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.secrets = secrets;
        this.health = health;
        this.targets = targets;
        this.types = types;
        this.settings = settings;
        this.courier = courier;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @param eventTypes types, or beginnings such as {@code grid.case.*}
     * @param gridCodes prefixes within the caller's scope; none: all of it
     * @param mode STRUCTURED where it is left out
     */
    public record Wish(
            @NotBlank @Size(min = 2, max = 100) String name,
            @NotBlank @Size(max = 2000) String url,
            @NotEmpty @Size(max = 60) List<@NotBlank @Size(max = 100) String> eventTypes,
            @Size(max = 50) List<@NotBlank String> gridCodes,
            Subscription.Mode mode) {
        List<String> places() {
            return gridCodes == null ? List.of() : gridCodes;
        }

        Subscription.Mode how() {
            return mode == null ? Subscription.Mode.STRUCTURED : mode;
        }
    }

    public record Reason(@Size(max = 500) String reason) {}

    private record From(Instant at, UUID id) {}

    @GET
    @Operation(summary = "Lists one's webhook subscriptions with what waits, what failed and how the receiver is")
    @Transactional
    public Page<SubscriptionView> list(@BeanParam @Valid Paging paging) {
        var from = paging.from(
                new From(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1)),
                parts -> new From(Instant.parse(parts.get(0)), UUID.fromString(parts.get(1))));
        var rows = subscriptions.page(caller, from.at, from.id, paging.fetch());
        var figures = health.of(rows.stream().map(s -> s.id).toList());
        return Page.of(rows, paging.limit, s -> view(s, figures, null), s -> Paging.cursor(s.createdAt, s.id));
    }

    @POST
    @Operation(summary = "Registers a webhook for event types within one's scope; the answer tells its secret, once")
    @Transactional
    @Command("hook.register")
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = SubscriptionView.class)))
    public Response register(@Valid @NotNull Wish wish) {
        if (!Audience.ROLES.contains(caller.role())) {
            throw Problem.forbidden(
                    "Your account acts as " + caller.role() + ": a system subscribes with an account of its own");
        }
        if (caller.scope().prefixes().isEmpty()) {
            throw Problem.forbidden(
                    "Your account has no part of the district (grid_scope): nothing could be delivered");
        }
        var subscription = Subscription.by(caller, clock.instant());
        if (subscription.audience().isUnit() && subscription.unit == null) {
            throw Problem.forbidden("Your account belongs to no unit: nothing could be delivered");
        }
        describe(subscription, wish);
        var secret = secrets.fresh();
        subscription.sign(secrets.seal(subscription.id, secret), clock.instant(), null);
        subscriptions.add(subscription);
        return Response.created(URI.create("/api/hooks/subscriptions/" + subscription.id))
                .entity(view(subscription, secret))
                .build();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Reads one subscription and how its receiver is")
    @Transactional
    public SubscriptionView read(UUID id) {
        return view(subscriptions.see(caller, id), null);
    }

    @PUT
    @Path("{id}")
    @Operation(
            summary = "Changes name, address, event types, places or form of a subscription; its scope stays as it was")
    @Transactional
    @Command("hook.change")
    public SubscriptionView change(UUID id, @Valid @NotNull Wish wish, @HeaderParam("If-Match") String ifMatch) {
        var subscription = toChange(id, ifMatch);
        describe(subscription, wish);
        return changed(subscription, null);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Ends a subscription; what waited for it is not delivered any more")
    @Transactional
    @Command("hook.delete")
    public void delete(UUID id, @HeaderParam("If-Match") String ifMatch) {
        subscriptions.delete(toChange(id, ifMatch));
    }

    @POST
    @Path("{id}/pause")
    @Operation(summary = "Stops delivering for a while; events gather meanwhile")
    @Transactional
    @Command("hook.pause")
    public SubscriptionView pause(UUID id, @Valid Reason request, @HeaderParam("If-Match") String ifMatch) {
        var subscription = toChange(id, ifMatch);
        subscription.pause(request == null ? null : request.reason);
        return changed(subscription, null);
    }

    @POST
    @Path("{id}/resume")
    @Operation(summary = "Goes on delivering: what has gathered in a pause first, in order")
    @Transactional
    @Command("hook.resume")
    public SubscriptionView resume(UUID id, @HeaderParam("If-Match") String ifMatch) {
        var subscription = toChange(id, ifMatch);
        subscription.resume();
        courier.knockAfterCommit();
        return changed(subscription, null);
    }

    @POST
    @Path("{id}/rotate-secret")
    @Operation(summary = "Makes a new secret, told once; the old one signs beside it for a day")
    @Transactional
    @Command("hook.rotate-secret")
    public SubscriptionView rotate(UUID id, @HeaderParam("If-Match") String ifMatch) {
        var subscription = toChange(id, ifMatch);
        var now = clock.instant();
        var secret = secrets.fresh();
        subscription.sign(secrets.seal(id, secret), now, now.plus(settings.oldSecretFor()));
        return changed(subscription, secret);
    }

    private Subscription toChange(UUID id, String ifMatch) {
        var subscription = subscriptions.change(caller, id);
        Versioned.check(ifMatch, subscription.version);
        return subscription;
    }

    private void describe(Subscription subscription, Wish wish) {
        var audience = subscription.audience();
        for (var at = 0; at < wish.eventTypes.size(); at++) {
            checkType(at, wish.eventTypes.get(at), audience);
        }
        var outside = wish.places().stream()
                .filter(code -> !code.matches("[0-9]{6," + LONGEST_CODE + "}"))
                .findFirst();
        if (outside.isPresent()) {
            throw Problem.invalid(
                    "gridCodes", "has " + outside.get() + ", which is no beginning of a grid code: 6 to 19 digits");
        }
        var foreign = audience.outside(wish.places());
        if (!foreign.isEmpty()) {
            throw Problem.invalid(
                    "gridCodes",
                    "has " + String.join(", ", foreign) + ", which lies outside the scope "
                            + String.join(", ", audience.scope()));
        }
        if (!wish.url.equals(subscription.url)) {
            judge(wish.url);
        }
        subscription.describe(wish.name.strip(), wish.url, wish.how(), wish.eventTypes, wish.places());
    }

    private void checkType(int at, String pattern, Audience audience) {
        var named = types.named(pattern);
        var field = "eventTypes[" + at + "]";
        if (named.isEmpty()) {
            throw Problem.invalid(
                    field, "is not a known type nor a beginning such as grid.case.*: see GET /api/hooks/event-types");
        }
        if (named.stream().noneMatch(type -> audience.hears(type.kind()))) {
            throw Problem.invalid(
                    field, "names events that a post of your role (" + audience.role() + ") does not get");
        }
    }

    private void judge(String url) {
        try {
            targets.judge(url);
        } catch (Targets.Refused refused) {
            throw Problem.invalid("url", refused.getMessage());
        }
    }

    private SubscriptionView changed(Subscription subscription, String secret) {
        subscriptions.changed();
        return view(subscription, secret);
    }

    private SubscriptionView view(Subscription subscription, String secret) {
        return view(subscription, health.of(List.of(subscription.id)), secret);
    }

    private SubscriptionView view(Subscription subscription, Map<UUID, Health.Figures> figures, String secret) {
        return SubscriptionView.of(subscription, figures.get(subscription.id), secret, clock.instant());
    }
}
