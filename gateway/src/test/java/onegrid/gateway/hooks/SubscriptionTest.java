package onegrid.gateway.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import onegrid.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Registering, changing and ending subscriptions; who may, and where to. */
@QuarkusTest
class SubscriptionTest extends HooksTest {
    private static final String DISTRICT = "410212";
    private static final String LISTED = "http://127.0.0.1:9/hooks";

    @Test
    void theSecretIsToldOnce() {
        var who = systemIn(DISTRICT);
        var made = register(who, wish(LISTED, "grid.case.*"));

        made.then().statusCode(201).body("secret", startsWith("whsec_")).header("ETag", "\"0\"");
        as(who).get(made.header("Location")).then().statusCode(200).body("secret", nullValue());
    }

    @Test
    void aRepeatedRegistrationIsOneSubscription() {
        var who = systemIn(DISTRICT);
        var key = UUID.randomUUID().toString();
        var first = as(who).header("Idempotency-Key", key)
                .body(wish(LISTED, "grid.case.*"))
                .post(SUBSCRIPTIONS);

        var again = as(who).header("Idempotency-Key", key)
                .body(wish(LISTED, "grid.case.*"))
                .post(SUBSCRIPTIONS);

        assertThat(again.jsonPath().getString("secret"))
                .isEqualTo(first.jsonPath().getString("secret"));
        as(who).get(SUBSCRIPTIONS).then().body("items", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.2:9/hooks",
                "https://127.0.0.2/hooks",
                "https://127.1:444/",
                "https://[::1]/",
                "https://[::ffff:10.1.2.3]/",
                "https://10.1.2.3/",
                "https://172.20.0.1/",
                "https://192.168.1.1/",
                "https://100.64.0.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://0.0.0.0/",
                "https://2130706434/",
                "https://[fe80::1]/",
                "https://[fd00::1]/",
                "https://224.0.0.1/"
            })
    void nothingIsSentIntoANetworkThatTheOperatorHasNotListed(String url) {
        register(systemIn(DISTRICT), wish(url, "grid.case.*"))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/validation"))
                .body("errors[0].field", equalTo("url"));
    }

    @ParameterizedTest
    @CsvSource({
        "http://8.8.8.8/hooks, https",
        "ftp://example.org/, must be an address",
        "nowhere, must be an address",
        "https://user:secret@8.8.8.8/, without user",
        "https://no-such-host.invalid/, cannot be found"
    })
    void anAddressThatDoesNotServeIsRefusedWithTheReason(String url, String why) {
        register(systemIn(DISTRICT), wish(url, "grid.case.*"))
                .then()
                .statusCode(400)
                .body("detail", containsString(why));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"grid.case.flown.v1", "grid.*.filed.v1", "party.*", "brain.directive.issued.v1", "grid.case"})
    void anUnknownTypeIsRefused(String type) {
        register(systemIn(DISTRICT), wish(LISTED, type))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("eventTypes[0]"));
    }

    @Test
    void aPlaceOutsideTheScopeIsRefused() {
        var wish = wish(LISTED, "grid.case.*");
        wish.put("gridCodes", List.of("410212001", "410299"));

        register(systemIn(DISTRICT), wish)
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("gridCodes"))
                .body("detail", containsString("410299"));
    }

    @Test
    void linkagesAreForThoseWhoSteer() {
        register(Tokens.of("unit").unit("water").in(DISTRICT), wish(LISTED, "brain.linkage.opened.v1"))
                .then()
                .statusCode(400);
        as(Tokens.of("unit").unit("water").in(DISTRICT))
                .get("/api/hooks/event-types")
                .then()
                .body("items.type", hasItem("grid.case.dispatched.v1"))
                .body("items.type", not(hasItem("brain.linkage.opened.v1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"resident", "portal", "grid-head", "auditor", "party"})
    void othersMayNotSubscribe(String role) {
        register(Tokens.of(role).in(DISTRICT), wish(LISTED, "grid.case.*"))
                .then()
                .statusCode(403);
    }

    @Test
    void aSystemWithoutAPartOfTheDistrictIsToldSo() {
        register(Tokens.of("district-system"), wish(LISTED, "grid.case.*"))
                .then()
                .statusCode(403)
                .body("detail", containsString("grid_scope"));
    }

    @Test
    void aSubscriptionOfAnotherSystemDoesNotExist() {
        var made = register(systemIn(DISTRICT), wish(LISTED, "grid.case.*")).jsonPath();

        as(systemIn(DISTRICT)).get(path(made)).then().statusCode(404);
    }

    @Test
    void theOperatorSeesAndPausesAll() {
        var made = register(systemIn(DISTRICT), wish(LISTED, "grid.case.*")).jsonPath();

        as(Tokens.of("system-admin").in(DISTRICT))
                .post(path(made) + "/pause")
                .then()
                .statusCode(200)
                .body("state", equalTo("PAUSED"))
                .body("allowed", hasItem("resume"));
    }

    @Test
    void theDeskOfAUnitSeesWhatItsSystemRegistered() {
        var system = Tokens.of("unit").unit("heating").in(DISTRICT).account("heating-system");
        var made = register(system, wish(LISTED, "grid.case.*")).jsonPath();

        as(Tokens.of("unit").unit("heating").in(DISTRICT).account("heating-desk"))
                .get(path(made))
                .then()
                .statusCode(200);
        as(Tokens.of("unit").unit("gas").in(DISTRICT).account("gas-desk"))
                .get(path(made))
                .then()
                .statusCode(404);
        as(Tokens.of("unit").unit("heating").in("410212001").account("heating-in-one-street"))
                .get(path(made))
                .then()
                .statusCode(404);
    }

    @Test
    void aStaleChangeIsRefused() {
        var who = systemIn(DISTRICT);
        var made = register(who, wish(LISTED, "grid.case.*")).jsonPath();
        as(who).post(path(made) + "/pause").then().statusCode(200);

        as(who).header("If-Match", "\"0\"")
                .body(wish(LISTED, "grid.case.filed.v1"))
                .put(path(made))
                .then()
                .statusCode(412);
    }

    @Test
    void aChangedSubscriptionHearsOtherTypes() {
        var who = systemIn(DISTRICT);
        var made = register(who, wish(LISTED, "grid.case.*")).jsonPath();

        as(who).header("If-Match", "\"0\"")
                .body(wish("http://127.0.0.1:9/other", "grid.case.filed.v1"))
                .put(path(made))
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("eventTypes", equalTo(List.of("grid.case.filed.v1")));
    }

    @Test
    void anEndedSubscriptionIsGone() {
        var who = systemIn(DISTRICT);
        var made = register(who, wish(LISTED, "grid.case.*")).jsonPath();

        as(who).delete(path(made)).then().statusCode(204);

        as(who).get(path(made)).then().statusCode(404);
    }

    @Test
    void whatIsPausedCannotBePausedAgain() {
        var who = systemIn(DISTRICT);
        var made = register(who, wish(LISTED, "grid.case.*")).jsonPath();
        as(who).post(path(made) + "/pause");

        as(who).post(path(made) + "/pause")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/illegal-transition"))
                .body("allowed", hasItem("resume"));
    }
}
