package onegrid.grid.grids;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import onegrid.grid.grids.Operation.Create;
import onegrid.grid.grids.Operation.Merge;
import onegrid.grid.grids.Operation.Move;
import onegrid.grid.grids.Operation.NewGrid;
import onegrid.grid.grids.Operation.Rename;
import onegrid.grid.grids.Operation.Reshape;
import onegrid.grid.grids.Operation.Split;
import org.junit.jupiter.api.Test;

/** Re-cutting the sample district, without database and framework. */
class RecutTest {
    static final Past SAMPLE = Past.of(GridChecks.of(DistrictFiles.bundled()).rows(), Map.of("410212001001950", 1));

    @Test
    void aSplitEndsTheCodeAndNumbersItsParts() {
        var draft = draft(new Split("410212001001901", List.of(west("410212001001901"), rest("东"))));

        assertThat(draft.checks().flaws()).isEmpty();
        assertThat(draft.predecessors())
                .isEqualTo(Map.of(
                        "410212001001905", Set.of("410212001001901"), "410212001001906", Set.of("410212001001901")));
    }

    @Test
    void whatHangsOnASplitGridGoesToThePartItLiesIn() {
        var areas = List.of("41021200100100101", "41021200100100102");
        var part = new NewGrid("410212001001801", "温泉小区1西", null, null, null, union(areas));

        var draft = draft(new Split(
                "410212001001001", List.of(part, new NewGrid("410212001001802", "温泉小区1东", null, null, null, null))));

        assertThat(draft.checks().flaws()).isEmpty();
        assertThat(draft.predecessors())
                .containsEntry("41021200100180101", Set.of("41021200100100101"))
                .containsEntry("41021200100180204", Set.of("41021200100100104"));
    }

    @Test
    void mergedCommunitiesHaveAllTheirCompoundsUnderOneCode() {
        var two = List.of("410212001008", "410212001009");

        var draft = draft(new Merge(two, new NewGrid("410212001050", "新合社区", null, null, null, null)));

        assertThat(draft.checks().flaws()).isEmpty();
        assertThat(draft.retired()).hasSize(gridsOf(two));
        assertThat(draft.added()).hasSize(gridsOf(two) - 1).allSatisfy(row -> assertThat(
                        draft.predecessors().get(row.code().value()))
                .isNotEmpty());
    }

    @Test
    void aMovedCompoundTakesItsLandAndItsBuildingsAlong() {
        var draft = draft(new Move("410212001001001", "410212001002", null));

        assertThat(draft.checks().flaws()).isEmpty();
        assertThat(draft.added())
                .allSatisfy(row -> assertThat(row.code().value()).startsWith("410212001002"));
        assertThat(draft.retired()).hasSize(gridsOf(List.of("410212001001001")));
    }

    @Test
    void twelveGridsAreCutAtOnce() {
        var operations = new ArrayList<Operation>();
        for (var i = 1; i <= 6; i++) {
            var code = "41021200100" + i + "901";
            operations.add(new Split(code, List.of(west(code), rest("东" + i))));
            operations.add(new Rename("41021200100" + i + "001", "改名" + i, null));
        }

        var draft = GridDraft.of(operations, SAMPLE, false);

        assertThat(draft.checks().flaws()).isEmpty();
        assertThat(List.of(
                        draft.added().size(),
                        draft.retired().size(),
                        draft.changed().size()))
                .containsExactly(12, 6, 6);
    }

    @Test
    void anOperationThatCannotBeDoneIsNamedAndTheOthersAreTried() {
        var draft = draft(
                new Rename("410212001001777", "没有", null),
                new Rename("410212001001001", "温泉花园", null),
                new Move("410212001001001", "410212001001", null));

        assertThat(GridReport.badRows(draft.checks().flaws()))
                .extracting(row -> row.file() + " " + row.line() + " " + row.field())
                .containsExactly("operations 1 code", "operations 3 to");
    }

    @Test
    void aCodeOfThePastIsRefused() {
        var draft = draft(new Split(
                "410212001001901",
                List.of(
                        new NewGrid(
                                "410212001001950",
                                "旧",
                                null,
                                null,
                                null,
                                west("410212001001901").shape()),
                        rest("东"))));

        assertThat(draft.checks().flaws()).extracting(Flaw::kind).contains(Flaw.Kind.REUSED);
    }

