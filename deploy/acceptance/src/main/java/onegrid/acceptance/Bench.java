package onegrid.acceptance;

import java.util.List;
import java.util.Map;

/** `./onegrid bench [creates|linkage|locate|cases]`: each figure with the machine's own limit, measured in the same run. */
public final class Bench {
    private interface Figure {
        void measure(District district) throws Exception;
    }

    private static final Map<String, Figure> FIGURES =
            Map.of("creates", CreateBench::measure, "linkage", LinkageBench::measure, "locate", LocateBench::measure);
    /** Begins and ends a stack of its own, beside the one that runs or without one. */
    private static final String CASES = "cases";

    private Bench() {}

    public static void main(String... words) throws Exception {
        var chosen = words.length > 0 ? List.of(words) : List.of("locate", "creates", "linkage", CASES);
        for (var name : chosen) {
            if (!FIGURES.containsKey(name) && !name.equals(CASES)) {
                System.err.println("Unknown figure " + name + "; there are " + FIGURES.keySet() + " and " + CASES);
                System.exit(2);
            }
        }
        System.out.printf(
                "OneGrid bench on %d cores, Java %s%n",
                Runtime.getRuntime().availableProcessors(), System.getProperty("java.version"));
        var running = chosen.stream().filter(FIGURES::containsKey).toList();
        if (!running.isEmpty()) {
            var district = District.running();
            System.out.printf("stack resident %.2f GiB%n", district.stack().residentBytes() / (double) (1 << 30));
            for (var name : running) {
                FIGURES.get(name).measure(district);
            }
        }
        if (chosen.contains(CASES)) {
            CaseBench.measure();
        }
        System.exit(0);
    }
}
