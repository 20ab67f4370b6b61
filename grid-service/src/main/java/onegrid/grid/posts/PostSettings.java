package onegrid.grid.posts;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a grid may be without anybody who acts as its head. */
@ConfigMapping(prefix = "onegrid.posts")
interface PostSettings {
    /** Clock time, not office time: a grid without a head is without one on Sundays too. */
    @WithDefault("3D")
    Duration vacantAfter();

    /** A stand-in for longer would be a head by another name. */
    @WithDefault("90D")
    Duration longestStandIn();
}
