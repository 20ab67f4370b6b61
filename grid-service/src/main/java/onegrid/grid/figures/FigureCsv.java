package onegrid.grid.figures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;

/** The same table for a spreadsheet: a mark for UTF-8, one line a row, the total last; an empty cell where null stands. */
final class FigureCsv {
    private static final char UTF_8_MARK = '\uFEFF';

    private FigureCsv() {}

    static String of(FigureTable table) {
        var text = new StringBuilder().append(UTF_8_MARK);
        try (var lines = CSVFormat.RFC4180.print(text)) {
            lines.printRecord(heads());
            for (var row : table.rows()) {
                lines.printRecord(cells(row));
            }
            lines.printRecord(cells(table.total()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> heads() {
        return Stream.concat(Stream.of("编码", "名称"), Stream.of(Figure.values()).flatMap(figure -> (figure.isRate()
                                ? Stream.of("分子", "分母", "比率")
                                : Stream.of("中位（小时）", "九成以内（小时）", "件数", "未完成"))
                        .map(part -> figure.title + " " + part)))
                .toList();
    }

    private static List<Object> cells(FigureTable.Row row) {
        var cells = new ArrayList<Object>();
        cells.add(row.key());
        cells.add(row.name());
        row.figures().values().forEach(value -> {
            switch (value) {
                case FigureTable.Rate rate -> {
                    cells.add(rate.numerator());
                    cells.add(rate.denominator());
                    cells.add(rate.rate());
                }
                case FigureTable.Hours hours -> {
                    cells.add(hours.median());
                    cells.add(hours.p90());
                    cells.add(hours.n());
                    cells.add(hours.missing());
                }
            }
        });
        return cells;
    }
}
