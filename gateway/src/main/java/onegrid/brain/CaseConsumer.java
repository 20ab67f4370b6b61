package onegrid.brain;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.UUID;
import onegrid.brain.linkage.Linkages;
import onegrid.brain.policy.CaseDecided;
import onegrid.brain.policy.Decisions;
import onegrid.brain.policy.Scale;
import onegrid.brain.situation.CaseState;
import onegrid.brain.situation.KnownCases;
import onegrid.brain.stream.Stream;
import onegrid.kit.inbox.Heard;
import onegrid.kit.inbox.Inbox;
import onegrid.kit.outbox.Outbox;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears {@code onegrid.cases}: keeps each case's newest state, decides what is filed, marked big, reopened,
 * given another matter or unmerged, opens the linkage of a big one, and lets a running linkage follow its case. One
 * event, one transaction.
 */
@ApplicationScoped
class CaseConsumer {
    private final Inbox inbox;
    private final KnownCases cases;
    private final Decisions decisions;
    private final Linkages linkages;
    private final Outbox outbox;
    private final Stream stream;
    private final String district;

    CaseConsumer(
            Inbox inbox,
            KnownCases cases,
            Decisions decisions,
            Linkages linkages,
            Outbox outbox,
            Stream stream,
            @ConfigProperty(name = "onegrid.district") String district) {
        this.inbox = inbox;
        this.cases = cases;
        this.decisions = decisions;
        this.linkages = linkages;
        this.outbox = outbox;
        this.stream = stream;
        this.district = district;
    }

    @Incoming("cases")
    @Blocking
    void on(String message) {
        inbox.hear(message, this::handle);
    }

    private void handle(Heard heard) {
        if (!heard.type().startsWith("grid.case.")) {
            return;
        }
        var state = heard.as(CaseState.class).in(district);
        if (cases.keep(state)) {
            linkages.follow(state);
            tellPages(state);
        }
        switch (heard.type()) {
            case "grid.case.filed.v1" -> decide(state, "filed");
            case "grid.case.marked-big.v1" -> decide(state, "marked-big:" + state.version());
            case "grid.case.reclassified.v1" -> decide(state, "reclassified:" + state.version());
            case "grid.case.unmerged.v1" -> decide(state, "unmerged:" + state.version());
            case "grid.case.reopened.v1" -> decide(state, "reopened:" + state.version());
            default -> {} // the rest only moves a case that is decided already
        }
    }

    private void decide(CaseState state, String cause) {
        decisions.decide(state, cause).ifPresent(decision -> {
            if (decision.scale == Scale.BIG) {
                decision.opened(linkages.forBigCase(state, decision));
            } else {
                linkages.forSmallCase(state, decision);
            }
            outbox.append(CaseDecided.of(decision));
            stream.tell(
                    "decision",
                    state.caseId(),
                    state.gridCode(),
                    units(state),
                    decision.scale == Scale.BIG,
                    new DecisionNote(
                            decision.id,
                            state.caseId(),
                            state.number(),
                            state.gridCode(),
                            decision.scale.name(),
                            decision.rule,
                            decision.sentence));
        });
    }

    private void tellPages(CaseState state) {
        stream.tell(
                "case",
                state.caseId(),
                state.gridCode(),
                units(state),
                "BIG".equals(state.scale()),
                new CaseNote(
                        state.caseId(),
                        state.number(),
                        state.gridCode(),
                        state.status(),
                        state.scale(),
                        state.matterName(),
                        state.severity()));
    }

    private static ArrayList<String> units(CaseState state) {
        var units = new ArrayList<>(state.coUnits());
        if (state.leadUnit() != null) {
            units.add(state.leadUnit());
        }
        return units;
    }

    /** What the pages are told of a case. */
    record CaseNote(
            UUID id, String number, String gridCode, String status, String scale, String matterName, int severity) {}

    /** What the pages are told of a decision. */
    record DecisionNote(
            UUID id, UUID caseId, String number, String gridCode, String scale, String rule, String sentence) {}
}
