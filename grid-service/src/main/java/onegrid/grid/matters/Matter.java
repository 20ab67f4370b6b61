package onegrid.grid.matters;

import java.util.List;
import onegrid.grid.clock.Limit;
import onegrid.grid.clock.LimitProfile;
import onegrid.grid.dispatch.Unit;

/**
 * A type of matter of the public catalogue (事项清单): what the grid may handle, who leads, who helps, how long it may
 * take.
 *
 * @param code class of two digits and type of two digits (GB/T 30428.2 below 50, our social classes from 51)
 * @param platform GOVERNANCE, ENFORCEMENT or SERVICE
 * @param severity 1 (worst) to 4
 * @param limit its own, or its profile's
 * @param gridHandles in the grid's own list
 * @param services who is asked when it becomes big: grid, party-org, property, new-sector
 */
public record Matter(
        String code,
        String className,
        String name,
        String platform,
        int severity,
        LimitProfile limitProfile,
        Limit limit,
        boolean gridHandles,
        boolean needsEnforcement,
        String leadUnit,
        List<String> coUnits,
        List<String> services,
        List<String> keywords) {

    /** Parts and events of the city (classes 01–06) can be photographed; a result needs a picture (C10). */
    public boolean isPartOrEvent() {
        return code.startsWith("0");
    }

    /** What fits none of the others. */
    public boolean isOther() {
        return className.equals("其他");
    }

    /** C8, Beijing 接诉即办 Art. 17: a community is not given what is outside its list. */
    public boolean communityMayLead() {
        return gridHandles || leadUnit.equals(Unit.COMMUNITY.code()) || coUnits.contains(Unit.COMMUNITY.code());
    }
}
