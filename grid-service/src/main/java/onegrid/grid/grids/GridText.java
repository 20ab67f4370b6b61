package onegrid.grid.grids;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Grids as the files that an import reads: what goes out comes in again without a difference. */
final class GridText {
    private static final CSVFormat CSV =
            CSVFormat.DEFAULT.builder().setRecordSeparator("\n").get();

    private GridText() {}

    /** The content of {@code grids.csv}, by code; the district itself is not a row. */
    static String csv(Collection<GridRow> rows) {
        return table(
                DistrictFiles.COLUMNS,
                grids(rows).stream()
                        .map(row -> List.<Object>of(
                                row.code(),
                                row.parentCode(),
                                row.level(),
                                row.kind(),
                                row.name(),
                                row.headPost(),
                                row.households(),
                                degrees(row.longitude()),
                                degrees(row.latitude())))
                        .toList());
    }

    /** The content of {@code grids.geojson}; the properties are the columns of the CSV, so it can stand alone. */
    static String geoJson(Collection<GridRow> rows) {
        return collection(grids(rows));
    }

    /** The content of {@code district.geojson}. */
    static String outline(Collection<GridRow> rows) {
        return collection(rows.stream().filter(row -> row.level() == 0).toList());
    }

    /** The content of {@code offices.csv}. */
    static String offices(Collection<GridRow> rows) {
        return table(
                List.of("code", "contact_phone", "supervision_phone"),
                rows.stream()
                        .filter(row -> row.contactPhone() != null || row.supervisionPhone() != null)
                        .map(row -> List.<Object>of(
                                row.code(), orEmpty(row.contactPhone()), orEmpty(row.supervisionPhone())))
                        .toList());
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static String table(List<String> header, List<List<Object>> lines) {
        var text = new StringBuilder();
        try (var csv = new CSVPrinter(text, CSV)) {
            csv.printRecord(header);
            for (var line : lines) {
                csv.printRecord(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<GridRow> grids(Collection<GridRow> rows) {
        return rows.stream()
                .filter(row -> row.level() > 0)
                .sorted(Comparator.comparing(row -> row.code().value()))
                .toList();
    }

    static String collection(Collection<GridRow> rows) {
        return rows.stream()
                .map(GridText::feature)
                .collect(Collectors.joining(",\n", "{\"type\":\"FeatureCollection\",\"features\":[\n", "\n]}\n"));
    }

    private static String feature(GridRow row) {
        return "{\"type\":\"Feature\",\"id\":\"" + row.code() + "\",\"properties\":{\"code\":\"" + row.code()
                + "\",\"parent_code\":" + quoted(row.parentCode()) + ",\"level\":" + row.level() + ",\"kind\":\""
                + row.kind() + "\",\"name\":" + quoted(row.name()) + ",\"head_post\":" + quoted(row.headPost())
                + ",\"households\":" + row.households() + ",\"lon\":" + degrees(row.longitude()) + ",\"lat\":"
                + degrees(row.latitude()) + "},\"geometry\":" + row.shape() + "}";
    }

    private static String quoted(String text) {
        return text == null
                ? "null"
                : "\"" + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"";
    }

    /** Six decimals, about 10 cm, as the sample files have them. */
    private static String degrees(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }
}
