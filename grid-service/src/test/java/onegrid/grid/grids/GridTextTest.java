package onegrid.grid.grids;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes out comes in again without a difference. */
class GridTextTest {
    private static final Past SAMPLE = RecutTest.SAMPLE;

    @Test
    void theExportHasTheLinesOfTheFile() {
        assertThat(GridText.csv(SAMPLE.inForce().values()).lines())
                .containsExactlyInAnyOrderElementsOf(
                        DistrictFiles.bundledText("grids.csv").lines().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"grids.csv", "grids.geojson", "both", "offices.csv"})
    void anExportIsImportedWithoutADifference(String files) {
        var rows = SAMPLE.inForce().values();
        var texts =
                switch (files) {
                    case "grids.csv" -> Map.of(files, GridText.csv(rows));
                    case "grids.geojson" -> Map.of(files, GridText.geoJson(rows));
                    case "offices.csv" -> Map.of(files, GridText.offices(rows));
                    default -> Map.of("grids.csv", GridText.csv(rows), "grids.geojson", GridText.geoJson(rows));
                };

        var draft = new Wanted.Files(texts, DistrictFiles.Expected.ANY, false, "upload").on(SAMPLE);

        assertThat(draft.checks().flaws()).isEmpty();
        assertThat(GridReport.difference(draft))
                .extracting(
                        d -> d.added().size() + d.retired().size() + d.changed().size())
                .isEqualTo(0);
    }

    @Test
    void everyBadFieldOfEveryBadLineIsNamed() {
        var csv = GridText.csv(SAMPLE.inForce().values())
                .replace(",BASE,温泉小区1,小区党支部书记,", ",BASE,,,")
                .replace("410212001001002,410212001001,3,BASE", "410212001001002,410212001001,drei,BASE")
                .replaceFirst("410212001001003,410212001001,3,BASE,", "410212001001003,410212001001,3,BASE,too,many,");
        var lines = csv.lines().toList();

        var draft = new Wanted.Files(Map.of("grids.csv", csv), DistrictFiles.Expected.ANY, false, "upload").on(SAMPLE);

        assertThat(GridReport.badRows(draft.checks().flaws()))
                .filteredOn(row -> row.file() != null && row.file().equals("grids.csv"))
                .extracting(row -> lines.get(row.line().intValue() - 1).substring(0, 15) + " " + row.field())
                .contains(
                        "410212001001001 name",
                        "410212001001001 head_post",
                        "410212001001002 level",
                        "410212001001003 null");
    }

    @Test
    void aCompoundThatAnImportLeavesOutIsFollowedByWhoHasItsLand() {
        var gone = "410212001001902";
        var heir = "410212001001901";
        var rows = SAMPLE.inForce().values().stream()
                .filter(row -> !row.code().value().equals(gone))
                .map(row -> row.code().value().equals(heir)
                        ? row.drawn(Shapes.joined(List.of(shape(heir), shape(gone))))
                        : row)
                .toList();
        var texts = Map.of("grids.csv", GridText.csv(rows), "grids.geojson", GridText.geoJson(rows));

        var draft = new Wanted.Files(texts, DistrictFiles.Expected.ANY, true, "upload").on(SAMPLE);

        assertThat(draft.successors()).isEqualTo(Map.of(gone, List.of(heir)));
    }

    @Test
    void aDedicatedGridIsImportedWithItsOwnRangeOfNumbers() {
        var mall = new Operation.NewGrid(
                null, "温泉商场", "商场负责人", 0, GridKind.DEDICATED, RecutTest.westHalf("410212001001901"));
        var rest = new Operation.NewGrid(null, "温泉社区散户网格5", null, null, null, null);
        var rows = GridDraft.of(List.of(new Operation.Split("410212001001901", List.of(mall, rest))), SAMPLE, false)
                .rows();
        var texts = Map.of("grids.csv", GridText.csv(rows), "grids.geojson", GridText.geoJson(rows));

        var draft = new Wanted.Files(texts, DistrictFiles.Expected.ANY, false, "upload").on(SAMPLE);

        assertThat(draft.checks().flaws()).isEmpty();
        assertThat(draft.added())
                .filteredOn(row -> row.kind() == GridKind.DEDICATED)
                .extracting(row -> row.code().value())
                .containsExactly("410212001001951");
    }

    private static org.locationtech.jts.geom.Geometry shape(String code) {
        return Shapes.parse(SAMPLE.inForce().get(code).shape());
    }
}
