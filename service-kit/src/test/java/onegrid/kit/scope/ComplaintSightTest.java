package onegrid.kit.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who does not get to see a complaint: whom it is about, and who answers to them. */
class ComplaintSightTest {
    @ParameterizedTest(name = "{0} of {1} in {2}: hidden are {3}, seen are {4}")
    @CsvSource({
        "grid-head,     ,                 41021200100100101,   grid community street,         water C03",
        "building-head, ,                 4102120010010010101, grid community street,         water C03",
        "community,     community,        410212001001,        community street,              grid water C03",
        "community,     ,                 410212001001,        community street,              grid",
        "street,        street,           410212001,           street,                        grid community C03",
        "centre,        centre,           410212,              ,                              grid community street water C03",
        "supervisor,    ,                 410212,              ,                              grid community street water C03",
        "unit,          water,            410212,              water,                         grid community street gas C03",
        "unit,          property-office,  410212,              property-office,               property-company C03",
        "property,      C03,              410212001,           C03 property-company,          C05 community",
        "property,      property-company, 410212001,           C03 C05 property-company,      community water",
        "party,         party,            410212001001,        party community street,        grid water",
        "party,         party,            410212001,           street,                        grid community",
        "new-sector,    new-sector,       410212001,           new-sector street,             grid community water",
    })
    void aComplaintIsHiddenFromWhomItIsAboutAndFromWhoAnswersToThem(
            String role, String unit, String scope, String hidden, String seen) {
        var sight = ComplaintSight.of(role, unit, List.of(scope));

        assertThat(codes(hidden)).noneMatch(sight::sees);
        assertThat(codes(seen)).allMatch(sight::sees);
    }

    private static List<String> codes(String words) {
        return words == null ? List.of() : Arrays.asList(words.split(" "));
    }

    @Test
    void whatIsNoComplaintIsSeen() {
        assertThat(ComplaintSight.of("grid-head", null, List.of("410212001001001"))
                        .sees(null))
                .isTrue();
    }

    @Test
    void anythingButACodeStaysOutOfTheQuery() {
        assertThat(ComplaintSight.of("unit", "' or 1=1 --", List.of("410212")).condition("c.complained_of"))
                .isEqualTo("(1 = 1)");
    }

    @Test
    void theConditionNamesEveryCode() {
        assertThat(ComplaintSight.of("property", "property-company", List.of("410212001"))
                        .condition("d.complainedOf"))
                .isEqualTo("(d.complainedOf is null or d.complainedOf not in ('?', 'property-company')"
                        + " and lower(d.complainedOf) = d.complainedOf)");
    }
}
