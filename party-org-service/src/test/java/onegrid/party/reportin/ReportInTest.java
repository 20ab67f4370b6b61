package onegrid.party.reportin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class ReportInTest {
    @Inject
    DataSource database;

    private static JsonPath get(Tokens who, String path) {
        return given().auth().oauth2(who.token()).get(path).jsonPath();
    }

    private int sql(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var command = connection.createStatement()) {
            return command.executeUpdate(statement);
        }
    }

    @Test
    void theSampleIsOf68UnitsAnd1769MembersOverNineCommunities() {
        var figures = get(Tokens.of("street").in("410212001"), "/api/party/figures");

        assertThat(figures.getInt("units")).isEqualTo(68);
        assertThat(figures.getInt("members")).isEqualTo(1769);
        assertThat(figures.getList("communities")).hasSize(9);
        assertThat(figures.getList("communities.members", Integer.class)).allMatch(n -> n > 0);
    }

    @Test
    void aCommunitysFiguresAreItsOwn() {
        var figures = get(Tokens.of("community").in("410212001004"), "/api/party/figures");

        assertThat(figures.getList("communities.code")).containsExactly("410212001004");
    }

    @Test
    void everybodyMayKnowHowManyHaveReportedInToACommunity() {
        var community = get(Tokens.of("portal"), "/api/party/communities/410212001004");

        assertThat(community.getLong("units")).isPositive();
        assertThat(community.getLong("members")).isGreaterThanOrEqualTo(5);
        assertThat(community.getMap("$").keySet())
                .containsExactlyInAnyOrder("communityCode", "communityName", "units", "members");
    }

    @Test
    void fewerThanFiveMembersAreNotANumberForEverybody() throws SQLException {
        sql("insert into community (code, name) values ('410213001099', '样例社区') on conflict do nothing");

        var community = get(Tokens.of("portal"), "/api/party/communities/410213001099");

        assertThat(community.getString("members")).isNull();
        assertThat(community.getLong("units")).isZero();
    }

    @Test
    void everyUnitHasALiaison() {
        var units = get(Tokens.of("street").in("410212001"), "/api/party/units?limit=200");

        assertThat(units.getList("items")).hasSize(68);
        assertThat(units.getList("items.liaisonPost", String.class)).allMatch(post -> !post.isBlank());
    }

    @Test
    void unitsAreListedByCommunity() {
        var units = get(Tokens.of("street").in("410212001"), "/api/party/units?communityCode=410212001002");

        assertThat(units.getList("items.communityCode", String.class))
                .isNotEmpty()
                .containsOnly("410212001002");
    }

    @Test
    void aMemberIsActiveInOneCommunityOnly() {
        assertThatThrownBy(() -> sql("""
                        insert into report_in_member (ref, unit_code, community_code, status, consent_until)
                        select ref, unit_code, '410212001009', 'ACTIVE', consent_until from report_in_member
                        where status = 'ACTIVE' limit 1"""))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("one_community_per_member");
    }

    @Test
    void aMemberCannotPrecedeItsUnit() {
        assertThatThrownBy(() -> sql("""
                        insert into report_in_member (ref, unit_code, community_code, status)
                        values (gen_random_uuid(), 'U999', '410212001009', 'REGISTERED')""")).isInstanceOf(SQLException.class).hasMessageContaining("foreign key");
    }

    @Test
    void aMemberIsNotActiveWithoutConsent() {
        assertThatThrownBy(() -> sql("""
                        insert into report_in_member (ref, unit_code, community_code, status)
                        values (gen_random_uuid(), 'U01', '410212001009', 'ACTIVE')"""))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("an_active_member_has_consented");
    }

    @Test
    void propertyCompaniesHaveNoBusinessHere() {
        given().auth()
                .oauth2(Tokens.of("property").in("410212001").token())
                .get("/api/party/units")
                .then()
                .statusCode(403);
    }
}
