package onegrid.acceptance;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Random;

/**
 * Durable creates through the gateway (token check, grid lookup, case, history and outbox rows), beside the same rows
 * written by a plain SQL client on the same PostgreSQL. The ratio is the figure.
 */
final class CreateBench {
    private static final Duration TIME = Duration.ofSeconds(10);
    /** The JVMs are warm when three times ten seconds have brought no better rate than before. */
    private static final int STEADY = 3;

    private static final int LONGEST_WARM_UP = 40;

    private CreateBench() {}

    static void measure(District district) throws Exception {
        System.out.println("\nDurable creates: POST /api/cases through the gateway | the same rows by plain SQL");
        var api = district.asHotline();
        var places = new Places(district, new Random());
        Load.Action create = connection -> create(api, places);
        warmUp(create);
        var template = PlainSql.likeCase(district, create(api, places).at("/id"));
        System.out.println("  rows of one create: " + template.rows());
        for (var connections : new int[] {1, 32, 128}) {
            var ours = Load.run(connections, TIME, create);
            var plain = plain(district, template, connections);
            System.out.printf(
                    "  %3d connections   gateway %s%n                    plain   %s   ratio %.2f%n",
                    connections, ours, plain, ours.perSecond() / plain.perSecond());
        }
        template.drop();
    }

    /** Small matters all over the district: what is measured is the create, not the four services behind a big one. */
    private static Api.Answer create(Api api, Places places) {
        return api.post(
                        "/api/cases",
                        Map.of(
                                "text",
                                "楼下垃圾桶满了三天没人拉，苍蝇乱飞",
                                "matterCode",
                                "0101",
                                "point",
                                places.anywhere(),
                                "peopleAffected",
                                5))
                .ok();
    }

    private static void warmUp(Load.Action create) throws InterruptedException {
        var best = 0.0;
        var bestAt = 0;
        for (var i = 0; i < LONGEST_WARM_UP && i - bestAt <= STEADY; i++) {
            var now = Load.run(32, TIME, create).perSecond();
            if (now > best) {
                best = now;
                bestAt = i;
            }
        }
        System.out.printf("  warm at %.0f /s after %d s%n", best, (bestAt + 1) * TIME.toSeconds());
    }

    private static Load.Result plain(District district, PlainSql template, int connections) throws Exception {
        var open = new ArrayList<Connection>();
        try {
            for (var i = 0; i < connections; i++) {
                open.add(district.stack().postgres().connect("grid"));
                open.getLast().setAutoCommit(false);
            }
            Load.run(connections, Duration.ofSeconds(2), connection -> template.write(open.get(connection)));
            return Load.run(connections, TIME, connection -> template.write(open.get(connection)));
        } finally {
            for (var connection : open) {
                connection.close();
            }
        }
    }
}
