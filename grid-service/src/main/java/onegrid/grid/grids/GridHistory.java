package onegrid.grid.grids;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import onegrid.kit.places.PlacesBefore;

/** An open case of a retired grid never loses its owner: the staff of the successor see it and act on it (G6). */
@ApplicationScoped
class GridHistory implements PlacesBefore {
    private final Grids grids;

    GridHistory(Grids grids) {
        this.grids = grids;
    }

    @Override
    public List<String> before(String prefix) {
        return grids.loaded() ? grids.before(prefix) : List.of();
    }
}
