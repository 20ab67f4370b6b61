package onegrid.grid.cards;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is public about a grid. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class CardsHttpTest {
    @Test
    void aCardTellsTheLimitsInWords() {
        card("410212001003001")
                .body("limits.words", containsString("至"))
                .body("limits.hectares", greaterThan(0.1f))
                .body("limits.sides.grids.flatten().code", not(hasItem("410212001003001")))
                .body("limits.sides.grids.flatten().code.collect { it.length() }", everyItem(equalTo(15)));
    }

    @ParameterizedTest(name = "{0} is {1}, {2}")
    @CsvSource({
        "410212, 区, 基础网格",
        "410212001, 一级网格（街道）, 基础网格",
        "410212001001, 二级网格（社区）, 基础网格",
        "410212001001901, 三级网格（小区）, 散户网格",
        "41021200100100101, 四级网格（楼栋片区）, 基础网格",
        "4102120010010010101, 五级网格（楼栋）, 基础网格"
    })
    void aCardNamesItsLevelAndKind(String code, String level, String kind) {
        card(code).statusCode(200).body("levelName", equalTo(level)).body("kindName", equalTo(kind));
    }

    @Test
    void aCardShowsThePostAndThatItIsHeld() {
        card("41021200100300101")
                .body("head.kind", equalTo("GRID_HEAD"))
                .body("head.title", equalTo("网格长"))
                .body("head.state", equalTo("HELD"))
                .body("head.holder", nullValue());
    }

    @Test
    void theCardOfTheDistrictHasNoHeadAndNoNeighbours() {
        card("410212").body("head", nullValue()).body("limits.sides", empty());
    }

    @Test
    void theFortyServiceItemsSayWhatTheyNeed() {
        given().auth()
                .oauth2(Tokens.of("portal").token())
                .get("/api/grids/service-items")
                .then()
                .statusCode(200)
                .body("items", hasSize(40))
                .body("items.materials.collect { it.size() }", everyItem(greaterThan(0)))
                .body("items.promisedLimitWorkdays", everyItem(greaterThan(0)));
    }

    @Test
    void anItemNamesWhatIsNotHandedIn() {
        given().auth()
                .oauth2(Tokens.of("portal").token())
                .get("/api/grids/service-items/MZ004")
                .then()
                .body("name", equalTo("高龄津贴申领"))
                .body("materials.find { it.name == '身份证' }.shared", equalTo(true))
                .body("materials.find { it.name == '本人银行账户' }.shared", equalTo(false))
                .body("steps[0]", notNullValue());
    }

    @Test
    void anUnknownItemIsNotFound() {
        given().auth()
                .oauth2(Tokens.of("portal").token())
                .get("/api/grids/service-items/XX999")
                .then()
                .statusCode(404);
    }

    private static ValidatableResponse card(String code) {
        return given().auth()
                .oauth2(Tokens.of("portal").token())
                .get("/api/grids/" + code)
                .then();
    }
}
