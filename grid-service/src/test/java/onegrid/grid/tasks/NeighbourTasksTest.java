package onegrid.grid.tasks;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import onegrid.testing.Contracts;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.Tokens;
import onegrid.testing.Topics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The grid side of a linkage, through the topics and the API. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class NeighbourTasksTest {
    private static final String STREET =
            Tokens.of("street").in("410212001").unit("street").token();
    private static final String NEIGHBOUR =
            Tokens.of("grid-head").in("41021200100100102").post("温泉小区1第2片区网格长").token();
    private static final String HEAD_OF_THE_GRID =
            Tokens.of("grid-head").account("head-1").in("41021200100100101").token();
    private static final String COMMUNITY =
            Tokens.of("community").in("410212001001").unit("community").token();
    private static Topics topics;

    @Inject
    DataSource database;

    @BeforeAll
    static void listen() {
        topics = new Topics("onegrid.grids");
    }

    @AfterAll
    static void leave() {
        topics.close();
    }

    @Test
    void aReceivedDirectiveNamesTheNeighboursAndIsAnswered() {
        var id = received();

        assertThat(Contracts.violations(topics.awaitEvent("grid.directive.received.v1", id.toString())))
                .isEmpty();
        read(STREET, id)
                .statusCode(200)
                .body("kind", equalTo("NEIGHBOURS"))
                .body("detail.neighbours.gridCode", hasItem("41021200100100102"))
                .body("detail.neighbours.post", hasItem("网格长"))
                .body("detail.leadUnitName", equalTo("供水公司"))
                .body("detail.coUnitNames", contains("住建局"))
                .body("allowed", contains("accept", "decline"));
    }

    @Test
    void aDirectiveDeliveredTwiceIsStoredOnce() throws SQLException {
        var twice = UUID.randomUUID();
        var event = event(twice);
        var key = UUID.randomUUID().toString();

        topics.tell("onegrid.directives", key, event);
        topics.tell("onegrid.directives", key, event);

        var later = UUID.randomUUID(); // under the same key: when it has come, both deliveries have
        topics.tell("onegrid.directives", key, event(later));
        topics.awaitEvent("grid.directive.received.v1", later.toString());
        assertThat(count("directive_step", twice)).isEqualTo(1);
        assertThat(count("neighbour", twice)).isEqualTo(count("neighbour", later));
    }

    @Test
    void theDirectiveOfAnotherServiceIsLeftAlone() throws SQLException {
        var foreign = UUID.randomUUID();
        var key = UUID.randomUUID().toString();

        topics.tell("onegrid.directives", key, event(foreign).replace("\"service\":\"grid\"", "\"service\":\"party\""));

        var later = UUID.randomUUID();
        topics.tell("onegrid.directives", key, event(later));
        topics.awaitEvent("grid.directive.received.v1", later.toString());
        assertThat(count("directive_step", foreign)).isZero();
    }

    @Test
    void theHeadOfANeighbouringGridSaysThatItWasSeen() {
        var id = received();

        command(NEIGHBOUR, id, "seen", Map.of())
                .statusCode(200)
                .body("detail.neighbours.find { it.gridCode == '41021200100100102' }.seenAt", notNullValue())
                .body("allowed", empty());
    }

    @Test
    void theFirstLookOfANeighbourCounts() {
        var id = received();
        var path = "detail.neighbours.find { it.gridCode == '41021200100100102' }.seenAt";
        var first = command(NEIGHBOUR, id, "seen", Map.of()).extract().<String>path(path);

        command(NEIGHBOUR, id, "seen", Map.of()).statusCode(200).body(path, equalTo(first));
    }

    @Test
    void aNeighbourIsOfferedOnlySeen() {
        read(NEIGHBOUR, received()).statusCode(200).body("allowed", contains("seen"));
    }

    @Test
    void aNeighbourDoesNotAnswerForTheStreet() {
        command(NEIGHBOUR, received(), "accept", Map.of()).statusCode(403).body("type", equalTo("/problems/forbidden"));
    }

    @Test
    void aComplaintAboutTheCommunityIsTheStreetsTaskAndNoHeadNorTheCommunityIsTold() {
        var id = received(Map.of("complainedOf", "community"));

        read(STREET, id).statusCode(200).body("detail.neighbours", empty()).body("allowed", hasItem("accept"));
        for (var hidden : List.of(NEIGHBOUR, HEAD_OF_THE_GRID, COMMUNITY)) {
            read(hidden, id).statusCode(404);
            given().auth()
                    .oauth2(hidden)
                    .get("/api/grids/tasks?status=all&limit=200")
                    .then()
                    .statusCode(200)
                    .body("items.id", not(hasItem(id.toString())));
        }
    }

    @Test
    void aCaseWhoseMatterWasCorrectedSinceIsNotDispatchedForTheOldOne() {
        var caseId = reported();
        var id = UUID.randomUUID();
        var data = issued(id, caseId);
        data.put("matterCode", "0401");

        topics.tell(
                "onegrid.directives",
                caseId,
                Topics.event(UUID.randomUUID(), "brain.directive.issued.v1", id.toString(), data));
        topics.awaitEvent("grid.directive.received.v1", id.toString());

        given().auth()
                .oauth2(STREET)
                .get("/api/cases/" + caseId)
                .then()
                .statusCode(200)
                .body("status", equalTo("FILED"));
    }

    @Test
    void aComplaintAboutTheLeadIsNotItsTask() {
        read(Tokens.of("unit").in("410212").unit("water").token(), received(Map.of("complainedOf", "water")))
                .statusCode(404);
    }

    @Test
    void theStreetIsNoNeighbour() {
        command(STREET, received(), "seen", Map.of()).statusCode(403);
    }

    @Test
    void theStreetAcceptsAndCompletes() {
        var id = received();
        command(STREET, id, "accept", Map.of("note", "已通知")).statusCode(200);

        command(STREET, id, "complete", Map.of("note", "相邻网格均已到场"))
                .statusCode(200)
                .body("status", equalTo("COMPLETED"))
                .body("history.status", contains("RECEIVED", "ACCEPTED", "COMPLETED"))
                .body("allowed", empty());
        assertThat(Contracts.violations(topics.awaitEvent("grid.directive.completed.v1", id.toString())))
                .isEmpty();
    }

    @Test
    void theStreetReportsHowFarItIs() {
        var id = received();
        command(STREET, id, "accept", Map.of("note", "已通知")).statusCode(200);

        command(STREET, id, "progress", Map.of("note", "三个相邻网格已到两个"))
                .statusCode(200)
                .body("status", equalTo("IN_PROGRESS"))
                .body("history.status", contains("RECEIVED", "ACCEPTED", "IN_PROGRESS"));
    }

    @Test
    void aRefusalNeedsAReason() {
        command(STREET, received(), "decline", Map.of()).statusCode(400).body("errors.field", hasItem("reason"));
    }

    @Test
    void aRefusalIsToldWithItsReason() {
        var id = received();

        command(STREET, id, "decline", Map.of("reason", "已由邻区处置")).statusCode(200);

        var told = topics.awaitEvent("grid.directive.declined.v1", id.toString());
        assertThat(Contracts.violations(told)).isEmpty();
        assertThat(told.at("/data/reason").asText()).isEqualTo("已由邻区处置");
    }

    @Test
    void completingBeforeAcceptingIsNoMove() {
        command(STREET, received(), "complete", Map.of("note", "好"))
                .statusCode(409)
                .body("type", equalTo("/problems/illegal-transition"));
    }

    @Test
    void aForeignCommunityFindsNothing() {
        read(Tokens.of("community").in("410212001002").unit("community").token(), received())
                .statusCode(404)
                .body("type", equalTo("/problems/not-found"));
    }

    @Test
    void aHeadFarAwayFindsNothing() {
        read(Tokens.of("grid-head").in("41021200100900101").token(), received()).statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"water", "housing"})
    void leadAndCoUnitsSeeTheTask(String unit) {
        read(Tokens.of("unit").in("410212").unit(unit).token(), received())
                .statusCode(200)
                .body("allowed", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gas", "wat", "' or 1=1 --", "%"})
    void anotherUnitFindsNothing(String unit) {
        read(Tokens.of("unit").in("410212").unit(unit).token(), received()).statusCode(404);
    }

    @Test
    void anotherServicesPostIsTurnedAway() {
        read(Tokens.of("property").in("410212001").token(), received()).statusCode(403);
    }

    @Test
    void theListShowsWhatIsOpenInScope() {
        var id = received();

        given().auth()
                .oauth2(NEIGHBOUR)
                .get("/api/grids/tasks?status=open&limit=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id.toString()));
    }

    @Test
    void theListShowsEachTaskWithItsOwnHistory() {
        var accepted = received().toString();
        var waiting = received().toString();
        command(STREET, UUID.fromString(accepted), "accept", Map.of()).statusCode(200);

        given().auth()
                .oauth2(STREET)
                .get("/api/grids/tasks?status=open&limit=200")
                .then()
                .body("items.find { it.id == '" + accepted + "' }.history.status", contains("RECEIVED", "ACCEPTED"))
                .body("items.find { it.id == '" + waiting + "' }.history.status", contains("RECEIVED"));
    }

    @Test
    void aStaleVersionIsRefused() {
        var id = received();

        given().auth()
                .oauth2(STREET)
                .contentType("application/json")
                .header("If-Match", "\"7\"")
                .body(Map.of())
                .post("/api/grids/tasks/" + id + "/accept")
                .then()
                .statusCode(412)
                .body("type", equalTo("/problems/stale-version"));
    }

    @Test
    void anOperatorSeesTheDeadLettersOfThisService() {
        given().auth()
                .oauth2(Tokens.of("system-admin").token())
                .get("/api/cases/ops/dead-letters")
                .then()
                .statusCode(200);
    }

    private UUID received() {
        return received(Map.of());
    }

    private UUID received(Map<String, ?> besides) {
        var id = UUID.randomUUID();
        var data = issued(id, reported());
        data.putAll(besides);
        topics.tell(
                "onegrid.directives",
                id.toString(),
                Topics.event(UUID.randomUUID(), "brain.directive.issued.v1", id.toString(), data));
        topics.awaitEvent("grid.directive.received.v1", id.toString());
        return id;
    }

    private static String event(UUID id) {
        return Topics.event(UUID.randomUUID(), "brain.directive.issued.v1", id.toString(), issued(id, reported()));
    }

    /** The id of a burst pipe before a building of 温泉小区1. */
    private static String reported() {
        return given().auth()
                .oauth2(Tokens.of("portal").token())
                .contentType("application/json")
                .body(Map.of(
                        "text",
                        "水管爆了，半条街都没水",
                        "matterCode",
                        "0402",
                        "point",
                        Map.of("longitude", 114.432812, "latitude", 34.774166)))
                .post("/api/cases")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, Object> issued(UUID id, String caseId) {
        var data = new HashMap<String, Object>();
        data.put("directiveId", id.toString());
        data.put("linkageId", UUID.randomUUID().toString());
        data.put("caseId", caseId);
        data.put("caseNumber", "261122-00017");
        data.put("service", "grid");
        data.put("kind", "NEIGHBOURS");
        data.put("matterCode", "0402");
        data.put("matterName", "供水管道爆裂");
        data.put("className", "突发事件");
        data.put("severity", 2);
        data.put("gridCode", "4102120010010010101");
        data.put("gridName", "温泉小区11-1号楼");
        data.put("communityCode", "410212001001");
        data.put("communityName", "温泉社区");
        data.put("longitude", 114.4328);
        data.put("latitude", 34.7741);
        data.put("peopleAffected", 300);
        data.put("leadUnit", "water");
        data.put("coUnits", List.of("housing"));
        data.put("instruction", "派供水公司抢修，并通知相邻网格");
        data.put("sentence", "影响人数不少于10人，属于大事");
        data.put("respondBy", OffsetDateTime.now().plusMinutes(30).toString());
        data.put("dueAt", OffsetDateTime.now().plusHours(24).toString());
        return data;
    }

    private static ValidatableResponse read(String token, UUID id) {
        return given().auth().oauth2(token).get("/api/grids/tasks/" + id).then();
    }

    private static ValidatableResponse command(String token, UUID id, String command, Map<String, ?> body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(body)
                .post("/api/grids/tasks/" + id + "/" + command)
                .then();
    }

    private long count(String table, UUID directive) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select count(*) from " + table + " where directive_id = ?")) {
            query.setObject(1, directive);
            var found = query.executeQuery();
            found.next();
            return found.getLong(1);
        }
    }
}
