package onegrid.brain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import onegrid.brain.ACase;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** What the delivered policy makes of the catalogue and of a day of reports; the figures of ADR 0007. */
class CatalogueCountsTest {
    private static final Map<String, String> NO_DEPARTMENT =
            Map.of("社区", "community", "物业服务企业", "property-company", "网格", "grid");

    private static List<CSVRecord> rows(String name) throws IOException {
        try (var file = CatalogueCountsTest.class.getResourceAsStream("/district/" + name);
                var text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            return CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(text)
                    .getRecords();
        }
    }

    private static ACase of(CSVRecord matter) {
        return ACase.small()
                .with("matterCode", matter.get("code"))
                .with("className", matter.get("class_name"))
                .with("severity", Integer.parseInt(matter.get("severity")))
                .with("limitProfile", matter.get("limit_profile"))
                .with("gridHandles", Boolean.valueOf(matter.get("grid_handles")))
                .with("needsEnforcement", Boolean.valueOf(matter.get("needs_enforcement")))
                .with("leadUnit", matter.get("lead_unit"))
                .with("coUnits", list(matter.get("co_units")))
                .with("services", list(matter.get("services")));
    }

    private static List<String> list(String cell) {
        return Arrays.stream(cell.split(";"))
                .filter(name -> !name.isBlank())
                .map(name -> NO_DEPARTMENT.getOrDefault(name, name))
                .toList();
    }

    private static Map<String, Integer> count(List<ACase> cases, String title) {
        var byRule = new TreeMap<String, Integer>();
        var byScale = new TreeMap<String, Integer>();
        for (var one : cases) {
            var rule = DefaultPolicyTest.POLICY.decide(Facts.of(one.state(), false, 1, false));
            byRule.merge(rule.number() + " " + rule.name(), 1, Integer::sum);
            byScale.merge(rule.scale().name(), 1, Integer::sum);
        }
        System.out.println(title + " " + byScale + " " + byRule);
        return byScale;
    }

    @Test
    void theCatalogueIsNeitherAllBigNorAllSmall() throws IOException {
        var counts = count(
                rows("catalogue.csv").stream().map(CatalogueCountsTest::of).toList(), "catalogue");

        assertThat(counts.get("BIG")).isBetween(25, 50);
    }

    @Test
    void aDayOfReportsLeavesMostOfItInTheGridsAndWithOneUnit() throws IOException {
        var matters = new LinkedHashMap<String, CSVRecord>();
        rows("catalogue.csv").forEach(matter -> matters.put(matter.get("code"), matter));
        var cases = rows("reports.csv").stream()
                .map(report -> of(matters.get(report.get("code")))
                        .with("severity", Integer.parseInt(report.get("severity")))
                        .with("peopleAffected", Integer.parseInt("0" + report.get("people_affected"))))
                .toList();

        var counts = count(cases, "reports");

        assertThat(counts.get("SMALL")).isGreaterThan(100);
    }
}
