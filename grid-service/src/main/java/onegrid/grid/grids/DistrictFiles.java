package onegrid.grid.grids;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import onegrid.kit.problem.Problem;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * What an import reads, as it was written: nothing is judged here.
 *
 * @param lines of {@code grids.csv}: code, parent_code, level, kind, name, head_post, households, lon, lat
 * @param shapes geometry by code out of {@code grids.geojson}
 * @param outline the one feature of {@code district.geojson}
 * @param divisions official names of streets and communities by code
 * @param offices contact and supervision phone by code; parts of a place share its office
 */
record DistrictFiles(
        List<Line> lines,
        Map<String, String> shapes,
        JsonNode outline,
        Map<String, String> divisions,
        Map<String, Office> offices,
        Expected expected) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> COLUMNS =
            List.of("code", "parent_code", "level", "kind", "name", "head_post", "households", "lon", "lat");

    /** One line of grids.csv; {@code number} as an editor counts. */
    record Line(long number, Map<String, String> fields) {
        String get(String column) {
            return fields.get(column).trim();
        }
    }

    record Office(String contactPhone, String supervisionPhone) {}

    /** The numbers that an import must find; the defaults are those of the source text (domain.md, B6). */
    record Expected(int communities, int compounds, int areas, int buildings, int scattered) {
        static final Expected SOURCE_TEXT = new Expected(9, 118, 546, 540, 36);
    }

    /** The sample district that comes with the service. */
    static DistrictFiles bundled() {
        return read(DistrictFiles::bundledText, Expected.SOURCE_TEXT);
    }

    /** @param texts the content of a file by its name, for example {@code grids.csv} */
    static DistrictFiles read(Function<String, String> texts, Expected expected) {
        var lines = csv("grids.csv", texts, COLUMNS).stream()
                .map(row -> new Line(row.getRecordNumber() + 1, row.toMap()))
                .toList();
        var divisions = new HashMap<String, String>();
        csv("divisions.csv", texts, List.of("code", "name"))
                .forEach(row -> divisions.put(row.get("code"), row.get("name")));
        var offices = new HashMap<String, Office>();
        csv("offices.csv", texts, List.of("code", "contact_phone", "supervision_phone"))
                .forEach(row -> offices.put(
                        row.get("code"), new Office(row.get("contact_phone"), row.get("supervision_phone"))));
        var shapes = new HashMap<String, String>();
        features("grids.geojson", texts)
                .forEach(feature -> shapes.put(
                        feature.at("/properties/code").asText(),
                        feature.path("geometry").toString()));
        var outline = features("district.geojson", texts);
        if (outline.size() != 1) {
            throw Problem.invalid("district.geojson", "has " + outline.size() + " features instead of one outline");
        }
        return new DistrictFiles(lines, shapes, outline.get(0), divisions, offices, expected);
    }

    private static List<CSVRecord> csv(String name, Function<String, String> texts, List<String> columns) {
        var text = texts.apply(name);
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true);
        try (var parser = format.get().parse(new StringReader(text.startsWith("\ufeff") ? text.substring(1) : text))) {
            var missing = columns.stream()
                    .filter(column -> !parser.getHeaderMap().containsKey(column))
                    .toList();
            if (!missing.isEmpty()) {
                throw Problem.invalid(name, "lacks the columns " + missing);
            }
            var rows = parser.getRecords();
            rows.stream().filter(row -> !row.isConsistent()).findFirst().ifPresent(row -> {
                throw Problem.invalid(
                        name, "line " + (row.getRecordNumber() + 1) + " does not have as many fields as the header");
            });
            return rows;
        } catch (IOException | RuntimeException e) {
            throw e instanceof Problem problem ? problem : Problem.invalid(name, "is not a CSV file in UTF-8");
        }
    }

    private static JsonNode features(String name, Function<String, String> texts) {
        try {
            var features = JSON.readTree(texts.apply(name)).path("features");
            if (!features.isArray()) {
                throw Problem.invalid(name, "is not a GeoJSON FeatureCollection");
            }
            return features;
        } catch (JsonProcessingException e) {
            throw Problem.invalid(name, "is not JSON");
        }
    }

    static String bundledText(String name) {
        try (var file = DistrictFiles.class.getResourceAsStream("/district/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw Problem.invalid(file.getFileName().toString(), "cannot be read as UTF-8 text");
        }
    }
}
