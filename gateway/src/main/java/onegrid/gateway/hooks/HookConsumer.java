package onegrid.gateway.hooks;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import onegrid.brain.situation.KnownCases;
import onegrid.kit.inbox.Heard;
import onegrid.kit.inbox.Inbox;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears cases, linkages and grids as a reader of its own, writes the log and leaves a delivery for each subscription.
 * Nothing is sent from here: a receiver that hangs never holds up a topic.
 */
@ApplicationScoped
class HookConsumer {
    private final Inbox inbox;
    private final Fanout fanout;
    private final EventLog log;
    private final KnownCases cases;
    private final Deliveries deliveries;
    private final Courier courier;

    HookConsumer(Inbox inbox, Fanout fanout, EventLog log, KnownCases cases, Deliveries deliveries, Courier courier) {
        this.inbox = inbox;
        this.fanout = fanout;
        this.log = log;
        this.cases = cases;
        this.deliveries = deliveries;
        this.courier = courier;
    }

    /** What decides who may see a case. */
    record CaseNews(
            UUID caseId,
            String number,
            String status,
            String gridCode,
            String communityCode,
            String leadUnit,
            List<String> coUnits,
            UUID masterId,
            String complainedOf) {}

    record BrainNews(UUID caseId, String caseNumber) {}

    record GridNews(String code, String gridCode) {}

    @Incoming("hooks-cases")
    @Blocking
    void onCases(String message) {
        hear(message);
    }

    @Incoming("hooks-linkages")
    @Blocking
    void onLinkages(String message) {
        hear(message);
    }

    @Incoming("hooks-grids")
    @Blocking
    void onGrids(String message) {
        hear(message);
    }

    private void hear(String message) {
        var woken = new ArrayList<Runnable>();
        inbox.read(message, heard -> {
            woken.clear();
            logged(heard, message).ifPresent(event -> fanout.spread(event)
                    .forEach(subscription -> woken.add(() -> deliveries.wake(subscription, event.lane()))));
        });
        if (!woken.isEmpty()) {
            woken.forEach(Runnable::run);
            courier.knock();
        }
    }

    private Optional<LoggedEvent> logged(Heard heard, String message) {
        if (heard.type().startsWith("grid.case.")) {
            return Optional.of(ofCase(heard, message));
        }
        if (heard.type().startsWith("brain.case.") || heard.type().startsWith("brain.linkage.")) {
            return ofBrain(heard, message);
        }
        return heard.type().startsWith("grid.grid.") || heard.type().startsWith("grid.post.")
                ? Optional.of(ofPlace(heard, message))
                : Optional.empty();
    }

    private LoggedEvent ofCase(Heard heard, String message) {
        var news = heard.as(CaseNews.class);
        var place = news.gridCode != null
                ? news.gridCode
                : news.communityCode != null ? news.communityCode : log.district();
        return new LoggedEvent(
                heard.id(),
                heard.type(),
                heard.subject(),
                news.caseId,
                news.number,
                place,
                news.leadUnit,
                news.coUnits == null ? List.of() : news.coUnits,
                log.given(news.caseId, news.status, news.masterId != null),
                news.complainedOf,
                heard.time().toInstant(),
                message);
    }

    /** The brain told it in the transaction in which it knew the case, so the case is known here. */
    private Optional<LoggedEvent> ofBrain(Heard heard, String message) {
        var news = heard.as(BrainNews.class);
        return cases.place(news.caseId)
                .map(place -> new LoggedEvent(
                        heard.id(),
                        heard.type(),
                        heard.subject(),
                        news.caseId,
                        news.caseNumber,
                        place.gridCode(),
                        null,
                        List.of(),
                        false,
                        place.complainedOf(),
                        heard.time().toInstant(),
                        message));
    }

    private static LoggedEvent ofPlace(Heard heard, String message) {
        var news = heard.as(GridNews.class);
        return new LoggedEvent(
                heard.id(),
                heard.type(),
                heard.subject(),
                null,
                null,
                news.gridCode != null ? news.gridCode : news.code,
                null,
                List.of(),
                false,
                null,
                heard.time().toInstant(),
                message);
    }
}
