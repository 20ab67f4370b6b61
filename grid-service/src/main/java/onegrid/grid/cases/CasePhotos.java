package onegrid.grid.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import onegrid.grid.photos.PhotoAccess;
import onegrid.grid.tracking.TrackingToken;
import onegrid.kit.scope.Caller;

/** Who may see a case may see its photos, and those of the duplicates that are handled with it. */
@ApplicationScoped
class CasePhotos implements PhotoAccess {
    private final GridCases cases;
    private final Caller caller;

    CasePhotos(GridCases cases, Caller caller) {
        this.cases = cases;
        this.caller = caller;
    }

    @Override
    public boolean staffMaySee(UUID caseId) {
        var actor = Actor.of(caller);
        if (!actor.isStaff() || actor.is("party", "new-sector")) {
            return false;
        }
        return cases.isSeen(caseId, actor)
                || cases.masterOf(caseId).filter(id -> cases.isSeen(id, actor)).isPresent();
    }

    @Override
    public boolean reporterMaySee(UUID caseId, String number, String token) {
        return number != null
                && cases.track(number, false)
                        .filter(c -> c.id.equals(caseId))
                        .filter(c -> TrackingToken.fits(token, c.tokenHash))
                        .isPresent();
    }
}
