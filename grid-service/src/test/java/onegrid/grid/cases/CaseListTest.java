package onegrid.grid.cases;

import static onegrid.grid.cases.District.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import onegrid.testing.ServiceUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a desk finds: by words of any length, by number, page after page, each case once. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class CaseListTest {
    private static final String QUIET_GRID = "41021200100100103";

    @Inject
    DataSource database;

    private static Response reported(String text, String address) {
        return report(PORTAL, Map.of("text", text, "matterCode", "0101", "gridCode", LEAF, "address", address));
    }

    private static Response search(String words) {
        return as(CENTRE).queryParam("limit", 200).queryParam("query", words).get("/api/cases");
    }

    /** In a grid that the other tests leave alone: all its pages are read. */
    private static String filed(String matterCode) {
        return report(PORTAL, Map.of("text", "门口有情况", "matterCode", matterCode, "gridCode", QUIET_GRID))
                .path("id");
    }

    private static RequestSpecification list(String token, String view, int limit) {
        return as(token)
                .queryParam("gridCode", QUIET_GRID)
                .queryParam("view", view)
                .queryParam("limit", limit);
    }

    private static List<String> pages(String token, String view, int limit) {
        var ids = new ArrayList<String>();
        var page = list(token, view, limit).get("/api/cases");
        ids.addAll(page.path("items.id"));
        while (page.path("next") != null) {
            page = list(token, view, limit)
                    .queryParam("after", page.<String>path("next"))
                    .get("/api/cases");
            ids.addAll(page.path("items.id"));
        }
        return ids;
    }

    @ParameterizedTest
    @ValueSource(strings = {"囍", "囍字", "囍字灯", "字灯笼歪了挡着LED", "led", "Ed牌", "50%_!", "垚", "垚鑫巷", "巷7号", " 囍字 "})
    void oneCharacterOrManyAreFoundInTextAndAddress(String words) {
        var id = reported("囍字灯笼歪了挡着LED牌50%_!", "垚鑫巷7号").<String>path("id");

        search(words).then().statusCode(200).body("items.id", hasItem(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"囍灯", "灯字", "囍字歪", "了垚", "囍%灯", "囍_灯", "囍字灯笼歪了挡着LED牌牌"})
    void whatIsNotWrittenLikeThisIsNotFound(String words) {
        var id = reported("囍字灯笼歪了挡着LED牌", "垚鑫巷7号").<String>path("id");

        search(words).then().statusCode(200).body("items.id", not(hasItem(id)));
    }

    /** More than are read one by one: the other way of searching finds the same. */
    @Test
    void aCommonWordIsFoundPageAfterPage() {
        var ids = Stream.generate(() -> reported("门前路面坑坑洼洼", "城东").<String>path("id"))
                .limit(5)
                .toList();

        assertThat(search("坑坑洼洼").<List<String>>path("items.id")).containsAll(ids);
    }

    @ParameterizedTest
    @CsvSource({"6", "7", "9", "12"})
    void aCaseIsFoundByTheBeginningOfItsNumber(int digits) {
        var receipt = reported("垃圾没人拉", "城东");

        var numbers =
                search(receipt.<String>path("number").substring(0, digits)).<List<String>>path("items.number");

        assertThat(numbers)
                .allMatch(number ->
                        number.startsWith(receipt.<String>path("number").substring(0, digits)));
        assertThat(numbers).isNotEmpty();
    }

    @Test
    void digitsAreFoundInTheTextToo() {
        var id = reported("公示牌上写着20198765", "城东").<String>path("id");

        search("20198765").then().body("items.id", contains(id));
    }

    @Test
    void everyCaseOfADeskStandsOnOnePageOnly() {
        var mine = Stream.generate(() -> filed("0101")).limit(4).toList();
        done(COMMUNITY_DESK, mine.getFirst(), "dispatch", "unit", "water", "coUnits", List.of("community"));

        var ids = pages(COMMUNITY_DESK, "inbox", 1);

        assertThat(ids).doesNotHaveDuplicates().containsAll(mine);
    }

    @Test
    void aUnitFindsWhatItLeadsAndWhatItHelpsWithInOneOrder() {
        var led = filed("0402");
        var helped = filed("0402");
        done(COMMUNITY_DESK, led, "dispatch", "unit", "gas");
        done(COMMUNITY_DESK, helped, "dispatch", "unit", "water", "coUnits", List.of("gas"));

        assertThat(pages(unit("gas"), "open", 1)).doesNotHaveDuplicates().contains(led, helped);
        assertThat(pages(unit("gas"), "inbox", 1)).doesNotHaveDuplicates().contains(led, helped);
        as(unit("gas")).get("/api/cases/counts").then().body("open", greaterThanOrEqualTo(2));
    }

    @Test
    void whatIsOpenHoldsNothingClosed() {
        var cancelled = filed("0101");
        var open = filed("0101");
        done(CENTRE, cancelled, "cancel", "reason", "误报");

        assertThat(pages(CENTRE, "open", 200)).contains(open).doesNotContain(cancelled);
        assertThat(pages(CENTRE, "closed", 200)).contains(cancelled);
    }

    @Test
    void pagesGoOnAmongCasesThatAreDueAtTheSameMoment() throws Exception {
        var ids = Stream.generate(() -> filed("0101")).limit(6).toList();
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(
                        "update grid_case set due_at = '2027-01-01' where id = any(?::uuid[])")) {
            update.setArray(1, connection.createArrayOf("text", ids.toArray()));
            update.executeUpdate();
        }

        assertThat(pages(COMMUNITY_DESK, "open", 2)).doesNotHaveDuplicates().containsAll(ids);
    }

    @Test
    void anUnknownViewIsRefused() {
        as(CENTRE)
                .queryParam("view", UUID.randomUUID().toString())
                .get("/api/cases")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }
}
