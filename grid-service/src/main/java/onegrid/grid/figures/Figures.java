package onegrid.grid.figures;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Counts, and finds what was counted. One query for each basis, whatever the number of rows and figures. */
@ApplicationScoped
class Figures {

    private final DataSource database;

    Figures(DataSource database) {
        this.database = database;
    }

    /** @param rows by key, sorted; a row knows every figure */
    record Counted(Map<Figure, FigureTable.Value> total, Map<String, Map<Figure, FigureTable.Value>> rows) {}

    Counted count(Question question) {
        var total = new EnumMap<Figure, FigureTable.Value>(Figure.class);
        var rows = new TreeMap<String, Map<Figure, FigureTable.Value>>();
        question.by()
                .steps(question.from(), question.to())
                .forEach(step -> rows.put(step, new EnumMap<>(Figure.class)));
        for (var basis : Basis.values()) {
            var figures = Arrays.stream(Figure.values())
                    .filter(figure -> figure.basis == basis)
                    .toList();
            read(counting(basis, figures, question), List.of(), found -> {
                var row = found.getBoolean("all_rows")
                        ? total
                        : rows.computeIfAbsent(found.getString("k"), key -> new EnumMap<>(Figure.class));
                for (var figure : figures) {
                    row.put(figure, value(figure, found));
                }
                return row;
            });
        }
        rows.values()
                .forEach(row -> Arrays.stream(Figure.values()).forEach(f -> row.computeIfAbsent(f, Figures::nothing)));
        // A key that was found holds something in at least one basis, but perhaps nothing that any figure counts.
        if (!question.by().isTime()) {
            rows.values().removeIf(row -> row.values().stream().allMatch(value -> value.counted() == 0));
        }
        return new Counted(total, rows);
    }

    private static String counting(Basis basis, List<Figure> figures, Question question) {
        var conditions = figures.stream()
                .map(f -> ", (" + below(f, question) + ") as " + f.code + "_below, (" + above(f, question) + ") as "
                        + f.code + "_above"
                        + (f.isRate()
                                ? ""
                                : ", case when " + above(f, question) + " then " + f.hours + " end as " + f.code
                                        + "_h"))
                .collect(Collectors.joining());
        var sums = figures.stream()
                .map(f -> ", count(*) filter (where " + f.code + "_below) as " + f.code
                        + "_below, count(*) filter (where "
                        + f.code + "_above) as " + f.code + "_above"
                        + (f.isRate() ? "" : percentile(f, "0.5", "median") + percentile(f, "0.9", "p90")))
                .collect(Collectors.joining());
        return "select grouping(k) = 1 as all_rows, k" + sums + " from (select " + question.key(basis) + " as k"
                + conditions + " from " + basis.from + " where " + question.where(basis)
                + ") counted group by grouping sets ((k), ())";
    }

    private static String percentile(Figure figure, String share, String name) {
        return ", percentile_cont(" + share + ") within group (order by " + figure.code + "_h) as " + figure.code + "_"
                + name;
    }

    private static String below(Figure figure, Question question) {
        return "(" + question.sql(figure.below) + ") is true";
    }

    private static String above(Figure figure, Question question) {
        return "((" + question.sql(figure.below) + ") and (" + question.sql(figure.above) + ")) is true";
    }

    private static FigureTable.Value value(Figure figure, ResultSet row) throws SQLException {
        var below = row.getLong(figure.code + "_below");
        var above = row.getLong(figure.code + "_above");
        return figure.isRate()
                ? FigureTable.Rate.of(above, below)
                : FigureTable.Hours.of(
                        above, below, hours(row, figure.code + "_median"), hours(row, figure.code + "_p90"));
    }

    private static FigureTable.Value nothing(Figure figure) {
        return figure.isRate() ? FigureTable.Rate.of(0, 0) : FigureTable.Hours.of(0, 0, null, null);
    }

    private static Double hours(ResultSet row, String column) throws SQLException {
        var hours = row.getDouble(column);
        return row.wasNull() ? null : hours;
    }

    /** Which of the things counted are listed. */
    enum Part {
        NUMERATOR,
        DENOMINATOR,
        /** Counted below the line and not above it. */
        MISSING
    }

    /**
     * One thing that was counted.
     *
     * @param hours how long it took; null for a rate or where it has not come so far
     * @param opens whether the post that asks may open the case: a unit no longer sees what it has given back
     */
    record Found(UUID caseId, String unit, Instant at, String line, Double hours, boolean opens) {}

    /** @param key of a row, or null for all rows */
    List<Found> find(Figure figure, Part part, Question question, String key, Found after, int limit) {
        var basis = figure.basis;
        var values = new ArrayList<>();
        var conditions = new ArrayList<String>();
        conditions.add(question.where(basis));
        conditions.add(
                switch (part) {
                    case NUMERATOR -> above(figure, question);
                    case DENOMINATOR -> below(figure, question);
                    case MISSING -> below(figure, question) + " and not " + above(figure, question);
                });
        if (key != null) {
            conditions.add(question.key(basis) + " = ?");
            values.add(key);
        }
        if (after != null) {
            conditions.add("(" + basis.at + ", c.id, " + basis.line + ") > (?, ?, ?)");
            values.addAll(List.of(after.at().atOffset(java.time.ZoneOffset.UTC), after.caseId(), after.line()));
        }
        var hours = figure.isRate()
                ? "null::float8"
                : "case when " + above(figure, question) + " then " + figure.hours + " end";
        var opens = question.ofUnit()
                ? "(c.lead_unit = '" + question.unit()
                        + "' or exists (select from case_co_unit x where x.case_id = c.id" + " and x.unit = '"
                        + question.unit() + "')) is true"
                : "true";
        return read(
                "select c.id, " + basis.unit + " as unit, " + basis.at + " as at, " + basis.line + " as line, " + hours
                        + " as hours, " + opens + " as opens from " + basis.from + " where "
                        + String.join(" and ", conditions) + " order by 3, 1, 4 limit " + limit,
                values,
                row -> new Found(
                        row.getObject("id", UUID.class),
                        row.getString("unit"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("line"),
                        hours(row, "hours"),
                        row.getBoolean("opens")));
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> read(String sql, List<?> values, Reading<T> reading) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.size(); i++) {
                query.setObject(
                        i + 1, values.get(i), values.get(i) instanceof UUID ? Types.OTHER : typeOf(values.get(i)));
            }
            var found = new ArrayList<T>();
            var rows = query.executeQuery();
            while (rows.next()) {
                found.add(reading.of(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("figures could not be read", e);
        }
    }

    private static int typeOf(Object value) {
        return value instanceof OffsetDateTime ? Types.TIMESTAMP_WITH_TIMEZONE : Types.VARCHAR;
    }
}
