package onegrid.grid.opendata;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import onegrid.grid.grids.OpenGrids;
import onegrid.grid.grids.OpenGrids.OpenGrid;

/** A data set as GeoJSON (RFC 7946), feature by feature; a feature without a place of its own has no geometry. */
final class OpenGeoJson {
    private static final JsonFactory JSON = new JsonFactory();

    private OpenGeoJson() {}

    static void write(DataSet set, Lines lines, OpenGrids grids, OutputStream out) {
        try (var json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("type", "FeatureCollection");
            json.writeArrayFieldStart("features");
            switch (set) {
                case CASES -> lines.each(set, line -> quietly(() -> point(json, set, line)));
                case FIGURES -> places(json, lines, grids);
                case GRIDS -> {
                    var shapes = grids.all().stream().collect(Collectors.toMap(OpenGrid::code, OpenGrid::shape));
                    lines.each(
                            set,
                            line -> quietly(() -> {
                                var code = (String) line.getFirst();
                                begin(json, code);
                                properties(json, set.columns, line);
                                shape(json, shapes.get(code));
                                json.writeEndObject();
                            }));
                }
                case STATIONS -> throw new IllegalArgumentException("stations belong to new-sector-service");
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void point(JsonGenerator json, DataSet set, List<Object> line) throws IOException {
        begin(json, (String) line.getFirst());
        var last = line.size() - 1;
        var longitude = line.get(last - 1);
        properties(json, set.columns.subList(0, last - 1), line.subList(0, last - 1));
        json.writeFieldName("geometry");
        if (longitude == null) {
            json.writeNull();
        } else {
            json.writeStartObject();
            json.writeStringField("type", "Point");
            json.writeArrayFieldStart("coordinates");
            json.writeNumber((Double) longitude);
            json.writeNumber((Double) line.get(last));
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /** A feature per place with all its figures: a shape that stood at each of them would make the file huge. */
    private static void places(JsonGenerator json, Lines lines, OpenGrids grids) throws IOException {
        var columns = DataSet.FIGURES.columns;
        var names = columns.stream().map(Column::name).toList();
        var level = names.indexOf("place_level");
        var cases = names.indexOf("cases");
        var byPlace = new LinkedHashMap<String, List<List<Object>>>();
        lines.each(DataSet.FIGURES, line -> byPlace.computeIfAbsent(
                        line.get(level) + " " + line.get(level + 1), place -> new ArrayList<>())
                .add(line));
        var shapes = shapes(grids);
        for (var place : byPlace.values()) {
            var first = place.getFirst();
            begin(json, (String) first.get(level + 1));
            json.writeObjectFieldStart("properties");
            for (var i = level; i <= level + 2; i++) {
                value(json, names.get(i), first.get(i));
            }
            json.writeNumberField(
                    "cases",
                    place.stream().mapToInt(line -> (Integer) line.get(cases)).sum());
            json.writeArrayFieldStart("figures");
            for (var line : place) {
                json.writeStartObject();
                for (var i = 0; i < line.size(); i++) {
                    if (i < level || i > level + 2) {
                        value(json, names.get(i), line.get(i));
                    }
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            shape(json, shapes.get(first.get(level + 1)));
            json.writeEndObject();
        }
    }

    private static Map<String, String> shapes(OpenGrids grids) {
        var shapes = new HashMap<String, String>();
        grids.all().stream().filter(grid -> grid.level() <= 2).forEach(grid -> shapes.put(grid.code(), grid.shape()));
        return shapes;
    }

    private static void begin(JsonGenerator json, String id) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeStringField("id", id);
    }

    private static void properties(JsonGenerator json, List<Column> columns, List<Object> line) throws IOException {
        json.writeObjectFieldStart("properties");
        for (var i = 0; i < columns.size(); i++) {
            value(json, columns.get(i).name(), line.get(i));
        }
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, String name, Object value) throws IOException {
        json.writeFieldName(name);
        switch (value) {
            case null -> json.writeNull();
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number -> json.writeNumber(number);
            case LocalDate day -> json.writeString(day.toString());
            default -> json.writeString(value.toString());
        }
    }

    private static void shape(JsonGenerator json, String shape) throws IOException {
        json.writeFieldName("geometry");
        json.writeRawValue(shape == null ? "null" : shape);
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static void quietly(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
