package onegrid.acceptance;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * From the filed row in grid-service to the last of the four directives in its service, both by the clock of
 * PostgreSQL in the transaction that writes them (the machine has one clock), at a steady rate of big cases.
 */
final class LinkageBench {
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final Map<String, String> SERVICES =
            Map.of("grid", "grid", "party", "party", "property", "property", "newsector", "new-sector");

    private LinkageBench() {}

    static void measure(District district) throws Exception {
        System.out.println("\nFiled → the last of four directives stored in its service");
        warmUp(district);
        for (var rate : new int[] {10, 100}) {
            var filed = send(district, rate);
            var took = awaitDirectives(district, filed);
            var result = Load.of(took, TIME.toSeconds(), filed.size() - took.length);
            System.out.printf(
                    "  %3d big cases/s asked, %5.1f/s filed   p50 %7.1f ms   p99 %7.1f ms   complete %d of %d%n",
                    rate,
                    filed.size() / (double) TIME.toSeconds(),
                    result.p50(),
                    result.p99(),
                    took.length,
                    filed.size());
        }
    }

    /** A calm rate, and nothing of it left over: a backlog would be counted against the first figure. */
    private static void warmUp(District district) throws Exception {
        awaitDirectives(district, send(district, 5));
    }

    private static String report(District district) {
        return district.asHotline()
                .post(
                        "/api/cases",
                        Map.of(
                                "text",
                                "水管爆了，半条街都没水",
                                "matterCode",
                                "0402",
                                "point",
                                Map.of("longitude", 114.432812, "latitude", 34.774166),
                                "peopleAffected",
                                300))
                .ok()
                .at("/id");
    }

    private static List<String> send(District district, int rate) throws InterruptedException {
        var ids = new ConcurrentLinkedQueue<String>();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor();
                var pace = Executors.newSingleThreadScheduledExecutor()) {
            pace.scheduleAtFixedRate(
                    () -> senders.submit(() -> ids.add(report(district))), 0, 1_000_000 / rate, TimeUnit.MICROSECONDS);
            Thread.sleep(TIME);
            pace.shutdown();
        }
        return List.copyOf(ids);
    }

    private static long[] awaitDirectives(District district, List<String> ids) throws Exception {
        var patience = Instant.now().plusSeconds(120);
        var last = lastDirectives(district, ids);
        while (last.size() < ids.size() && Instant.now().isBefore(patience)) {
            Thread.sleep(500);
            last = lastDirectives(district, ids);
        }
        var filed = times(
                district,
                "grid",
                "select event_key, created_at from outbox where type = 'grid.case.filed.v1' and event_key = any(?)",
                ids);
        return last.entrySet().stream()
                .mapToLong(entry -> Duration.between(filed.get(entry.getKey()), entry.getValue())
                        .toNanos())
                .toArray();
    }

    /** Case → when the last of its four directives was stored; only cases that have all four. */
    private static Map<String, Instant> lastDirectives(District district, List<String> ids) throws SQLException {
        var count = new HashMap<String, Integer>();
        var last = new HashMap<String, Instant>();
        for (var service : SERVICES.entrySet()) {
            times(
                            district,
                            service.getKey(),
                            "select event_key, created_at from outbox where type = '" + service.getValue()
                                    + ".directive.received.v1' and event_key = any(?)",
                            ids)
                    .forEach((id, at) -> {
                        count.merge(id, 1, Integer::sum);
                        last.merge(id, at, (a, b) -> a.isAfter(b) ? a : b);
                    });
        }
        last.keySet().removeIf(id -> count.get(id) < SERVICES.size());
        return last;
    }

    private static Map<String, Instant> times(District district, String database, String sql, List<String> ids)
            throws SQLException {
        try (var connection = district.stack().postgres().connect(database);
                var query = connection.prepareStatement(sql)) {
            query.setArray(1, connection.createArrayOf("text", ids.toArray()));
            var rows = query.executeQuery();
            var times = new HashMap<String, Instant>();
            while (rows.next()) {
                times.put(rows.getString(1), rows.getTimestamp(2).toInstant());
            }
            return times;
        }
    }
}
