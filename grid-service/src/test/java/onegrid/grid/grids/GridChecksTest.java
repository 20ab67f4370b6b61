package onegrid.grid.grids;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import onegrid.grid.grids.DistrictFiles.Expected;
import onegrid.grid.grids.GridChecks.Check;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridChecksTest {
    private static final String GRIDS = DistrictFiles.bundledText("grids.csv");
    private static final String SHAPES = DistrictFiles.bundledText("grids.geojson");

    @Test
    void theSampleDistrictPassesEveryCheck() {
        assertThat(GridChecks.of(DistrictFiles.bundled()).results())
                .hasSize(12)
                .allSatisfy(
                        check -> assertThat(check.problems()).as(check.name()).isEmpty());
    }

    @ParameterizedTest(name = "{0}: {1} → {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                // what is wrong | in grids.csv | becomes | the check that fails | what it says
                "a malformed code | 41021200100100103,410212001001001,4 | 4102120010010010,410212001001001,4 | rows"
                        + " are complete | (4102120010010010): code is not a grid code",
                "a level that is no number | 41021200100100103,410212001001001,4 |"
                        + " 41021200100100103,410212001001001,vier | rows are complete | (41021200100100103): level is not"
                        + " a whole number",
                "an unknown kind | 410212001001902,410212001001,3,SCATTERED | 410212001001902,410212001001,3,LOOSE |"
                        + " rows are complete | (410212001001902): kind is not one of",
                "no name | 3,BASE,温泉小区1,小区 | 3,BASE,,小区 | rows are complete | (410212001001001): name is empty",
                "a code twice | 41021200100100103,410212001001001,4 | 41021200100100102,410212001001001,4 | codes are"
                        + " unique | (41021200100100102): code is used more than once",
                "a wrong level | 41021200100100103,410212001001001,4 | 41021200100100103,410212001001001,5 | levels"
                        + " and kinds | 41021200100100103 温泉小区1第3片区: level 5",
                "a wrong kind | 410212001001902,410212001001,3,SCATTERED | 410212001001902,410212001001,3,BASE |"
                        + " levels and kinds | 410212001001902 温泉社区散户网格2: kind BASE",
                "another parent | 41021200100100103,410212001001001,4 | 41021200100100103,410212001001002,4 | parents"
                        + " exist | 41021200100100103 温泉小区1第3片区: parent 410212001001002",
                "an unofficial community | 2,BASE,温泉社区, | 2,BASE,冷泉社区, | official divisions | 410212001001 冷泉社区: is"
                        + " called 温泉社区",
                "a missing area | 41021200100100102,410212001001001,4,BASE | 41021200100100199,410212001001001,4,BASE"
                        + " | parents exist | its parent 41021200100100102 does not exist",
                "a point elsewhere | 114.433737,34.773522 | 114.533737,34.773522 | the point of a grid |"
                        + " 410212001001001 温泉小区1: its lon,lat",
            })
    void aBadRowIsNamed(String what, String good, String bad, String check, String says) {
        assertThat(problems(check, check(GRIDS.replaceFirst(java.util.regex.Pattern.quote(good), bad), SHAPES)))
                .anySatisfy(problem -> assertThat(problem).contains(says));
    }

    @Test
    void everyBadRowIsNamedAtOnce() {
        var broken = GRIDS.replace(",BASE,温泉小区1,", ",BASE,,").replace(",BASE,温泉小区2,", ",BASE,,");

        assertThat(problems("rows are complete", check(broken, SHAPES))).hasSize(2);
    }

    @Test
    void aMissingGridBreaksTheCount() {
        var one = GRIDS.lines().filter(line -> !line.contains("温泉社区散户网格2,")).toList();

        assertThat(problems("counts", check(String.join("\n", one), SHAPES)))
                .containsExactly("scattered: 35 instead of 36");
    }

    @Test
    void anotherDistrictStatesItsOwnNumbers() {
        var fewer = new Expected(9, 118, 546, 540, 35);
        var rows = GRIDS.lines().filter(line -> !line.contains("温泉社区散户网格2,")).toList();

        assertThat(problems("counts", check(String.join("\n", rows), SHAPES, fewer)))
                .isEmpty();
    }

    @Test
    void overlappingSiblingsAreNamed() {
        var shapes = withShapeOf("410212001001902", "410212001001001");

        assertThat(problems("siblings", check(GRIDS, shapes)))
                .contains("410212001001001 温泉小区1: overlaps 410212001001902 温泉社区散户网格2");
    }

    @Test
    void aChildOutsideItsParentIsNamed() {
        var shapes = withShapeOf("4102120010010010101", "4102120010010010201");

        assertThat(problems("children", check(GRIDS, shapes)))
                .containsExactly("4102120010010010101 温泉小区11-1号楼: is not inside its parent 41021200100100101");
    }

    @Test
    void aBowTieIsNotAShape() {
        var bowTie = "{\"type\":\"Polygon\",\"coordinates\":[[[114.43,34.77],[114.44,34.78],[114.44,34.77],"
                + "[114.43,34.78],[114.43,34.77]]]}";
        var shapes = SHAPES.replace(geometryOf("4102120010010010101"), bowTie);

        assertThat(problems("shapes exist", check(GRIDS, shapes)))
                .singleElement()
                .asString()
                .startsWith("4102120010010010101 温泉小区11-1号楼: Self-intersection at");
    }

    @Test
    void aGridWithoutShapeIsNamed() {
        var shapes = SHAPES.replace("\"code\":\"4102120010010010101\"", "\"code\":\"4102120010010010177\"");

        assertThat(problems("shapes exist", check(GRIDS, shapes)))
                .containsExactly(
                        "4102120010010010101 温泉小区11-1号楼: has no shape",
                        "grids.geojson line " + (lineOf(shapes, "\"code\":\"4102120010010010177\""))
                                + " (4102120010010010177): has no row in grids.csv");
    }

    private static long lineOf(String text, String part) {
        return text.substring(0, text.indexOf(part)).lines().count();
    }

    private static String withShapeOf(String code, String other) {
        return SHAPES.replace(geometryOf(code), geometryOf(other));
    }

    private static String geometryOf(String code) {
        var feature = SHAPES.indexOf("\"code\":\"" + code + "\"");
        var from = SHAPES.indexOf("{\"type\":\"Polygon\"", feature);
        return SHAPES.substring(from, SHAPES.indexOf("]]]}", from) + 4);
    }

    private static List<Check> check(String grids, String shapes) {
        return check(grids, shapes, Expected.SOURCE_TEXT);
    }

    private static List<Check> check(String grids, String shapes, Expected expected) {
        UnaryOperator<String> texts = name -> switch (name) {
            case "grids.csv" -> grids;
            case "grids.geojson" -> shapes;
            default -> DistrictFiles.bundledText(name);
        };
        return GridChecks.of(DistrictFiles.read(texts, expected)).results();
    }

    private static List<String> problems(String check, List<Check> all) {
        return all.stream()
                .filter(one -> one.name().contains(check))
                .flatMap(one -> one.problems().stream())
                .toList();
    }
}
