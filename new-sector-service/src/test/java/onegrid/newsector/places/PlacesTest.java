package onegrid.newsector.places;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class PlacesTest {
    @Inject
    EntityManager database;

    private static JsonPath get(Tokens who, String path) {
        return given().auth().oauth2(who.token()).get(path).jsonPath();
    }

    @Test
    void thePortalShowsEveryStationToEverybody() {
        var stations = get(Tokens.of("portal"), "/api/new-sector/stations");

        assertThat(stations.getList("items")).hasSize(24);
        assertThat(stations.getList("items.amenities", List.class))
                .allMatch(amenities -> amenities.contains("REST") && amenities.contains("WATER"));
    }

    @Test
    void everyStationOfTheSampleLiesInTheStreet() {
        var stations = get(Tokens.of("portal"), "/api/new-sector/stations");

        assertThat(stations.getList("items.longitude", Float.class)).allMatch(x -> x > 114.40 && x < 114.49);
        assertThat(stations.getList("items.latitude", Float.class)).allMatch(y -> y > 34.72 && y < 34.79);
    }

    @Test
    void stationsNearAPointAreGivenNearestFirst() {
        var near = get(Tokens.of("portal"), "/api/new-sector/stations?longitude=114.4386&latitude=34.7682");

        assertThat(near.getList("items.distanceMetres", Integer.class))
                .isNotEmpty()
                .isSorted();
    }

    @Test
    void halfAPointIsRefused() {
        given().auth()
                .oauth2(Tokens.of("portal").token())
                .get("/api/new-sector/stations?longitude=114.4")
                .then()
                .statusCode(400);
    }

    @Test
    void theSampleHasOrganisationsOfAllSixUnionIndustries() {
        var all = get(Tokens.of("street").in("410212001"), "/api/new-sector/organisations?limit=200");

        assertThat(all.getList("items")).hasSize(80);
        assertThat(Set.copyOf(all.getList("items.industry", String.class)))
                .contains("ECOMMERCE", "FOOD_DELIVERY", "TRUCKING", "HOUSEKEEPING", "CARE", "LOGISTICS");
    }

    @Test
    void theUnionFederationHasMoreThan1500Members() {
        var members = database.createQuery("select sum(members) from UnionBranch", Long.class)
                .getSingleResult();

        assertThat(members).isGreaterThan(1500);
    }

    @Test
    void organisationsAreScoped() {
        var codes = get(Tokens.of("community").in("410212001007"), "/api/new-sector/organisations?limit=200")
                .getList("items.gridCode", String.class);

        assertThat(codes).isNotEmpty().allMatch(code -> code.startsWith("410212001007"));
    }

    @Test
    void thePortalDoesNotSeeOrganisations() {
        given().auth()
                .oauth2(Tokens.of("portal").token())
                .get("/api/new-sector/organisations")
                .then()
                .statusCode(403);
    }
}
