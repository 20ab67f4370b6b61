package onegrid.grid.opendata;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;

/**
 * A data set as CSV (RFC 4180, UTF-8), line by line. Without a byte order mark, which readers of CSVW take for a part of
 * the first column's name; with one for Excel, which needs it to read Chinese.
 */
final class OpenCsv {
    private static final char UTF_8_MARK = '\uFEFF';

    /** What a spreadsheet would take for a formula. */
    private static final Pattern FORMULA = Pattern.compile("^[\\s]*[=+\\-@\t\r].*", Pattern.DOTALL);

    private OpenCsv() {}

    static void write(DataSet set, Lines lines, boolean forExcel, OutputStream out) {
        try (var text = new OutputStreamWriter(out, StandardCharsets.UTF_8)) {
            if (forExcel) {
                text.write(UTF_8_MARK);
            }
            var csv = CSVFormat.RFC4180.print(text);
            csv.printRecord(set.columns.stream()
                    .map(column -> forExcel ? column.title() : column.name())
                    .toList());
            lines.each(set, line -> {
                try {
                    csv.printRecord(safe(set.columns, line));
                } catch (IOException e) {
                    throw new UncheckedIOException(e); // who downloaded has gone
                }
            });
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Object> safe(List<Column> columns, List<Object> line) {
        var safe = new ArrayList<>(line);
        for (var i = 0; i < safe.size(); i++) {
            if (columns.get(i).isText() && safe.get(i) instanceof String text) {
                safe.set(i, safe(text));
            }
        }
        return safe;
    }

    static String safe(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }
}
