package onegrid.acceptance;

import java.util.List;
import java.util.Map;

/** `./onegrid bench [creates|linkage|locate]`: each figure with the machine's own limit, measured in the same run. */
public final class Bench {
    private interface Figure {
        void measure(District district) throws Exception;
    }

    private static final Map<String, Figure> FIGURES =
            Map.of("creates", CreateBench::measure, "linkage", LinkageBench::measure, "locate", LocateBench::measure);

    private Bench() {}

    public static void main(String... words) throws Exception {
        var chosen = words.length > 0 ? List.of(words) : List.of("locate", "creates", "linkage");
        for (var name : chosen) {
            if (!FIGURES.containsKey(name)) {
                System.err.println("Unknown figure " + name + "; there are " + FIGURES.keySet());
                System.exit(2);
            }
        }
        var district = District.running();
        System.out.printf(
                "OneGrid bench on %d cores, Java %s, stack resident %.2f GiB%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                district.stack().residentBytes() / (double) (1 << 30));
        for (var name : chosen) {
            FIGURES.get(name).measure(district);
        }
        System.exit(0);
    }
}
