package onegrid.grid.opendata;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import onegrid.grid.grids.OpenGrids;
import onegrid.grid.grids.OpenGrids.OpenGrid;
import onegrid.grid.matters.Catalogue;
import onegrid.grid.matters.Matter;

/** The rows of a data set, in the order of its columns; null where nothing is told. */
@ApplicationScoped
class Lines {
    private static final String GROUP = "g.period, g.class_code, g.matter_code, g.place_level, g.place_code";

    private final Releases releases;
    private final OpenGrids grids;

    Lines(Releases releases, OpenGrids grids) {
        this.releases = releases;
        this.grids = grids;
    }

    void each(DataSet set, Consumer<List<Object>> line) {
        switch (set) {
            case CASES -> cases(line);
            case FIGURES -> figures(line);
            case GRIDS -> grids.all().forEach(grid -> line.accept(cells(grid)));
            case STATIONS -> throw new IllegalArgumentException("stations belong to new-sector-service");
        }
    }

    private void cases(Consumer<List<Object>> line) {
        releases.read(
                "select " + GROUP
                        + ", c.release, c.number, c.reported_on, c.closed_on, c.days_taken, c.status, c.level,"
                        + " c.longitude, c.latitude from open_case c"
                        + " join open_group g on g.release = c.release and g.number = c.group_number"
                        + " order by c.release, c.number",
                row -> {
                    var cells = new ArrayList<Object>();
                    cells.add(row.getInt("release") + "-" + row.getInt("number"));
                    cells.addAll(group(row));
                    cells.add(row.getObject("reported_on", java.time.LocalDate.class));
                    cells.add(row.getObject("closed_on", java.time.LocalDate.class));
                    cells.add(row.getObject("days_taken"));
                    cells.add(row.getString("status"));
                    cells.add(row.getString("level"));
                    cells.add(row.getObject("longitude"));
                    cells.add(row.getObject("latitude"));
                    line.accept(cells);
                });
    }

    private void figures(Consumer<List<Object>> line) {
        releases.read(
                "select " + GROUP + ", g.cases, g.closed, g.closed_in_time, g.median_hours from open_group g"
                        + " order by g.release, g.number",
                row -> {
                    var closed = (Integer) row.getObject("closed");
                    var inTime = (Integer) row.getObject("closed_in_time");
                    var cells = new ArrayList<Object>(group(row));
                    cells.add(row.getInt("cases"));
                    cells.add(closed);
                    cells.add(inTime);
                    cells.add(inTime == null || closed == 0 ? null : Math.round(inTime * 1000.0 / closed) / 1000.0);
                    cells.add(row.getObject("median_hours"));
                    line.accept(cells);
                });
    }

    private List<Object> group(ResultSet row) throws SQLException {
        var classCode = row.getString("class_code");
        var matter = row.getString("matter_code");
        var place = row.getString("place_code");
        return Arrays.asList(
                row.getString("period"),
                classCode,
                className(classCode),
                matter,
                Catalogue.find(matter).map(Matter::name).orElse(matter),
                row.getString("place_level"),
                place,
                grids.name(place));
    }

    static String className(String classCode) {
        return classCode == null
                ? null
                : Catalogue.all().stream()
                        .filter(matter -> matter.code().startsWith(classCode))
                        .findFirst()
                        .map(Matter::className)
                        .orElse(classCode);
    }

    private static List<Object> cells(OpenGrid grid) {
        return Arrays.asList(
                grid.code(),
                grid.parentCode(),
                grid.level(),
                grid.kind(),
                grid.name(),
                grid.headPost(),
                grid.households(),
                grid.longitude(),
                grid.latitude());
    }
}
