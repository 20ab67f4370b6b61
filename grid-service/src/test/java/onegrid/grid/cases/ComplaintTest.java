package onegrid.grid.cases;

import static onegrid.grid.cases.ACase.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import onegrid.grid.dispatch.Unit;
import onegrid.kit.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Complaint material never reaches the party complained of (济南 Art. 32). */
class ComplaintTest {
    @ParameterizedTest
    @CsvSource({"grid, community", "community, street", "street, centre", "water, grid"})
    void aComplaintAboutADeskIsOwnedByTheOneAbove(String about, String owner) {
        assertThat(complainingOf(about, "0101").owner.unit()).isEqualTo(owner);
    }

    @Test
    void whoIsComplainedOfDoesNotLead() {
        var c = complainingOf("water", "0101");
        assertThatThrownBy(() -> c.dispatch(Unit.WATER, List.of(), STREET, null, MONDAY))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.more()).containsEntry("rule", "COMPLAINT"));
    }

    @Test
    void whoIsComplainedOfDoesNotHelp() {
        var c = complainingOf("water", "0101");
        assertThatThrownBy(() -> c.dispatch(Unit.POWER, List.of(Unit.WATER), STREET, null, MONDAY))
                .isInstanceOf(Problem.class);
    }

    @Test
    void aComplaintAboutOneCompanyGoesToNoPropertyCompany() {
        var c = complainingOf("C03", "0101");
        assertThatThrownBy(() -> c.dispatch(Unit.PROPERTY_COMPANY, List.of(), STREET, null, MONDAY))
                .isInstanceOf(Problem.class);
    }

    @Test
    void aResultIsNotVerifiedByWhoIsComplainedOf() {
        var c = complainingOf("community", "0101");
        c.dispatch(Unit.WATER, List.of(), STREET, null, MONDAY);
        c.accept(WATER, null, MONDAY);
        c.start(WATER, null, MONDAY);
        c.feedback(WATER, "已处理", true, null, MONDAY, TIME);
        assertThat(c.owner.unit()).isEqualTo("street");
    }

    @ParameterizedTest
    @ValueSource(strings = {"centre", "nobody", "c3", "C03' or '1'='1"})
    void aComplaintNamesAUnitOrACompany(String about) {
        assertThatThrownBy(() -> Complaint.about(about))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.status()).isEqualTo(400));
    }
}
