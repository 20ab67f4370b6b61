package onegrid.gateway.hooks;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import onegrid.gateway.hooks.DeliveryView.State;
import onegrid.kit.command.Command;
import onegrid.kit.paging.Page;
import onegrid.kit.paging.Paging;
import onegrid.kit.problem.Problem;
import onegrid.kit.scope.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Deliveries of a subscription: what arrived, what did not and why; once more, from a time on, and on trial. */
@Path("/api/hooks/subscriptions/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({"district-system", "unit", "property", "community", "street", "centre", "supervisor", "system-admin"})
class DeliveryResource {
    private final Subscriptions subscriptions;
    private final DeliveryLog log;
    private final Deliveries deliveries;
    private final Replay replay;
    private final TestEvents tests;
    private final Courier courier;
    private final Caller caller;

    DeliveryResource(
            Subscriptions subscriptions,
            DeliveryLog log,
            Deliveries deliveries,
            Replay replay,
            TestEvents tests,
            Courier courier,
            Caller caller) {
        this.subscriptions = subscriptions;
        this.log = log;
        this.deliveries = deliveries;
        this.replay = replay;
        this.tests = tests;
        this.courier = courier;
        this.caller = caller;
    }

    /**
     * @param from the time at which the first events happened
     * @param to before which the last ones happened; now where it is left out
     * @param eventTypes narrower than the subscription's; all of it where it is left out
     */
    public record ReplayWish(
            @NotNull OffsetDateTime from,
            OffsetDateTime to,
            @Size(max = 60) List<@NotBlank @Size(max = 100) String> eventTypes) {}

    @GET
    @Path("deliveries")
    @Operation(
            summary =
                    "Lists deliveries, newest first, each with its attempts: time, status, duration, and why it failed")
    @Transactional
    public Page<DeliveryView> list(
            UUID id,
            @QueryParam("state") String state,
            @QueryParam("case") String aCase,
            @BeanParam @Valid Paging paging) {
        var subscription = subscriptions.see(caller, id);
        var before = paging.from(Long.MAX_VALUE, parts -> Long.parseLong(parts.getFirst()));
        var filter = new DeliveryLog.Filter(parse(state), aCase == null || aCase.isBlank() ? null : aCase.strip());
        var rows = log.page(subscription.id, filter, before, paging.fetch());
        return Page.of(rows, paging.limit, DeliveryLog.Row::view, row -> Paging.cursor(row.position()));
    }

    private static State parse(String state) {
        if (state == null || state.isBlank()) {
            return null;
        }
        return Arrays.stream(State.values())
                .filter(known -> known.name().equalsIgnoreCase(state))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("state", "is one of WAITING, HELD, DELIVERED, FAILED"));
    }

    @GET
    @Path("deliveries/{delivery}")
    @Operation(summary = "Reads one delivery with its attempts")
    @Transactional
    public DeliveryView read(UUID id, UUID delivery) {
        return find(subscriptions.see(caller, id), delivery);
    }

    @POST
    @Path("deliveries/{delivery}/retry")
    @Operation(summary = "Tries a delivery now: one that waits for its next attempt, or one that was given up")
    @Transactional
    @Command("hook.retry")
    public DeliveryView retry(UUID id, UUID delivery) {
        var subscription = subscriptions.change(caller, id);
        var found = find(subscription, delivery);
        if (found.allowed().isEmpty()) {
            throw new Problem(
                            409,
                            "illegal-transition",
                            found.state() == State.HELD
                                    ? "An earlier event of the same case has not arrived yet: retry that one"
                                    : "This was delivered; a replay sends it again")
                    .with("allowed", found.allowed());
        }
        deliveries.again(delivery);
        courier.knockAfterCommit();
        return find(subscription, delivery);
    }

    @POST
    @Path("replay")
    @Operation(summary = "Sends again what happened from a time on, in order per case, under the ids the events had")
    @Transactional
    @Command("hook.replay")
    @APIResponse(
            responseCode = "202",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = Replay.Replayed.class)))
    public Response replay(UUID id, @Valid @NotNull ReplayWish wish) {
        var subscription = subscriptions.change(caller, id);
        subscription.only("replay", Subscription.State.ACTIVE, Subscription.State.PAUSED);
        var replayed = replay.from(subscription, wish.from, wish.to, wish.eventTypes);
        courier.knockAfterCommit();
        return Response.accepted(replayed).build();
    }

    @POST
    @Path("test")
    @Operation(
            summary = "Sends a test event (gateway.hook.ping.v1) to the receiver; its delivery tells what came of it")
    @Transactional
    @Command("hook.test")
    @APIResponse(
            responseCode = "202",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DeliveryView.class)))
    public Response test(UUID id) {
        var subscription = subscriptions.change(caller, id);
        subscription.only("test", Subscription.State.ACTIVE);
        var delivery = tests.send(subscription);
        courier.knockAfterCommit();
        return Response.accepted(find(subscription, delivery)).build();
    }

    private DeliveryView find(Subscription subscription, UUID delivery) {
        return log.find(subscription.id, delivery).orElseThrow(() -> Problem.notFound("The delivery"));
    }
}
