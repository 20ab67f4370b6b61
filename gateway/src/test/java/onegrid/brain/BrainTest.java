package onegrid.brain;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.Tokens;
import onegrid.testing.Topics;

/** The brain between real topics; the other services' words are told by the tests. */
@WithTestResource(ServiceUnderTest.class)
abstract class BrainTest {
    static final List<String> SERVICES = List.of("grid", "party", "property", "new-sector");
    private static Topics topics;

    @Inject
    MovableClock clock;

    static synchronized Topics topics() {
        if (topics == null) {
            topics = new Topics("onegrid.linkages", "onegrid.directives");
        }
        return topics;
    }

    UUID told(String what, ACase aCase) {
        return topics().tell("onegrid.cases", "grid.case." + what + ".v1", aCase.id.toString(), aCase.data());
    }

    ACase filed(ACase aCase) {
        told("filed", aCase);
        return aCase;
    }

    /** A filed burst main whose linkage is open. */
    ACase running() {
        var aCase = filed(ACase.burstMain(clock.instant()));
        linkage(aCase);
        return aCase;
    }

    static JsonNode decided(ACase aCase) {
        return topics().awaitEvent("brain.case.decided.v1", aCase.id.toString());
    }

    static List<JsonNode> events(String type, ACase aCase) {
        return topics().heard(event -> event.path("type").asText().equals(type)
                && event.path("data").path("caseId").asText().equals(aCase.id.toString()));
    }

    static RequestSpecification as(Tokens who) {
        return given().auth().oauth2(who.token()).contentType("application/json");
    }

    static Tokens centre() {
        return Tokens.of("centre").in("410212").post("区指挥中心");
    }

    /** The newest linkage of the case as its community's centre sees it; waits for it. */
    static JsonPath linkage(ACase aCase) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> find(aCase), found -> found != null);
    }

    static JsonPath find(ACase aCase) {
        var list = as(Tokens.of("centre").in(aCase.community()))
                .get("/api/brain/linkages?status=all")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var id = list.getString("items.find { it.caseId == '" + aCase.id + "' }.id");
        return id == null ? null : as(centre()).get("/api/brain/linkages/" + id).jsonPath();
    }

    static JsonPath awaitLinkage(ACase aCase, java.util.function.Predicate<JsonPath> fits) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> linkage(aCase), fits);
    }

    static String status(JsonPath linkage, String service) {
        return linkage.getString("parts.find { it.service == '" + service + "' }.status");
    }

    static String directive(JsonPath linkage, String service) {
        return linkage.getString("parts.find { it.service == '" + service + "' }.directiveId");
    }

    /** A service's answer; returns the event's id and text so that it can be told again. */
    String answer(JsonPath linkage, String service, String step, String status, String reason) {
        var data = new LinkedHashMap<String, Object>();
        data.put("directiveId", directive(linkage, service));
        data.put("linkageId", linkage.getString("id"));
        data.put("caseId", linkage.getString("caseId"));
        data.put("service", service);
        data.put("status", status);
        data.put("note", null);
        data.put("reason", reason);
        data.put("actorRole", service);
        data.put("at", onegrid.kit.clock.Zone.at(clock.instant()).toString());
        var message = Topics.event(
                UUID.randomUUID(), service + ".directive." + step + ".v1", directive(linkage, service), data);
        deliver(linkage, service, message);
        return message;
    }

    static void deliver(JsonPath linkage, String service, String message) {
        var topic = service.equals("grid") ? "onegrid.grids" : "onegrid." + service;
        topics().tell(topic, linkage.getString("caseId"), message);
    }

    static Map<String, Object> body(Object... pairs) {
        var body = new LinkedHashMap<String, Object>();
        for (var i = 0; i < pairs.length; i += 2) {
            body.put((String) pairs[i], pairs[i + 1]);
        }
        return body;
    }
}
