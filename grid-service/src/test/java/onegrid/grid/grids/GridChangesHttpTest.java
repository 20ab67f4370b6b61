package onegrid.grid.grids;

import static io.restassured.RestAssured.given;
import static onegrid.grid.grids.OwnDistrict.split;
import static onegrid.grid.grids.OwnDistrict.west;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import onegrid.testing.Contracts;
import onegrid.testing.Tokens;
import onegrid.testing.Topics;
import org.junit.jupiter.api.Test;

/** Each test re-cuts a part of the district of its own: what it retires never comes back. */
@QuarkusTest
@WithTestResource(OwnDistrict.class)
class GridChangesHttpTest {
    private static final String CENTRE =
            Tokens.of("centre").in("410212").unit("centre").post("区指挥中心值班长").token();

    @Inject
    GridChangeSweep sweep;

    @Test
    void aRetiredCodeAnswersWithItsSuccessors() {
        change(split("410212001001901", "西一", "东一")).then().statusCode(201);

        card("410212001001901")
                .then()
                .statusCode(200)
                .body("retired", equalTo(true))
                .body("successors.name", contains("西一", "东一"));
    }

    @Test
    void theNewestChangeIsListedFirst() {
        var made = change(Map.of("type", "rename", "code", "410212001009008", "name", "改名以后"));

        centre().get("/api/grids/changes?limit=2")
                .then()
                .statusCode(200)
                .body("items[0].id", equalTo(made.path("id")))
                .body("items[0].state", equalTo("IN_FORCE"));
    }

    @Test
    void aNewGridKnowsWhatItCameFrom() {
        var made = change(split("410212001001902", "西二", "东二"));

        card(made.path("difference.added[0].code"))
                .then()
                .body("predecessors.code", contains("410212001001902"))
                .body("predecessors[0].inForce", equalTo(false));
    }

    @Test
    void aRetiredCodeIsToldWithItsSuccessors() {
        change(split("410212001002901", "西三", "东三")).then().statusCode(201);

        try (var topics = new Topics("onegrid.grids")) {
            var told = topics.awaitEvent("grid.grid.retired.v1", "410212001002901");
            assertThat(told.at("/data/successors")).hasSize(2);
            assertThat(Contracts.violations(told)).isEmpty();
        }
    }

    @Test
    void aDryRunChangesNothing() {
        var before = newest();

        ask(Map.of("operations", List.of(split("410212001003901", "西", "东"))), true)
                .then()
                .statusCode(200)
                .body("passed", equalTo(true))
                .body("difference.retired.code", contains("410212001003901"))
                .body("after.features", hasSize(2));

        assertThat(newest()).isEqualTo(before);
    }

    @Test
    void aGapIsShownOnTheMapAndNotPublished() {
        var half = Map.of("type", "reshape", "code", "410212001003901", "shape", west("410212001003901"));

        ask(Map.of("operations", List.of(half)), true)
                .then()
                .statusCode(200)
                .body("passed", equalTo(false))
                .body("flaws.features.properties.kind", contains("GAP"));
        change(half).then().statusCode(400).body("type", equalTo("/problems/validation"));
    }

    @Test
    void oneBadOperationStopsTheWholeSet() {
        var before = newest();

        ask(
                        Map.of(
                                "operations",
                                List.of(
                                        Map.of("type", "rename", "code", "410212001003001", "name", "改了"),
                                        Map.of("type", "rename", "code", "410212009009009", "name", "没有"))),
                        false)
                .then()
                .statusCode(400)
                .body("badRows.line", contains(2))
                .body("errors.message", hasItem(containsString("is not a grid in force")));

        assertThat(newest()).isEqualTo(before);
    }

