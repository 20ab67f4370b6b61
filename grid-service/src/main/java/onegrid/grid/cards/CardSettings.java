package onegrid.grid.cards;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** How a district names its levels: 驻马店 counts down, Kaifeng has counted up, so the label is not the level. */
@ConfigMapping(prefix = "onegrid.cards")
interface CardSettings {
    /** Six names, from the district down to the building. */
    @WithDefault("区,一级网格（街道）,二级网格（社区）,三级网格（小区）,四级网格（楼栋片区）,五级网格（楼栋）")
    List<String> levelNames();
}
