package onegrid.gateway;

import static io.restassured.RestAssured.given;
import static onegrid.gateway.DoorTest.isProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** District systems with credentials of their own, against the real Keycloak. */
@QuarkusTest
@WithTestResource(RealSignIn.class)
class ClientsTest {
    private static int made;

    @Inject
    DataSource database;

    @Test
    void aClientComesWithItsOwnCredentialsAndTheServiceSeesItsRights() {
        var client = admitted("roles", List.of("district-system", "unit"), "unit", "water");

        var seen = as(client).body("{}").post("/api/cases").then().statusCode(200);

        var claims = claims(seen.extract().path("headers.authorization"));
        assertThat(claims.<String>getList("realm_access.roles")).containsExactlyInAnyOrder("district-system", "unit");
        assertThat(claims.<String>getList("grid_scope")).containsExactly("410212001");
        assertThat(claims.getString("unit")).isEqualTo("water");
        assertThat(claims.getString("post")).isEqualTo("井盖传感器");
    }

    @Test
    void everyAnswerToAClientTellsWhatItHasLeft() {
        var client = admitted("perMinute", 30, "perDay", 500);

        as(client)
                .get("/api/cases")
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", "\"minute\";q=30;w=60, \"day\";q=500;w=86400")
                .header("RateLimit", matchesPattern("\"minute\";r=29;t=[0-9]+, \"day\";r=499;t=[0-9]+"));
    }

    @Test
    void theSecretIsShownOnce() {
        var client = admitted();

        admin().get("/api/clients/" + client.id)
                .then()
                .statusCode(200)
                .body("secret", nullValue())
                .body("secrets", hasSize(1))
                .body("secrets[0].digest", nullValue());
    }

    @Test
    void anOldSecretWorksBesideTheNewOneUntilItIsRevoked() {
        var client = admitted();
        var rotated = admin().body("{}").post("/api/clients/" + client.id + "/rotate");
        var renewed = new Credentials(client.id, rotated.path("secret"));

        asks(client).then().statusCode(200);
        asks(renewed).then().statusCode(200);
        String old = rotated.path("secrets.find { it.validUntil != null }.id");
        admin().body(Map.of("reason", "umgestellt"))
                .post("/api/clients/" + client.id + "/secrets/" + old + "/revoke")
                .then()
                .statusCode(200);

        asks(client).then().statusCode(401).body("error", equalTo("invalid_client"));
        asks(renewed).then().statusCode(200);
    }

    @Test
    void aTokenFetchedWithTheOldSecretWorksOnThroughARotation() {
        var client = admitted();
        var token = token(client);

        admin().body("{}").post("/api/clients/" + client.id + "/rotate").then().statusCode(200);

        holding(token).get("/api/cases").then().statusCode(200);
    }

    @Test
    void aRotationWithoutOverlapEndsTheOldSecretAtOnce() {
        var client = admitted();

        admin().body(Map.of("overlapHours", 0))
                .post("/api/clients/" + client.id + "/rotate")
                .then()
                .statusCode(200);

        asks(client).then().statusCode(401).body("error", equalTo("invalid_client"));
    }

    @Test
    void aThirdSecretIsNotGivenWhileTwoAreValid() {
        var client = admitted();
        admin().body("{}").post("/api/clients/" + client.id + "/rotate").then().statusCode(200);

        isProblem(
                        admin().body("{}")
                                .post("/api/clients/" + client.id + "/rotate")
                                .then(),
                        409,
                        "rule-violated")
                .body("rule", equalTo("TWO_SECRETS"));
    }

    @Test
    void aDisabledClientIsOutAtOnceAlsoWithTheTokenItHolds() {
        var client = admitted();
        var token = token(client);

        admin().body(Map.of("reason", "密钥泄露"))
                .post("/api/clients/" + client.id + "/disable")
                .then()
                .statusCode(200)
                .body("state", equalTo("DISABLED"))
                .body("allowed", hasItems("enable"));

        isProblem(holding(token).get("/api/cases").then(), 403, "forbidden");
        asks(client).then().statusCode(401).body("error", equalTo("invalid_client"));
    }

    @Test
    void anEnabledClientComesBackWithItsSecret() {
        var client = admitted();
        admin().body(Map.of("reason", "检查")).post("/api/clients/" + client.id + "/disable");

        admin().body(Map.of("reason", "检查完毕"))
                .post("/api/clients/" + client.id + "/enable")
                .then()
                .statusCode(200);

        as(client).get("/api/cases").then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/party/figures, party:read",
        "GET, /api/property/tasks, property:read",
        "POST, /api/grids/imports, grids:write",
        "GET, /api/brain/situation, brain:read",
        "GET, /open311/v2/services.json, open311:read",
        "GET, /api/clients, people",
    })
    void anAddressOutsideItsAreasIsNamed(String method, String path, String area) {
        var client = admitted("areas", List.of("cases:read", "cases:write"));

        isProblem(as(client).request(method, path).then(), 403, "forbidden").body("area", equalTo(area));
    }

    @Test
    void whoMayReadMayNotWrite() {
        var client = admitted("areas", List.of("cases:read"));

        isProblem(as(client).body("{}").post("/api/cases").then(), 403, "forbidden")
                .body("area", equalTo("cases:write"));
    }

    @Test
    void oneCallTooManyInAMinuteIsAskedToWait() {
        var client = admitted("perMinute", 3);
        var token = token(client);
        for (int i = 0; i < 3; i++) {
            holding(token).get("/api/cases").then().statusCode(200);
        }

        isProblem(holding(token).get("/api/cases").then(), 429, "too-many-requests")
                .body("policy", equalTo("minute"))
                .header("Retry-After", matchesPattern("[1-9][0-9]?"))
                .header("RateLimit", containsString("\"minute\";r=0"));
    }

    @Test
    void theQuotaOfADayEnds() {
        var client = admitted("perDay", 2);
        var token = token(client);
        for (int i = 0; i < 2; i++) {
            holding(token).get("/api/cases").then().statusCode(200);
        }

        isProblem(holding(token).get("/api/cases").then(), 429, "too-many-requests")
                .body("policy", equalTo("day"))
                .header("Retry-After", notNullValue())
                .header("RateLimit", containsString("\"day\";r=0"));
    }

    @Test
    void whatIsCountedOfADayIsKeptInTheDatabase() {
        var client = admitted("perDay", 100);
        var token = token(client);
        holding(token).get("/api/cases").then().statusCode(200);

        await().untilAsserted(() -> assertThat(counted(client)).isEqualTo(1));
    }

    @Test
    void callsThatAnotherReplicaCountedAreCounted() {
        var client = admitted("perDay", 100);
        var token = token(client);

        write("insert into client_day values ('" + client.id + "', (now() at time zone 'Asia/Shanghai')::date, 100)");

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> holding(token).get("/api/cases").then().statusCode(429));
    }

    @Test
    void newRightsHoldAtOnceAndOldTokensNoLonger() {
        var client = admitted();
        var old = token(client);
        var second = Instant.now().getEpochSecond();
        await().until(() -> Instant.now().getEpochSecond() > second); // tokens tell their time in seconds

        admin().body(rights("gridScope", List.of("410212002"), "areas", List.of("grids:read")))
                .post("/api/clients/" + client.id + "/change")
                .then()
                .statusCode(200);

        isProblem(holding(old).get("/api/cases").then(), 401, "unauthenticated");
        var seen = as(client).get("/api/grids/tasks").then().statusCode(200);
        assertThat(claims(seen.extract().path("headers.authorization")).<String>getList("grid_scope"))
                .containsExactly("410212002");
    }

    @Test
    void aChangeOnAnOlderStateIsRefused() {
        var client = admitted();
        admin().body(rights())
                .post("/api/clients/" + client.id + "/change")
                .then()
                .statusCode(200);

        isProblem(
                admin().header("If-Match", "\"0\"")
                        .body(rights())
                        .post("/api/clients/" + client.id + "/change")
                        .then(),
                412,
                "stale-version");
    }

    @ParameterizedTest
    @CsvSource({
        "roles, system-admin",
        "roles, centre",
        "roles, portal",
        "areas, clients:write",
        "areas, cases",
        "gridScope, 110101",
        "gridScope, x",
        "clientId, onegrid-gateway",
        "clientId, A",
        "perMinute, 0",
        "perDay, 99999999",
        "unknown, x",
    })
    void whatNoClientMayHaveIsRefusedByName(String field, String value) {
        var wrong = rights("clientId", fresh());
        wrong.put(field, List.of("roles", "areas", "gridScope").contains(field) ? List.of(value) : value);

        isProblem(admin().body(wrong).post("/api/clients").then(), 400, "validation")
                .body("errors[0].field", org.hamcrest.Matchers.startsWith(field));
    }

    @Test
    void aNameIsGivenOnce() {
        var client = admitted();

        isProblem(
                admin().body(rights("clientId", client.id)).post("/api/clients").then(), 409, "stored-before");
    }

    @Test
    void aRepeatedAdmissionGivesTheSameSecret() {
        var admission = rights("clientId", fresh());
        var first = admin().header("Idempotency-Key", "k-" + admission.get("clientId"))
                .body(admission)
                .post("/api/clients");

        var second = admin().header("Idempotency-Key", "k-" + admission.get("clientId"))
                .body(admission)
                .post("/api/clients");

        assertThat(second.<String>path("secret")).isNotNull().isEqualTo(first.path("secret"));
    }

    @ParameterizedTest
    @CsvSource({"centre, GET, 403", "street, POST, 403", "security-admin, POST, 403", "auditor, GET, 200"})
    void onlyTheSystemAdministratorAdmits(String account, String method, int status) {
        given().auth()
                .oauth2(RealSignIn.tokenOf(account))
                .contentType("application/json")
                .body(rights("clientId", fresh()))
                .request(method, "/api/clients")
                .then()
                .statusCode(status);
    }

    @Test
    void theSecurityAdministratorShutsAClientOut() {
        var client = admitted();

        given().auth()
                .oauth2(RealSignIn.tokenOf("security-admin"))
                .contentType("application/json")
                .body(Map.of("reason", "异常调用"))
                .post("/api/clients/" + client.id + "/disable")
                .then()
                .statusCode(200)
                .body("reason", equalTo("异常调用"));
    }

    @Test
    void aServiceAccountThatIsNotAdmittedStaysOutside() {
        isProblem(holding(RealSignIn.tokenOfThePortal()).get("/api/cases").then(), 403, "forbidden");
    }

    @Test
    void everyChangeIsInTheAuditTrail() throws SQLException {
        var client = admitted();
        admin().body("{}").post("/api/clients/" + client.id + "/rotate");

        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select string_agg(command || ' ' || role, ', ' order by id) from audit where subject like ?")) {
            query.setString(1, "%clients/" + client.id + "%");
            var row = query.executeQuery();
            row.next();
            assertThat(row.getString(1)).isEqualTo("client.rights system-admin, client.rotate system-admin");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "password, 400, unsupported_grant_type",
        "authorization_code, 400, unsupported_grant_type",
        "client_credentials, 401, invalid_client",
    })
    void whatIsNotACredentialIsAnsweredInOAuthsOwnWords(String grant, int status, String error) {
        given().formParam("grant_type", grant)
                .formParam("client_id", "nobody-here")
                .formParam("client_secret", "x")
                .post("/oauth2/token")
                .then()
                .statusCode(status)
                .header("Cache-Control", "no-store")
                .body("error", equalTo(error));
    }

    @Test
    void anIdWithANulIsRefused() {
        given().contentType("application/x-www-form-urlencoded")
                .body("grant_type=client_credentials&client_id=a%00b&client_secret=%00")
                .post("/oauth2/token")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/bad-parameter"));
    }

    @Test
    void aSecretMayComeInTheBodyToo() {
        var client = admitted();

        given().formParam("grant_type", "client_credentials")
                .formParam("client_id", client.id)
                .formParam("client_secret", client.secret)
                .post("/oauth2/token")
                .then()
                .statusCode(200)
                .body("token_type", equalTo("Bearer"))
                .body("access_token", notNullValue());
    }

    @Test
    void aDistrictSystemFindsTheTokenAddressByItself() {
        given().get("/.well-known/oauth-authorization-server")
                .then()
                .statusCode(200)
                .body("token_endpoint", matchesPattern("http://[a-z0-9.]+:[0-9]+/oauth2/token"))
                .body("grant_types_supported", everyItem(equalTo("client_credentials")));
    }

    private record Credentials(String id, String secret) {}

    private static synchronized String fresh() {
        return "sensors-" + ++made;
    }

    private static Map<String, Object> rights(Object... namesAndValues) {
        var rights = new HashMap<String, Object>(Map.of(
                "name",
                "井盖传感器",
                "organisation",
                "城市管理局",
                "roles",
                List.of("district-system"),
                "gridScope",
                List.of("410212001"),
                "areas",
                List.of("cases:read", "cases:write"),
                "perMinute",
                600,
                "perDay",
                50_000));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            rights.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return rights;
    }

    private Credentials admitted(Object... namesAndValues) {
        var rights = rights(namesAndValues);
        rights.put("clientId", fresh());
        var answer = admin().body(rights).post("/api/clients");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return new Credentials((String) rights.get("clientId"), answer.path("secret"));
    }

    private static RequestSpecification admin() {
        return given().auth().oauth2(RealSignIn.tokenOf("system-admin")).contentType("application/json");
    }

    private static Response asks(Credentials client) {
        return given().auth()
                .preemptive()
                .basic(client.id, client.secret)
                .formParam("grant_type", "client_credentials")
                .post("/oauth2/token");
    }

    private static String token(Credentials client) {
        return asks(client).then().statusCode(200).extract().path("access_token");
    }

    private static RequestSpecification as(Credentials client) {
        return holding(token(client));
    }

    private static RequestSpecification holding(String token) {
        return given().auth().oauth2(token);
    }

    private static JsonPath claims(String authorization) {
        return JsonPath.from(
                new String(Base64.getUrlDecoder().decode(authorization.split("\\.")[1])));
    }

    private void write(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long counted(Credentials client) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select coalesce(sum(calls), 0) from client_day where client_id = ?")) {
            query.setString(1, client.id);
            var row = query.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }
}
