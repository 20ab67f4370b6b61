package onegrid.gateway.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import onegrid.gateway.hooks.EventTypes.Kind;
import onegrid.kit.places.PlacesBefore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose eyes a subscription has. */
class AudienceTest {
    private static final String HERE = "410212001001001";
    private static final PlacesBefore NOTHING_CHANGED = prefix -> List.of();

    private static LoggedEvent event(String lead, String coUnits, boolean given, String complainedOf) {
        return new LoggedEvent(
                UUID.randomUUID(),
                "grid.case.filed.v1",
                "case",
                UUID.randomUUID(),
                "261124-00001",
                HERE,
                lead,
                coUnits == null ? List.of() : List.of(coUnits.split(" ")),
                given,
                complainedOf,
                Instant.EPOCH,
                "{}");
    }

    private static Audience of(String role, String unit) {
        return new Audience(role, unit, List.of("410212001"), List.of());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // role, unit, lead, coUnits, given, sees
                "district-system, -, water, -, false, true",
                "centre, centre, water, -, false, true",
                "unit, water, water, -, true, true",
                "unit, water, water, -, false, false", // only the catalogue names it so far
                "unit, gas, water, -, true, false",
                "unit, gas, water, police gas, true, true",
                "unit, gas, water, police gas, false, false",
                "property, property-company, property-company, -, true, true",
                "property, property-company, water, -, true, false"
            })
    void aUnitSeesWhatItHasAndOthersTheirPartOfTheDistrict(
            String role, String unit, String lead, String coUnits, boolean given, boolean sees) {
        assertThat(of(role, unit).sees(event(lead, coUnits, given, null), Kind.CASE, NOTHING_CHANGED))
                .isEqualTo(sees);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // role, unit, complained of, sees
                "district-system, -, water, false",
                "system-admin, -, water, false",
                "unit, water, water, false",
                "unit, water, gas, true",
                "unit, water, ?, false",
                "property, property-company, property-company, false",
                "community, community, community, false",
                "community, community, grid, true",
                "community, community, street, false",
                "street, street, community, true",
                "street, street, street, false",
                "centre, centre, street, true",
                "centre, centre, ?, false",
                "supervisor, -, street, true"
            })
    void aComplaintNeverReachesWhomItIsAbout(String role, String unit, String complainedOf, boolean sees) {
        var lead = unit == null ? "police" : unit;

        assertThat(of(role, unit).sees(event(lead, null, true, complainedOf), Kind.CASE, NOTHING_CHANGED))
                .isEqualTo(sees);
    }

    @Test
    void whatLiesElsewhereIsNotSeen() {
        var elsewhere = new Audience("centre", "centre", List.of("410212002"), List.of());

        assertThat(elsewhere.sees(event("water", null, true, null), Kind.CASE, NOTHING_CHANGED))
                .isFalse();
    }

    @Test
    void aNarrowerChoiceNarrows() {
        var narrower = new Audience("centre", "centre", List.of("410212"), List.of("410212001002"));

        assertThat(narrower.sees(event("water", null, true, null), Kind.CASE, NOTHING_CHANGED))
                .isFalse();
    }

    @Test
    void whatWasFiledUnderARetiredCodeIsSeenByItsSuccessor() {
        var successor = new Audience("centre", "centre", List.of("410212009"), List.of());

        assertThat(successor.sees(event("water", null, true, null), Kind.CASE, prefix -> List.of("410212001001")))
                .isTrue();
    }

    @Test
    void onlyThoseWhoSteerHearTheBrain() {
        assertThat(of("unit", "water").hears(Kind.STEER)).isFalse();
        assertThat(of("district-system", null).hears(Kind.STEER)).isFalse();
        assertThat(of("street", "street").hears(Kind.STEER)).isTrue();
    }
}
