package onegrid.grid.opendata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;

/** The columns of a data set, in the three ways in which people and programs ask for them. */
final class Dictionary {
    private Dictionary() {}

    /** Table Schema (Frictionless Data). */
    static Map<String, Object> tableSchema(DataSet set) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("fields", set.columns.stream().map(Dictionary::field).toList());
        schema.put("missingValues", List.of(""));
        return schema;
    }

    private static Map<String, Object> field(Column column) {
        var field = new LinkedHashMap<String, Object>();
        field.put("name", column.name());
        field.put("type", column.type());
        field.put("title", column.title());
        field.put("description", column.meaning());
        field.put("englishTitle", column.englishTitle());
        field.put("englishDescription", column.englishMeaning());
        if (column.unit() != null) {
            field.put("unit", column.unit());
        }
        if (!column.oneOf().isEmpty()) {
            field.put("constraints", Map.of("enum", column.oneOf()));
        }
        return field;
    }

    /** Metadata of CSV on the Web (W3C), found beside the file. */
    static Map<String, Object> csvw(DataSet set, String base, String licence) {
        var table = new LinkedHashMap<String, Object>();
        table.put("@context", "http://www.w3.org/ns/csvw");
        table.put("url", base + set.address() + ".csv");
        table.put("dc:title", List.of(said(set.title, "zh"), said(set.englishTitle, "en")));
        table.put("dc:license", Map.of("@id", licence));
        table.put(
                "tableSchema",
                Map.of(
                        "columns",
                        set.columns.stream()
                                .map(column -> {
                                    var described = new LinkedHashMap<String, Object>();
                                    described.put("name", column.name());
                                    described.put("titles", column.name());
                                    described.put("datatype", column.type());
                                    described.put("null", "");
                                    described.put(
                                            "dc:description",
                                            List.of(
                                                    said(column.title() + "：" + column.meaning(), "zh"),
                                                    said(
                                                            column.englishTitle() + ": " + column.englishMeaning(),
                                                            "en")));
                                    return described;
                                })
                                .toList()));
        return table;
    }

    private static Map<String, String> said(String words, String language) {
        return Map.of("@value", words, "@language", language);
    }

    static String csv(DataSet set) {
        var text = new StringBuilder();
        try {
            var csv = CSVFormat.RFC4180.print(text);
            csv.printRecord("name", "type", "unit", "title", "meaning", "english_title", "english_meaning", "one_of");
            for (var column : set.columns) {
                csv.printRecord(
                        column.name(),
                        column.type(),
                        column.unit(),
                        column.title(),
                        column.meaning(),
                        column.englishTitle(),
                        column.englishMeaning(),
                        String.join(";", column.oneOf()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
