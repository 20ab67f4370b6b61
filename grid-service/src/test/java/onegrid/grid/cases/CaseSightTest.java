package onegrid.grid.cases;

import static onegrid.grid.cases.District.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.*;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sees which case: what lies outside is not there. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class CaseSightTest {
    @Test
    void theHeadOfTheGridSeesItsCase() {
        read(GRID_HEAD, filed("0101"))
                .then()
                .statusCode(200)
                .body("owner.unit", equalTo("grid"))
                .body("allowed", contains("self-handle"))
                .header("ETag", "\"2\"");
    }

    @Test
    void aForeignCommunityFindsNothing() {
        read(OTHER_COMMUNITY, filed("0101")).then().statusCode(404).body("type", equalTo("/problems/not-found"));
    }

    @Test
    void aForeignCommunityCannotAct() {
        send(OTHER_COMMUNITY, filed("0101"), "dispatch", "unit", "water").then().statusCode(404);
    }

    @Test
    void aUnitSeesNothingBeforeItIsAsked() {
        read(WATER, filed("0402")).then().statusCode(404);
    }

    @Test
    void aUnitSeesWhatItLeads() {
        var id = filed("0402");
        done(COMMUNITY_DESK, id, "dispatch", "unit", "water");

        read(WATER, id).then().statusCode(200).body("allowed", contains("accept", "return", "arrive"));
    }

    @Test
    void aUnitSeesWhatItHelpsWith() {
        var id = filed("0402");
        done(COMMUNITY_DESK, id, "dispatch", "unit", "water", "coUnits", List.of("power"));

        read(unit("power"), id).then().statusCode(200).body("allowed", contains("arrive", "co-done"));
    }

    @Test
    void aUnitFindsInItsInboxWhatItIsAskedFor() {
        var id = filed("0602");
        done(COMMUNITY_DESK, id, "dispatch", "unit", "telecom");

        as(unit("telecom"))
                .queryParam("view", "inbox")
                .get("/api/cases")
                .then()
                .statusCode(200)
                .body("items.id", contains(id));
    }

    @Test
    void aListHoldsOnlyWhatIsInSight() {
        filed("0101");

        List<String> places =
                as(GRID_HEAD).queryParam("limit", 200).get("/api/cases").path("items.grid.code");

        assertThat(places).isNotEmpty().allMatch(code -> code.startsWith(LEAF));
    }

    @Test
    void pagesOfAListFollowEachOther() {
        filed("0101");
        filed("0101");

        var first = as(CENTRE).queryParam("limit", 1).get("/api/cases");
        var second = as(CENTRE)
                .queryParam("limit", 1)
                .queryParam("after", first.<String>path("next"))
                .get("/api/cases");

        second.then().statusCode(200).body("items.id[0]", not(equalTo(first.<String>path("items.id[0]"))));
    }

    @Test
    void aCaseIsFoundByWordsOfItsText() {
        var id = report(PORTAL, Map.of("text", "百分百_特别的词语", "matterCode", "0101", "gridCode", LEAF))
                .<String>path("id");

        as(CENTRE).queryParam("query", "百_特别").get("/api/cases").then().body("items.id", contains(id));
    }

    @Test
    void countsAreThoseOfTheScope() {
        filed("0101");

        as(OTHER_COMMUNITY).get("/api/cases/counts").then().statusCode(200).body("open", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"party", "new-sector", "resident", "portal", "auditor", "system-admin"})
    void aPostWithoutCasesIsToldSo(String role) {
        as(Tokens.of(role).in("410212").token()).get("/api/cases").then().statusCode(403);
    }

    @Test
    void whoeverHandlesAConfidentialReportDoesNotLearnTheReporter() {
        var id = report(
                        PORTAL,
                        Map.of(
                                "text",
                                "举报有人乱倒垃圾",
                                "matterCode",
                                "0101",
                                "gridCode",
                                LEAF,
                                "reporter",
                                Map.of("name", "张三", "phone", "13800005678", "confidential", true)))
                .<String>path("id");
        done(COMMUNITY_DESK, id, "dispatch", "unit", "sanitation");

        send(unit("sanitation"), id, "unmask", "reason", "想问问").then().statusCode(403);
    }

    @Test
    void anUnmaskingIsShownToTheReporter() {
        var receipt = report(
                PORTAL,
                Map.of(
                        "text",
                        "楼下垃圾没人拉",
                        "matterCode",
                        "0101",
                        "gridCode",
                        LEAF,
                        "reporter",
                        Map.of("name", "张三", "phone", "13800005678")));
        done(COMMUNITY_DESK, receipt.path("id"), "unmask", "reason", "需要回访")
                .then()
                .body("name", equalTo("张三"))
                .body("phone", equalTo("13800005678"));

        as(PORTAL)
                .queryParam("token", receipt.<String>path("trackingToken"))
                .get("/api/cases/track/" + receipt.path("number"))
                .then()
                .statusCode(200)
                .body("unmasked.reason", contains("需要回访"))
                .body("unmasked.by", contains("温泉社区党组织书记"));
    }

    @Test
    void theReporterIsMaskedByDefault() {
        var id = report(
                        PORTAL,
                        Map.of(
                                "text",
                                "楼下垃圾没人拉",
                                "matterCode",
                                "0101",
                                "gridCode",
                                LEAF,
                                "reporter",
                                Map.of("name", "张三", "phone", "13800005678")))
                .<String>path("id");

        read(COMMUNITY_DESK, id)
                .then()
                .body("reporter.name", equalTo("张*"))
                .body("reporter.phone", equalTo("138****5678"));
    }

    @Test
    void aWrongTokenFindsNothing() {
        as(PORTAL)
                .queryParam("token", "AAAAAAAAAA")
                .get("/api/cases/track/" + reported("垃圾没人拉", "0101").path("number"))
                .then()
                .statusCode(404);
    }
}
