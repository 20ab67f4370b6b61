package onegrid.grid.opendata;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How open data is published. */
@ConfigMapping(prefix = "onegrid.open-data")
interface OpenDataSettings {
    /** Each release can be compared with the one before; the fewer there are, the less two of them tell. */
    @WithDefault("24h")
    Duration renewEvery();

    /** What clients outside call us, such as {@code https://grid.example.cn}; else as they called us. */
    Optional<String> address();

    @WithDefault("开封市祥符区综合治理中心（示例）")
    String publisher();

    @WithDefault("Governance Centre of Xiangfu District, Kaifeng (sample)")
    String englishPublisher();

    /** CC BY 4.0: use it for anything, say where it comes from. */
    @WithDefault("https://creativecommons.org/licenses/by/4.0/")
    String licence();

    @WithDefault("CC BY 4.0")
    String licenceName();
}
