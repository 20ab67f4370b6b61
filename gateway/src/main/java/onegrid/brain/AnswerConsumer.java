package onegrid.brain;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import onegrid.brain.linkage.Answers;
import onegrid.brain.situation.KnownGrids;
import onegrid.brain.situation.KnownGrids.KnownGrid;
import onegrid.kit.inbox.Heard;
import onegrid.kit.inbox.Inbox;
import onegrid.kit.places.KnownPast;
import onegrid.kit.places.RetiredGrid;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears the topics of the four services: their answers to directives, and from grid-service the grids. */
@ApplicationScoped
class AnswerConsumer {
    private final Inbox inbox;
    private final Answers answers;
    private final KnownGrids grids;
    private final KnownPast past;

    AnswerConsumer(Inbox inbox, Answers answers, KnownGrids grids, KnownPast past) {
        this.inbox = inbox;
        this.answers = answers;
        this.grids = grids;
        this.past = past;
    }

    @Incoming("grids")
    @Blocking
    void onGrids(String message) {
        inbox.hear(message, this::gridOrAnswer);
    }

    @Incoming("party")
    @Blocking
    void onParty(String message) {
        inbox.hear(message, answers::hear);
    }

    @Incoming("property")
    @Blocking
    void onProperty(String message) {
        inbox.hear(message, answers::hear);
    }

    @Incoming("new-sector")
    @Blocking
    void onNewSector(String message) {
        inbox.hear(message, answers::hear);
    }

    private void gridOrAnswer(Heard heard) {
        if (heard.type().equals("grid.grid.published.v1")) {
            grids.keep(heard.as(KnownGrid.class));
        } else if (heard.type().equals("grid.grid.retired.v1")) {
            var retired = heard.as(RetiredGrid.class);
            grids.retire(retired);
            past.retire(retired);
        } else {
            answers.hear(heard);
        }
    }
}
