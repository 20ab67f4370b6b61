package onegrid.grid.grids;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** Where a district takes its grids from, and what it expects to find. */
@ConfigMapping(prefix = "onegrid.grids")
interface GridSettings {
    /**
     * A folder with grids.csv, grids.geojson, district.geojson, divisions.csv and offices.csv of one's own district;
     * without it the bundled sample district is taken.
     */
    Optional<Path> folder();

    Expected expected();

    /** Numbers that an import must find; the defaults are those of the source text. */
    interface Expected {
        @WithDefault("9")
        int communities();

        @WithDefault("118")
        int compounds();

        @WithDefault("546")
        int areas();

        @WithDefault("540")
        int buildings();

        @WithDefault("36")
        int scattered();
    }
}