    @Test
    void anUnknownKindOfOperationIsRefused() {
        change(Map.of("type", "explode", "code", "410212001003001"))
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void aRetiredCodeIsNeverUsedAgain() {
        change(split("410212001004901", "西四", "东四")).then().statusCode(201);
        var again = new HashMap<String, Object>(part("旧码", west("410212001004902")));
        again.put("code", "410212001004901");

        change(Map.of("type", "split", "code", "410212001004902", "into", List.of(again, Map.of("name", "其余"))))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/rule-violated"))
                .body("rule", equalTo("G6"));
    }

    @Test
    void anImportWithARetiredCodeIsRefused() {
        var before = export("csv");
        change(split("410212001005901", "西五", "东五")).then().statusCode(201);

        given().auth()
                .oauth2(CENTRE)
                .multiPart(
                        "grids.csv", "grids.csv", before.getBytes(java.nio.charset.StandardCharsets.UTF_8), "text/csv")
                .post("/api/grids/imports?dryRun=true")
                .then()
                .statusCode(200)
                .body("passed", equalTo(false))
                .body(
                        "badRows.findAll { it.code == '410212001005901' }.reason",
                        hasItem(containsString("never used again")));
    }

    @Test
    void aMovedCompoundIsFoundInItsNewCommunity() {
        var old = card("410212001006001");
        var moved = change(Map.of("type", "move", "code", "410212001006001", "to", "410212001007"));

        moved.then().statusCode(201);
        given().auth()
                .oauth2(CENTRE)
                .get("/api/grids/locate?longitude=" + old.path("longitude") + "&latitude=" + old.path("latitude"))
                .then()
                .body("community.code", equalTo("410212001007"));
    }

    @Test
    void aChangeComesIntoForceByItselfOnItsDay() {
        var asked = ask(
                Map.of(
                        "operations",
                        List.of(split("410212001009901", "明天西", "明天东")),
                        "effectiveFrom",
                        OffsetDateTime.now().plusSeconds(3).toString()),
                false);

        asked.then().statusCode(201).body("state", equalTo("SCHEDULED")).body("allowed", contains("withdraw"));
        await().until(() -> card("410212001009901").path("retired").equals(true));
    }

    @Test
    void severalReplicasBringAChangeIntoForceOnce() throws Exception {
        var asked = ask(
                Map.of(
                        "operations",
                        List.of(Map.of("type", "rename", "code", "410212001009002", "name", "一次花园")),
                        "effectiveFrom",
                        OffsetDateTime.now().plusNanos(300_000_000).toString()),
                false);
        var before = newest();

        try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> look = () -> {
                await().until(() -> {
                    sweep.sweep();
                    return !changeOf(asked).path("state").equals("SCHEDULED");
                });
                return true;
            };
            replicas.invokeAll(Stream.generate(() -> look).limit(4).toList());
        }

        assertThat(changeOf(asked).<Integer>path("gridVersion")).isEqualTo(before + 1);
        assertThat(newest()).isEqualTo(before + 1);
    }

    @Test
    void whatIsWithdrawnNeverComes() {
        var asked = ask(
                Map.of(
                        "operations",
                        List.of(Map.of("type", "rename", "code", "410212001009003", "name", "不来花园")),
                        "effectiveFrom",
                        OffsetDateTime.now().plusDays(1).toString()),
                false);

        centre().post("/api/grids/changes/" + asked.path("id") + "/withdraw")
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));
        centre().post("/api/grids/changes/" + asked.path("id") + "/withdraw")
                .then()
                .statusCode(409);
    }

    @Test
    void aDayInThePastIsRefused() {
        ask(
                        Map.of(
                                "operations",
                                List.of(Map.of("type", "rename", "code", "410212001009004", "name", "昨天")),
                                "effectiveFrom",
                                "2020-01-01T00:00:00+08:00"),
                        false)
                .then()
                .statusCode(400)
                .body("errors.field", contains("effectiveFrom"));
    }

    @Test
    void anOldVersionIsExportedAsItWas() {
        var first = export("csv");
        var version = newest();
        change(Map.of("type", "rename", "code", "410212001009005", "name", "新名"))
                .then()
                .statusCode(201);

        assertThat(centre().get("/api/grids/export.csv?version=" + version).asString())
                .isEqualTo(first);
    }

    @Test
    void whatAVersionDoesNotChangeIsAsOldAsItWas() {
        String since = card("410212001009006").path("validFrom");

        change(Map.of("type", "rename", "code", "410212001009007", "name", "又改名"))
                .then()
                .statusCode(201);

        assertThat(card("410212001009006").<String>path("validFrom")).isEqualTo(since);
        assertThat(card("410212001009007").<String>path("validFrom")).isNotEqualTo(since);
    }

    @Test
    void aCommunityChangesNoBoundaries() {
        given().auth()
                .oauth2(Tokens.of("community").in("410212001001").token())
                .contentType(ContentType.JSON)
                .body(Map.of("operations", List.of(Map.of("type", "rename", "code", "410212001001", "name", "我的"))))
                .post("/api/grids/changes")
                .then()
                .statusCode(403);
    }

    private static Map<String, Object> part(String name, JsonNode shape) {
        return Map.of("name", name, "shape", shape);
    }

    private static String export(String ending) {
        return centre().get("/api/grids/export." + ending).asString();
    }

    private static Response changeOf(Response asked) {
        return centre().get("/api/grids/changes/" + asked.path("id"));
    }

    static Response change(Map<String, ?> operation) {
        return ask(Map.of("operations", List.of(operation)), false);
    }

    private static Response ask(Map<String, ?> set, boolean dryRun) {
        return centre().contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(set)
                .post("/api/grids/changes" + (dryRun ? "?dryRun=true" : ""));
    }

    private static Response card(String code) {
        return centre().get("/api/grids/" + code);
    }

    private static int newest() {
        return centre().get("/api/grids/imports?limit=1").path("items[0].number");
    }

    private static RequestSpecification centre() {
        return given().auth().oauth2(CENTRE);
    }
}
