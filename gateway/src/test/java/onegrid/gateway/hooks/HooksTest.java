package onegrid.gateway.hooks;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import onegrid.brain.ACase;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.Tokens;
import onegrid.testing.Topics;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;

/** Words for tests of webhooks: cases that change, systems that subscribe. */
@WithTestResource(ServiceUnderTest.class)
@WithTestResource(HooksUnderTest.class)
abstract class HooksTest {
    static final String SUBSCRIPTIONS = "/api/hooks/subscriptions";
    private static final Tokens OPERATOR = Tokens.of("system-admin").in("410212");
    private static Topics topics;

    /** The port of a receiver that is gone may be given to the next one: nothing more must be sent there. */
    @AfterEach
    void endAllSubscriptions() {
        List<String> left =
                as(OPERATOR).get(SUBSCRIPTIONS + "?limit=200").jsonPath().getList("items.id");
        left.forEach(id -> as(OPERATOR).delete(SUBSCRIPTIONS + "/" + id));
    }

    static synchronized Topics topics() {
        if (topics == null) {
            topics = new Topics("onegrid.linkages");
        }
        return topics;
    }

    static UUID told(String what, ACase aCase) {
        return topics().tell("onegrid.cases", "grid.case." + what + ".v1", aCase.id.toString(), aCase.data());
    }

    static ACase dispatchedTo(String unit) {
        var aCase = ACase.small().with("leadUnit", unit).moved("DISPATCHED");
        told("dispatched", aCase);
        return aCase;
    }

    static RequestSpecification as(Tokens who) {
        return given().auth().oauth2(who.token()).contentType("application/json");
    }

    /** A system of the community in which the case lies: no other test's cases reach it. */
    static Tokens systemIn(String gridCode) {
        return Tokens.of("district-system").in(gridCode).account("system-" + UUID.randomUUID());
    }

    static Map<String, Object> wish(String url, String... types) {
        var wish = new HashMap<String, Object>();
        wish.put("name", "数字城管平台");
        wish.put("url", url);
        wish.put("eventTypes", List.of(types));
        return wish;
    }

    static Response register(Tokens who, Map<String, Object> wish) {
        return as(who).body(wish).post(SUBSCRIPTIONS);
    }

    static JsonPath subscribed(Tokens who, Receiver receiver, String... types) {
        return register(who, wish(receiver.url(), types))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    static String path(JsonPath subscription) {
        return SUBSCRIPTIONS + "/" + subscription.getString("id");
    }

    static JsonPath read(Tokens who, JsonPath subscription) {
        return as(who).get(path(subscription)).then().statusCode(200).extract().jsonPath();
    }

    static JsonPath deliveries(Tokens who, JsonPath subscription) {
        return as(who).get(path(subscription) + "/deliveries")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static void awaitTaken(Receiver receiver, int events) {
        try {
            await().until(() -> receiver.taken.size() >= events);
        } catch (ConditionTimeoutException late) {
            throw new AssertionError(receiver.taken.size() + " of " + events + " arrived: " + howItStands(), late);
        }
    }

    /** What the deliveries of this test look like, for whoever reads its failure. */
    private static String howItStands() {
        List<String> all = as(OPERATOR).get(SUBSCRIPTIONS).jsonPath().getList("items.id");
        return all.stream()
                .map(id -> as(OPERATOR)
                        .get(SUBSCRIPTIONS + "/" + id + "/deliveries")
                        .asString())
                .toList()
                .toString();
    }

    /** Ids of events in the order in which they were taken. */
    static List<String> taken(Receiver receiver, ACase aCase) {
        return receiver.taken.stream()
                .filter(call -> aCase.id.toString().equals(call.event().getSubject()))
                .map(call -> call.event().getId())
                .toList();
    }
}
