package onegrid.brain.stream;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.sql.SQLException;
import java.time.Duration;
import onegrid.brain.situation.Sight;
import onegrid.kit.problem.Problem;
import onegrid.kit.scope.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** What changes in the caller's scope, as it changes. */
@Path("/api/brain/stream")
@RolesAllowed({
    "grid-head",
    "building-head",
    "community",
    "street",
    "centre",
    "supervisor",
    "unit",
    "property",
    "party",
    "new-sector"
})
class StreamResource {
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    /** The page comes back by itself with its present rights; so a right that was taken away ends here at the latest. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private static final int REPLAYED = 1000;
    /** A page that reads slower than this is cut off; it comes back and continues after its last event. */
    private static final int WAITING = 2000;

    private final StreamFeed feed;
    private final StreamRows rows;
    private final Caller caller;

    StreamResource(StreamFeed feed, StreamRows rows, Caller caller) {
        this.feed = feed;
        this.rows = rows;
        this.caller = caller;
    }

    @Operation(summary = "Follow cases, linkages and decisions as they change (server-sent events)")
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    @Blocking
    public Multi<OutboundSseEvent> stream(@HeaderParam("Last-Event-ID") String lastEventId, @Context Sse sse) {
        var sight = Sight.of(caller);
        var after = after(lastEventId);
        var changes = Multi.createFrom()
                .<StreamRow>emitter(page -> connect(page, sight, after), BackPressureStrategy.ERROR)
                .onOverflow()
                .buffer(WAITING)
                .map(row -> event(sse, row));
        var heartbeat = Multi.createFrom()
                .ticks()
                .startingAfter(Duration.ofMillis(1))
                .every(HEARTBEAT)
                .onOverflow()
                .drop()
                .map(tick -> sse.newEventBuilder().comment("·").build());
        return Multi.createBy().merging().streams(heartbeat, changes).select().first(LONGEST);
    }

    private static OutboundSseEvent event(Sse sse, StreamRow row) {
        return sse.newEventBuilder()
                .id(Long.toString(row.id()))
                .name(row.kind())
                .mediaType(MediaType.TEXT_PLAIN_TYPE)
                .data(row.data())
                .build();
    }

    /** Live first, then what was missed, so that nothing falls between; the same event twice does no harm. */
    private void connect(MultiEmitter<? super StreamRow> page, Sight sight, Long after) {
        try {
            page.onTermination(feed.connect(row -> {
                if (row.seenBy(sight)) {
                    page.emit(row);
                }
            }));
            if (after != null) {
                rows.after(after, REPLAYED).stream()
                        .filter(row -> row.seenBy(sight))
                        .forEach(page::emit);
            }
        } catch (SQLException e) {
            page.fail(e);
        }
    }

    private static Long after(String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) {
            return null;
        }
        try {
            return Long.parseLong(lastEventId.strip());
        } catch (NumberFormatException e) {
            throw Problem.invalid("Last-Event-ID", "is not an id that this stream has given");
        }
    }
}
