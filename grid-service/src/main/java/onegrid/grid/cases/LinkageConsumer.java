package onegrid.grid.cases;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import onegrid.kit.inbox.Heard;
import onegrid.kit.inbox.Inbox;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears what the brain decided about a case, and when a linkage went a level up. */
@ApplicationScoped
class LinkageConsumer {
    private final Inbox inbox;
    private final GridCases cases;
    private final Clock clock;

    LinkageConsumer(Inbox inbox, GridCases cases, Clock clock) {
        this.inbox = inbox;
        this.cases = cases;
        this.clock = clock;
    }

    private record Decided(UUID caseId, Scale scale, Level level, String rule, String sentence, UUID linkageId) {}

    private record Escalated(UUID caseId, Level level, String reason) {}

    @Incoming("linkages")
    @Blocking
    void on(String message) {
        inbox.hear(message, this::handle);
    }

    private void handle(Heard heard) {
        switch (heard.type()) {
            case "brain.case.decided.v1" -> decided(heard.as(Decided.class));
            case "brain.linkage.escalated.v1" -> escalated(heard.as(Escalated.class));
            default -> {} // other steps of a linkage change nothing of the case
        }
    }

    private void decided(Decided d) {
        var gridCase = of(d.caseId);
        gridCase.decided(d.scale, d.level, d.rule, d.sentence, d.linkageId, clock.instant());
        cases.keep(gridCase);
    }

    private void escalated(Escalated e) {
        var gridCase = of(e.caseId);
        if (gridCase.raise(e.level, e.reason, clock.instant())) {
            cases.keep(gridCase);
        }
    }

    private GridCase of(UUID id) {
        return cases.changeAny(id).orElseThrow(() -> new IllegalArgumentException("no case " + id));
    }
}
