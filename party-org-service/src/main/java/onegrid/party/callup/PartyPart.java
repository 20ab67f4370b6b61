package onegrid.party.callup;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import onegrid.kit.directive.Directive;
import onegrid.kit.directive.DirectivePart;
import onegrid.party.callup.CallUps.UnitPart;

/** For a directive, party-org-service calls up the units and members that have reported in to the community. */
@ApplicationScoped
class PartyPart implements DirectivePart {
    private final CallUps callUps;

    PartyPart(CallUps callUps) {
        this.callUps = callUps;
    }

    record Detail(String communityCode, String communityName, List<UnitPart> units, int calledUp, int answered) {}

    @Override
    public void received(Directive directive) {
        callUps.callUp(directive);
    }

    /** Who could not come at the first hour may be free at this one. */
    @Override
    public void receivedAgain(Directive directive) {
        callUps.callUp(directive);
    }

    @Override
    public Detail detail(Directive directive) {
        var units = callUps.of(directive.id);
        return new Detail(
                CallUps.communityOf(directive),
                directive.communityName,
                units,
                units.stream().mapToInt(UnitPart::calledUp).sum(),
                units.stream().mapToInt(UnitPart::answered).sum());
    }
}
