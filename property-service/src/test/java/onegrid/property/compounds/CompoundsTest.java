package onegrid.property.compounds;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class CompoundsTest {
    @Inject
    Compounds compounds;

    private static JsonPath get(Tokens who, String path) {
        return given().auth().oauth2(who.token()).get(path).jsonPath();
    }

    private static Tokens street() {
        return Tokens.of("street").in("410212001");
    }

    @Test
    void theSampleHoldsThe118CompoundsOfTheStreetInAllFiveModes() {
        var all = get(street(), "/api/property/compounds?limit=200");

        assertThat(all.getList("items")).hasSize(118);
        assertThat(Set.copyOf(all.getList("items.mode", String.class)))
                .containsExactlyInAnyOrder("OWN_CHOICE", "SELF_MANAGED", "PACKAGED", "GOVERNMENT", "STATE_PLATFORM");
    }

    @Test
    void selfManagedCompoundsHaveNoCompanyAndPackagedOnesHave() {
        var all = get(street(), "/api/property/compounds?limit=200");

        assertThat(all.getList("items.findAll { it.mode == 'SELF_MANAGED' }.company"))
                .containsOnlyNulls();
        assertThat(all.getList("items.findAll { it.mode == 'PACKAGED' }.company"))
                .doesNotContainNull();
    }

    @Test
    void compoundsAreFoundByNameAndCommunity() {
        var found = get(street(), "/api/property/compounds?query=小区1&communityCode=410212001002");

        assertThat(found.getList("items.name", String.class)).isNotEmpty().allMatch(name -> name.contains("小区1"));
        assertThat(Set.copyOf(found.getList("items.communityCode", String.class)))
                .containsExactly("410212001002");
    }

    @Test
    void aCommunitySeesItsOwnCompoundsOnly() {
        var items = get(Tokens.of("community").in("410212001009"), "/api/property/compounds?limit=200")
                .getList("items.code", String.class);

        assertThat(items).hasSize(10).allMatch(code -> code.startsWith("410212001009"));
    }

    @Test
    void pagesHoldEveryCompoundOnce() {
        var seen = new TreeSet<String>();
        var after = "";
        while (after != null) {
            var page = get(street(), "/api/property/compounds?limit=50&after=" + after);
            seen.addAll(page.<String>getList("items.code"));
            after = page.getString("next");
        }

        assertThat(seen).hasSize(118);
    }

    @Test
    void companiesAreListedWithTheCompoundsTheyServe() {
        var companies = get(street(), "/api/property/companies");

        assertThat(companies.getList("items")).hasSize(12);
        assertThat(companies.getList("items.compounds", Integer.class).stream()
                        .mapToInt(n -> n)
                        .sum())
                .isBetween(80, 118);
    }

    @Test
    void theCompanyInChargeIsTheOneWhoseContractHoldsOnThatDay() {
        var changed = "410212001001010";
        var before = compounds.inCharge(changed, LocalDate.of(2026, 6, 30)).company();
        var after = compounds.inCharge(changed, LocalDate.of(2026, 7, 1)).company();

        assertThat(List.of(before.code, after.code)).doesNotHaveDuplicates();
    }

    @Test
    void aBadLimitIsNamed() {
        var refused = get(street(), "/api/property/compounds?limit=0");

        assertThat(refused.getInt("status")).isEqualTo(400);
    }

    @Test
    void residentsHaveNoBusinessHere() {
        given().auth()
                .oauth2(Tokens.of("resident").token())
                .get("/api/property/compounds")
                .then()
                .statusCode(403);
    }
}
