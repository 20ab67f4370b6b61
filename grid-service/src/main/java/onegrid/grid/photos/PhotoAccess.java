package onegrid.grid.photos;

import java.util.UUID;

/** Who may look at a photo is decided by who may look at its case. */
public interface PhotoAccess {
    /** True for staff in whose sight the case is. */
    boolean staffMaySee(UUID caseId);

    /** True when number and token are those of this case's reporter. */
    boolean reporterMaySee(UUID caseId, String number, String token);
}
