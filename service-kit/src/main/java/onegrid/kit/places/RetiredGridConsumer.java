package onegrid.kit.places;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import onegrid.kit.inbox.Heard;
import onegrid.kit.inbox.Inbox;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears on {@code onegrid.grids} which codes belong to the past. Public for the build, as DirectiveConsumer is. */
@ApplicationScoped
public class RetiredGridConsumer {
    private final Inbox inbox;
    private final KnownPast past;

    RetiredGridConsumer(Inbox inbox, KnownPast past) {
        this.inbox = inbox;
        this.past = past;
    }

    @Incoming("retired-grids")
    @Blocking
    public void on(String message) {
        inbox.hear(message, this::handle);
    }

    private void handle(Heard heard) {
        if (heard.type().equals("grid.grid.retired.v1")) {
            past.retire(heard.as(RetiredGrid.class));
        }
    }
}
