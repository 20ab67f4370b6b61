package onegrid.grid.grids;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import onegrid.kit.problem.Problem;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * What an import reads, as it was written: nothing is judged here but what cannot be read at all ({@code unreadable}).
 *
 * @param lines of {@code grids.csv}: code, parent_code, level, kind, name, head_post, households, lon, lat; or the
 *     features of {@code grids.geojson} with these properties
 * @param shapes features of {@code grids.geojson} by code
 * @param outline the one feature of {@code district.geojson}
 * @param divisions official names of streets and communities by code
 * @param offices contact and supervision phone by code; parts of a place share its office
 */
record DistrictFiles(
        List<Line> lines,
        Map<String, Shape> shapes,
        JsonNode outline,
        Map<String, String> divisions,
        Map<String, Office> offices,
        Expected expected,
        List<Flaw> unreadable) {
    static final String GRIDS = "grids.csv";
    static final String SHAPES = "grids.geojson";
    static final String OUTLINE = "district.geojson";
    static final String DIVISIONS = "divisions.csv";
    static final String OFFICES = "offices.csv";
    static final List<String> COLUMNS =
            List.of("code", "parent_code", "level", "kind", "name", "head_post", "households", "lon", "lat");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One row; {@code number} is the line in its file as an editor counts. */
    record Line(String file, long number, Map<String, String> fields) {
        String get(String column) {
            return fields.getOrDefault(column, "").trim();
        }
    }

    /** A feature's geometry as GeoJSON text; {@code line} is where the feature begins. */
    record Shape(String text, long line) {}

    record Office(String contactPhone, String supervisionPhone) {}

    /** The numbers that an import must find, null for any; the defaults are those of the source text (domain.md, B6). */
    record Expected(Integer communities, Integer compounds, Integer areas, Integer buildings, Integer scattered) {
        static final Expected SOURCE_TEXT = new Expected(9, 118, 546, 540, 36);
        static final Expected ANY = new Expected(null, null, null, null, null);
    }

    /** The sample district that comes with the service. */
    static DistrictFiles bundled() {
        return read(DistrictFiles::bundledText, Expected.SOURCE_TEXT);
    }

    /** @param texts the content of a file by its name; without a {@code grids.csv} (null) the features are the rows */
    static DistrictFiles read(Function<String, String> texts, Expected expected) {
        var unreadable = new ArrayList<Flaw>();
        var features = features(SHAPES, texts.apply(SHAPES));
        var grids = texts.apply(GRIDS);
        var lines = grids == null
                ? features.stream().map(DistrictFiles::line).toList()
                : csv(GRIDS, grids, COLUMNS, unreadable);
        var divisions = new HashMap<String, String>();
        csv(DIVISIONS, texts.apply(DIVISIONS), List.of("code", "name"), unreadable)
                .forEach(row -> divisions.put(row.get("code"), row.get("name")));
        var offices = new HashMap<String, Office>();
        csv(OFFICES, texts.apply(OFFICES), List.of("code", "contact_phone", "supervision_phone"), unreadable)
                .forEach(row -> offices.put(
                        row.get("code"), new Office(row.get("contact_phone"), row.get("supervision_phone"))));
        var outline = features(OUTLINE, texts.apply(OUTLINE));
        if (outline.size() != 1) {
            throw Problem.invalid(OUTLINE, "has " + outline.size() + " features instead of one outline");
        }
        return new DistrictFiles(
                lines,
                shapes(features, unreadable),
                outline.getFirst().content,
                divisions,
                offices,
                expected,
                unreadable);
    }

    private static Map<String, Shape> shapes(List<Feature> features, List<Flaw> unreadable) {
        var shapes = new HashMap<String, Shape>();
        for (var feature : features) {
            var code = feature.code();
            if (code.isEmpty()) {
                unreadable.add(Flaw.row(SHAPES, feature.line, null, "code", "the feature has no property code"));
            } else if (shapes.putIfAbsent(code, new Shape(feature.geometry(), feature.line)) != null) {
                unreadable.add(Flaw.row(SHAPES, feature.line, code, "code", "the code has more than one feature"));
            }
        }
        return shapes;
    }

    private static Line line(Feature feature) {
        var fields = new HashMap<String, String>();
        feature.content
                .path("properties")
                .properties()
                .forEach(property -> fields.put(
                        property.getKey(),
                        property.getValue().isNull() ? "" : property.getValue().asText()));
        return new Line(SHAPES, feature.line, fields);
    }

    private static List<Line> csv(String name, String text, List<String> columns, List<Flaw> unreadable) {
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
            var lines = new ArrayList<Line>();
            for (var row : parser) {
                var number = parser.getCurrentLineNumber() - breaksIn(row);
                if (row.isConsistent()) {
                    lines.add(new Line(name, number, row.toMap()));
                } else {
                    var reason = "the line has " + row.size() + " fields, the header has "
                            + parser.getHeaderNames().size();
                    unreadable.add(Flaw.row(name, number, row.get(0), null, reason));
                }
            }
            return lines;
        } catch (IOException | RuntimeException e) {
            throw e instanceof Problem problem ? problem : Problem.invalid(name, "is not a CSV file in UTF-8");
        }
    }

    /** A quoted field may hold line breaks; the parser then stands at the last of its lines. */
    private static long breaksIn(CSVRecord row) {
        return row.stream()
                .mapToLong(field -> field.lines().count() - 1)
                .filter(n -> n > 0)
                .sum();
    }

    private record Feature(JsonNode content, long line) {
        String code() {
            return content.at("/properties/code").asText("").trim();
        }

        String geometry() {
            var geometry = content.path("geometry");
            return geometry.isMissingNode() ? "null" : geometry.toString();
        }
    }

    /** Read one by one, so that each knows its line. */
    private static List<Feature> features(String name, String text) {
        try (var parser = JSON.createParser(text)) {
            var features = new ArrayList<Feature>();
            var isCollection = false;
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw Problem.invalid(name, "is not a GeoJSON FeatureCollection");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var field = parser.currentName();
                if (parser.nextToken() == JsonToken.START_ARRAY && field.equals("features")) {
                    isCollection = true;
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        var line = parser.currentTokenLocation().getLineNr();
                        features.add(new Feature(JSON.readTree(parser), line));
                    }
                } else {
                    parser.skipChildren();
                }
            }
            if (!isCollection) {
                throw Problem.invalid(name, "is not a GeoJSON FeatureCollection");
            }
            return features;
        } catch (JsonProcessingException e) {
            var line =
                    e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")";
            throw Problem.invalid(name, "is not JSON" + line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
        return text(file.getFileName().toString(), file);
    }

    static String text(String name, Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw Problem.invalid(name, "cannot be read as UTF-8 text");
        }
    }
}
