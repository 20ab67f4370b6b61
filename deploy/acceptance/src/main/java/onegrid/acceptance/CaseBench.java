package onegrid.acceptance;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What a desk and a reporter wait for, at 0 and at 1,000,000 cases of which 100,000 are open: lists, search, the
 * suggestion of duplicates; then the sweep. Beside the gateway's time that of a plain SQL client on the same rows.
 */
final class CaseBench {
    private static final Duration TIME = Duration.ofSeconds(6);
    private static final Duration WARM_UP = Duration.ofSeconds(3);

    private final District district;
    private final Random random = new Random(7);

    private CaseBench(District district) {
        this.district = district;
    }

    /** @param plain the query that a plain client sends for the same, or null where there is none of that kind */
    private record Figure(String name, Load.Action ask, String plain) {}

    static void measure() throws Exception {
        System.out.println(
                "\nLists, search and sweep at 0 and at 1,000,000 cases, in a stack of its own (some 25 minutes)");
        try (var stack = BenchStack.start()) {
            new CaseBench(stack.district()).run();
        }
    }

    private void run() throws Exception {
        warmUp();
        var empty = measure(false);
        var began = System.nanoTime();
        MillionCases.write(district);
        System.out.printf("  1,000,000 cases written in %.0f s%n", (System.nanoTime() - began) / 1e9);
        var full = measure(true);
        System.out.printf(
                "  %-44s %26s %26s %20s%n", "p50 / p95 / p99 in ms", "0 cases", "1,000,000", "plain SQL there");
        empty.forEach((name, at0) ->
                System.out.printf("  %-44s %s %s %s%n", name, at0.ours, full.get(name).ours, full.get(name).plain));
        SweepBench.measure(district);
    }

    private record Times(String ours, String plain) {
        static String of(Load.Result result) {
            var failed = result.failed() > 0 ? " failed " + result.failed() : "";
            return "%8.1f %8.1f %8.1f%s".formatted(result.p50(), result.p95(), result.p99(), failed);
        }
    }

    private Map<String, Times> measure(boolean full) throws Exception {
        var times = new LinkedHashMap<String, Times>();
        try (var connection = district.stack().postgres().connect("grid")) {
            for (var figure : figures(connection, full)) {
                Load.run(1, WARM_UP, figure.ask);
                var ours = Times.of(Load.run(1, TIME, figure.ask));
                times.put(figure.name, new Times(ours, full ? plain(connection, figure.plain) : ""));
            }
        }
        return times;
    }

    private static String plain(Connection connection, String sql) throws SQLException, InterruptedException {
        if (sql == null) {
            return "";
        }
        try (var query = connection.prepareStatement(sql)) {
            return Times.of(Load.run(1, Duration.ofSeconds(2), any -> {
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        rows.getString("number");
                    }
                }
            }));
        }
    }

    private List<Figure> figures(Connection connection, boolean full) throws SQLException {
        var open = "select * from grid_case where status in ('REPORTED', 'FILED', 'SELF_HANDLING', 'DISPATCHED',"
                + " 'RETURN_REQUESTED', 'ACCEPTED', 'IN_PROGRESS', 'SUSPENDED', 'FEEDBACK', 'VERIFYING') and place_code"
                + " like '%s%%' %s order by due_at, id limit 51";
        var numbers = numbers(connection);
        var places = new Places(district, random);
        var figures = new ArrayList<Figure>();
        figures.add(list("open cases of the district", "centre", "view=open", open.formatted("410212", "")));
        figures.add(list("open cases of a street", "street", "view=open", open.formatted("410212001", "")));
        figures.add(list("open cases of a community", "community-1", "view=open", open.formatted("410212001001", "")));
        figures.add(list(
                "open cases of a unit",
                "unit-water",
                "view=open",
                open.formatted("410212", "and lead_unit = 'water'")));
        figures.add(list("mine to act on, street", "street", "view=inbox", null));
        figures.add(list("mine to act on, community", "community-1", "view=inbox", null));
        figures.add(list("mine to act on, unit", "unit-water", "view=inbox", null));
        figures.add(list("overdue cases of the district", "centre", "view=all&overdue=true", null));
        figures.add(list("page 40 of the district's open cases", "centre", "view=open&after=" + cursor(full), null));
        figures.add(list("all cases of a street, closed ones too", "street", "view=all", null));
        figures.add(new Figure(
                "counts of the district",
                any -> district.as("centre").get("/api/cases/counts").ok(),
                null));
        figures.add(words("search: one character (水)", "水"));
        figures.add(words("search: two characters (水管)", "水管"));
        figures.add(words("search: words few have written", "老人赶集"));
        figures.add(words("search: words nobody has written", "独角兽"));
        figures.add(new Figure(
                "search: a number",
                any -> search("centre", numbers.get(random.nextInt(numbers.size()))),
                "select * from grid_case where number = '" + numbers.getFirst() + "'"));
        figures.add(new Figure(
                "duplicates near a point",
                any -> district.asHotline()
                        .post("/api/cases/nearby", Map.of("matterCode", "0101", "point", places.anywhere()))
                        .ok(),
                null));
        return figures;
    }

    private Figure list(String name, String account, String query, String plain) {
        var api = district.as(account);
        return new Figure(name, any -> api.get("/api/cases?limit=50&" + query).ok(), plain);
    }

    private Figure words(String name, String words) {
        return new Figure(name, any -> search("centre", words), """
                select c.* from case_words w join grid_case c on c.id = w.case_id
                where grams(w.words) @> trim_array(grams('%1$s'), case when length('%1$s') > 1 then length('%1$s') else 0 end)
                    and strpos(w.words, '%1$s') > 0
                order by c.due_at, c.id limit 51""".formatted(words));
    }

    private void search(String account, String words) {
        district.as(account)
                .get("/api/cases?view=all&limit=50&query="
                        + java.net.URLEncoder.encode(words, java.nio.charset.StandardCharsets.UTF_8))
                .ok();
    }

    /** Where page 40 begins; the first page while there are no cases. */
    private String cursor(boolean full) {
        var after = "";
        for (var i = 0; full && i < 10; i++) {
            after = district.as("centre")
                    .get("/api/cases?view=open&limit=200&after=" + after)
                    .ok()
                    .at("/next");
        }
        return after;
    }

    private static List<String> numbers(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select number from grid_case limit 1000")) {
            var numbers = new ArrayList<>(List.of("200101-00000"));
            while (rows.next()) {
                numbers.add(rows.getString(1));
            }
            return numbers.size() > 1 ? numbers.subList(1, numbers.size()) : numbers;
        }
    }

    private void warmUp() throws InterruptedException {
        for (var query : List.of("view=open", "view=inbox", "view=all&query=水管", "view=all&query=261")) {
            var encoded = query.replace("水管", "%E6%B0%B4%E7%AE%A1");
            Load.run(2, Duration.ofSeconds(10), any -> district.as("street")
                    .get("/api/cases?" + encoded)
                    .ok());
        }
    }
}
