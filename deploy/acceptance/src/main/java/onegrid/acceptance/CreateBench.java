package onegrid.acceptance;

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;

/**
 * Durable creates through the gateway (token check, grid lookup, case, history and outbox rows), beside the same rows
 * written by a plain SQL client on the same PostgreSQL. The ratio is the figure.
 */
final class CreateBench {
    private static final Duration WARM_UP = Duration.ofSeconds(6);
    private static final Duration TIME = Duration.ofSeconds(10);

    private CreateBench() {}

    static void measure(District district) throws Exception {
        System.out.println("\nDurable creates: POST /api/cases through the gateway | the same rows by plain SQL");
        var api = district.asHotline();
        // Small, so that what is measured is the create and not the four services behind a big one.
        var report = Map.of(
                "text",
                "楼下垃圾桶满了三天没人拉，苍蝇乱飞",
                "matterCode",
                "0101",
                "point",
                Map.of("longitude", 114.432812, "latitude", 34.774166),
                "peopleAffected",
                5);
        Load.run(32, WARM_UP, connection -> api.post("/api/cases", report).ok());
        var template =
                PlainSql.likeCase(district, api.post("/api/cases", report).ok().at("/id"));
        System.out.println("  rows of one create: " + template.rows());
        for (var connections : new int[] {1, 32, 128}) {
            var ours = Load.run(connections, TIME, connection -> api.post("/api/cases", report)
                    .ok());
            var plain = plain(district, template, connections);
            System.out.printf(
                    "  %3d connections   gateway %s%n                    plain   %s   ratio %.2f%n",
                    connections, ours, plain, ours.perSecond() / plain.perSecond());
        }
        template.drop();
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
