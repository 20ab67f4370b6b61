package onegrid.acceptance;

import java.util.Random;
import onegrid.grid.grids.GridLocator;
import onegrid.kit.problem.Problem;

/** Point → leaf grid in memory, over random points around the town; beside it an empty loop over the same points. */
final class LocateBench {
    private static final int POINTS = 200_000;

    private LocateBench() {}

    static void measure(District district) {
        System.out.println("\nPoint → grid in memory");
        var locator = GridLocator.ofBundledDistrict();
        var random = new Random(7);
        var points = new double[POINTS][];
        for (var i = 0; i < POINTS; i++) {
            points[i] = new double[] {114.41 + random.nextDouble() * 0.06, 34.73 + random.nextDouble() * 0.05};
        }
        var found = 0;
        var nanos = 0L;
        for (var round = 0; round < 5; round++) { // the first rounds warm up
            found = 0;
            var began = System.nanoTime();
            for (var point : points) {
                found += inGrid(locator, point) ? 1 : 0;
            }
            nanos = System.nanoTime() - began;
        }
        System.out.printf(
                "  %.0f ns per lookup on one core (%d points, %.0f %% of them in a grid)%n",
                nanos / (double) POINTS, POINTS, 100.0 * found / POINTS);
    }

    private static boolean inGrid(GridLocator locator, double[] point) {
        try {
            return locator.locate(point[0], point[1]).isPresent();
        } catch (Problem outside) {
            return false;
        }
    }
}
