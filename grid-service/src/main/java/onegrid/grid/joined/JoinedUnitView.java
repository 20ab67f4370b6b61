package onegrid.grid.joined;

import java.time.LocalDate;
import java.util.UUID;
import onegrid.grid.dispatch.Unit;
import onegrid.grid.grids.Grid;

/**
 * A district unit at a grid, as everybody may see it.
 *
 * @param task what it does there, in words; may be null
 * @param until the first day without it; null: it goes on
 */
public record JoinedUnitView(
        UUID id,
        String gridCode,
        String gridName,
        String unit,
        String unitName,
        String task,
        LocalDate since,
        LocalDate until,
        String leftWhy) {

    static JoinedUnitView of(JoinedUnit joined, Grid grid) {
        return new JoinedUnitView(
                joined.id,
                joined.gridCode,
                grid.name(),
                joined.unit,
                Unit.title(joined.unit),
                joined.task,
                joined.since,
                joined.until,
                joined.leftWhy);
    }
}
