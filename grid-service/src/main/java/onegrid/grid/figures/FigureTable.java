package onegrid.grid.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Figures as the API shows them.
 *
 * @param gridCode prefix under which was counted
 * @param total the same figures over all rows
 * @param definitions what each figure is, in words
 */
record FigureTable(
        OffsetDateTime asOf,
        Period period,
        String by,
        String gridCode,
        String unit,
        String matterCode,
        Row total,
        List<Row> rows,
        List<Definition> definitions) {

    /** Both days included. */
    record Period(LocalDate from, LocalDate to) {}

    /** @param figures by code, in the order of the catalogue: {@link Rate} or {@link Hours} */
    record Row(String key, String name, Map<String, Value> figures) {}

    @Schema(oneOf = {Rate.class, Hours.class})
    sealed interface Value {
        /** How many were counted below the line. */
        long counted();
    }

    /** @param rate 0 to 1; null, with the reason, where nothing is counted: never 0 or 100 % */
    record Rate(
            long numerator,
            long denominator,
            Double rate,
            @JsonInclude(JsonInclude.Include.NON_NULL) String reason) implements Value {
        static Rate of(long above, long below) {
            return below == 0
                    ? new Rate(0, 0, null, "nothing-to-count")
                    : new Rate(above, below, Math.round(10_000.0 * above / below) / 10_000.0, null);
        }

        @Override
        public long counted() {
            return denominator;
        }
    }

    /**
     * @param median hours; null, with the reason, where nothing was measured
     * @param n how many were measured
     * @param missing how many belong here and have not come so far
     */
    record Hours(
            Double median,
            Double p90,
            long n,
            long missing,
            @JsonInclude(JsonInclude.Include.NON_NULL) String reason) implements Value {
        static Hours of(long measured, long of, Double median, Double p90) {
            return new Hours(
                    rounded(median),
                    rounded(p90),
                    measured,
                    of - measured,
                    measured == 0 ? "nothing-to-measure" : null);
        }

        private static Double rounded(Double hours) {
            return hours == null ? null : Math.round(hours * 100) / 100.0;
        }

        @Override
        public long counted() {
            return n + missing;
        }
    }

    /** @param period which time of a case puts it into the period: due, reported, given, closed, contact or called */
    record Definition(
            String figure,
            String name,
            String englishName,
            String kind,
            String period,
            String formula,
            String englishFormula,
            String source,
            Double aim) {
        static final List<Definition> ALL =
                Arrays.stream(Figure.values()).map(Definition::of).toList();

        private static Definition of(Figure figure) {
            return new Definition(
                    figure.code,
                    figure.title,
                    figure.english,
                    figure.isRate() ? "RATE" : "HOURS",
                    figure.basis.name().toLowerCase(java.util.Locale.ROOT),
                    figure.words,
                    figure.englishWords,
                    figure.source,
                    figure.aim);
        }
    }
}
