package onegrid.brain;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import onegrid.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sees what: by part of the district, by unit, and by having a part in a linkage. */
@QuarkusTest
class ScopeTest extends BrainTest {
    @Test
    void aLinkageOfAnotherCommunityDoesNotExist() {
        var id = linkage(running()).getString("id");

        as(Tokens.of("street").in("410212999"))
                .get("/api/brain/linkages/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    void aCommandOnAForeignLinkageIsNotFoundEither() {
        var id = linkage(running()).getString("id");

        as(Tokens.of("street").in("410212999"))
                .body(body("note", "催办"))
                .post("/api/brain/linkages/" + id + "/urge")
                .then()
                .statusCode(404);
    }

    @Test
    void countsHoldOnlyWhatIsInScope() {
        var big = running();
        var elsewhere = running();

        as(Tokens.of("community").in(big.community()))
                .get("/api/brain/situation")
                .then()
                .statusCode(200)
                .body("open", equalTo(1))
                .body("today.big", equalTo(1))
                .body("grids.code", equalTo(List.of(big.community(), big.grid())))
                .body("linkages.open", equalTo(1))
                .body("linkages.unanswered", equalTo(1));
    }

    @Test
    void theStaffOfASuccessorSeeWhatARetiredGridLeft() {
        var big = running();
        var id = linkage(big).getString("id");
        var successor = "410212998001001";

        topics().tell(
                        "onegrid.grids",
                        "grid.grid.retired.v1",
                        big.grid(),
                        body(
                                "code",
                                big.grid(),
                                "name",
                                "旧网格",
                                "level",
                                3,
                                "successors",
                                List.of(successor),
                                "validTo",
                                "2026-11-22T09:00:00+08:00"));

        await().untilAsserted(() -> as(Tokens.of("community").in("410212998001"))
                .get("/api/brain/linkages/" + id)
                .then()
                .statusCode(200));
    }

    @Test
    void decisionsOfAnotherCommunityAreNotListed() {
        var mine = running();
        running();

        as(Tokens.of("community").in(mine.community()))
                .get("/api/brain/decisions")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].rule.number", equalTo("R2"))
                .body("items[0].facts.peopleAffected", equalTo(300));
    }

    @Test
    void aUnitSeesWhatItLeads() {
        var aCase = running();

        as(Tokens.of("unit").unit("water").in(aCase.community()))
                .get("/api/brain/linkages")
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void aUnitDoesNotSeeWhatConcernsAnotherOne() {
        var aCase = running();

        as(Tokens.of("unit").unit("gas").in(aCase.community()))
                .get("/api/brain/linkages")
                .then()
                .body("items", empty());
    }

    @Test
    void aPropertyPostCountsOnlyCasesThatALinkageCalledItTo() {
        var aCase = running();
        var small = filed(ACase.small().with("gridCode", aCase.grid()).with("communityCode", aCase.community()));
        decided(small);

        as(Tokens.of("property").unit("property-company").in(aCase.community()))
                .get("/api/brain/situation")
                .then()
                .body("open", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unit", "property", "party", "new-sector", "resident"})
    void policiesAreForThoseWhoSteer(String role) {
        as(Tokens.of(role).unit("water").in("410212"))
                .get("/api/brain/policies")
                .then()
                .statusCode(403);
    }

    @Test
    void withoutAPostNothingIsShown() {
        as(Tokens.of("resident")).get("/api/brain/situation").then().statusCode(403);
    }

    @Test
    void aPostWithoutAPlaceSeesNothing() {
        running();

        as(Tokens.of("community")).get("/api/brain/linkages?status=all").then().body("items", empty());
    }
}
