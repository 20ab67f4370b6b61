package onegrid.grid.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import onegrid.grid.dispatch.Unit;

/** Dispatch by the brain: a linkage names lead and co-units, and the case goes to them at once. */
@ApplicationScoped
public class CaseDispatch {
    private final GridCases cases;
    private final Clock clock;

    CaseDispatch(GridCases cases, Clock clock) {
        this.cases = cases;
        this.clock = clock;
    }

    /**
     * FILED → DISPATCHED; nothing where a person was quicker, or has corrected the matter since. Joins the transaction of
     * the directive.
     *
     * @param matterCode for which the brain chose these units
     * @throws IllegalArgumentException for a case or unit that does not exist: the message becomes a dead letter
     */
    @Transactional
    public void forLinkage(UUID caseId, String matterCode, String leadUnit, List<String> coUnits, String instruction) {
        var gridCase = cases.changeAny(caseId).orElseThrow(() -> new IllegalArgumentException("no case " + caseId));
        if (gridCase.status != CaseStatus.FILED || !gridCase.matter.code().equals(matterCode)) {
            return;
        }
        var lead = unit(leadUnit);
        if (Complaint.concerns(gridCase.complainedOf, lead.code())) {
            return; // the desk above it chooses another
        }
        var helpers = coUnits == null
                ? List.<Unit>of()
                : coUnits.stream()
                        .map(CaseDispatch::unit)
                        .filter(unit -> unit != lead && !Complaint.concerns(gridCase.complainedOf, unit.code()))
                        .distinct()
                        .toList();
        gridCase.dispatch(lead, helpers, Actor.brain(), instruction, clock.instant());
        cases.keep(gridCase);
    }

    private static Unit unit(String code) {
        return Unit.find(code).orElseThrow(() -> new IllegalArgumentException("no unit " + code));
    }
}