    @Test
    void landThatLosesItsGridIsAGap() {
        var draft = draft(new Reshape("410212001001901", west("410212001001901").shape()));

        assertThat(draft.checks().flaws())
                .filteredOn(flaw -> flaw.kind() == Flaw.Kind.GAP)
                .singleElement()
                .satisfies(flaw -> assertThat(flaw.squareMetres()).isGreaterThan(1000));
    }

    @Test
    void twoGridsOnTheSameLandOverlap() {
        var draft = draft(new Reshape("410212001001901", union(List.of("410212001001901", "410212001001001"))));

        assertThat(draft.checks().flaws())
                .filteredOn(flaw -> flaw.kind() == Flaw.Kind.OVERLAP)
                .extracting(Flaw::with)
                .contains(List.of("410212001001901"));
    }

    @Test
    void aMallOutOfScatteredHouseholdsIsADedicatedGrid() {
        var mall = west("410212001001901");
        var draft = draft(new Split(
                "410212001001901",
                List.of(new NewGrid(null, "温泉商场", "商场负责人", 0, GridKind.DEDICATED, mall.shape()), rest("温泉社区散户网格3"))));

        assertThat(draft.checks().flaws()).isEmpty();
        assertThat(draft.added())
                .extracting(row -> row.code() + " " + row.kind())
                .containsExactly("410212001001905 SCATTERED", "410212001001951 DEDICATED");
    }

    @Test
    void aGridOnLandThatHasOneAlreadyOverlaps() {
        var draft = draft(
                new Create("410212001001", new NewGrid(null, "多余", "网格长", 1, null, union(List.of("410212001001001")))));

        assertThat(draft.checks().flaws()).extracting(Flaw::kind).contains(Flaw.Kind.OVERLAP);
    }

    /** However grids are split and merged, no land is lost and no code comes back. */
    @Property(tries = 4)
    void noLandIsLostAndNoCodeComesBack(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 1, max = 9) Integer> where) {
        var past = SAMPLE;
        for (var i = 0; i < where.size(); i++) {
            var code = firstScattered(past, "41021200100" + where.get(i));
            var draft = GridDraft.of(List.of(new Split(code, List.of(west(past, code), rest("东")))), past, false);
            assertThat(draft.checks().flaws()).isEmpty();
            assertThat(draft.added()).noneMatch(row -> SAMPLE.wasUsed(row.code().value()));
            past = past.followedBy(draft.rows(), i + 2);
        }
    }

    private static String firstScattered(Past past, String community) {
        return past.inForce().values().stream()
                .filter(row ->
                        row.kind() == GridKind.SCATTERED && row.parentCode().equals(community))
                .findFirst()
                .orElseThrow()
                .code()
                .value();
    }

    private static int gridsOf(List<String> codes) {
        return (int) SAMPLE.inForce().keySet().stream()
                .filter(code -> codes.stream().anyMatch(code::startsWith))
                .count();
    }

    private static GridDraft draft(Operation... operations) {
        return GridDraft.of(List.of(operations), SAMPLE, false);
    }

    private static NewGrid west(String code) {
        return west(SAMPLE, code);
    }

    private static NewGrid west(Past past, String code) {
        return new NewGrid(
                null,
                "西",
                null,
                null,
                null,
                json(westOf(past.inForce().get(code).shape())));
    }

    static com.fasterxml.jackson.databind.JsonNode westHalf(String code) {
        return west(code).shape();
    }

    /** The western half of a shape, as GeoJSON. */
    static String westOf(String geoJson) {
        var shape = Shapes.parse(geoJson);
        var half = shape.getEnvelopeInternal().copy();
        half.init(half.getMinX(), half.centre().x, half.getMinY(), half.getMaxY());
        return Shapes.text(Shapes.areas(shape.getFactory().toGeometry(half).intersection(shape)));
    }

    private static NewGrid rest(String name) {
        return new NewGrid(null, name, null, null, null, null);
    }

    private static com.fasterxml.jackson.databind.JsonNode union(List<String> codes) {
        return json(Shapes.text(Shapes.joined(codes.stream()
                .map(code -> Shapes.parse(SAMPLE.inForce().get(code).shape()))
                .toList())));
    }

    private static com.fasterxml.jackson.databind.JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
