package onegrid.grid.grids;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import onegrid.kit.problem.Problem;

/** Where a point lies; WGS-84 degrees. All in memory, a few microseconds per question. */
@Singleton
public class GridLocator {
    private final Supplier<GridSet> grids;

    @Inject
    GridLocator(Grids grids) {
        this(grids::inForce);
    }

    private GridLocator(Supplier<GridSet> grids) {
        this.grids = grids;
    }

    /** Over the bundled sample district, without database and framework: for measurements. */
    public static GridLocator ofBundledDistrict() {
        var set =
                new GridSet(1, Map.of(), GridChecks.of(DistrictFiles.bundled()).rows(), Lineage.NONE);
        return new GridLocator(() -> set);
    }

    /**
     * The deepest grid with this point: the building, else its area, else the compound or scattered households. Empty
     * inside the district where no grids are drawn.
     *
     * @throws Problem 422 {@code outside-district}
     */
    public Optional<Grid> locate(double longitude, double latitude) {
        var set = grids.get();
        return orInside(set, set.points.grid(longitude, latitude), longitude, latitude);
    }

    /**
     * The community with this point.
     *
     * @throws Problem 422 {@code outside-district}
     */
    public Optional<Grid> community(double longitude, double latitude) {
        var set = grids.get();
        return orInside(set, set.points.community(longitude, latitude), longitude, latitude);
    }

    /** The outline is accurate to 100 m only: what a grid has is inside, wherever the outline runs. */
    private static Optional<Grid> orInside(GridSet set, Optional<Grid> found, double longitude, double latitude) {
        if (found.isEmpty() && !set.points.insideOutline(longitude, latitude)) {
            throw new Problem(
                            422,
                            "outside-district",
                            "The point lies outside " + set.tree.district().name())
                    .with("district", set.tree.district().code());
        }
        return found;
    }
}
