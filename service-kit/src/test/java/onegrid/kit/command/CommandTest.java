package onegrid.kit.command;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import onegrid.kit.sample.Things;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class CommandTest {
    @Inject
    Things things;

    @Test
    void aRepeatGivesTheFirstAnswerBack() {
        var key = UUID.randomUUID().toString();
        var name = name();
        var first = make(key, name);

        var repeat = make(key, name);

        assertThat(repeat.statusCode()).isEqualTo(201);
        assertThat(repeat.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(repeat.header("Location")).endsWith("/api/things/" + first.path("id"));
        assertThat(repeat.asString()).isEqualTo(first.asString());
        assertThat(things.count(name)).isEqualTo(1);
    }

    @Test
    void tenAtOnceWithOneKeyMakeOneThing() {
        var key = UUID.randomUUID().toString();
        var name = name();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 10).forEach(i -> threads.submit(() -> make(key, name)));
        }

        assertThat(things.count(name)).isEqualTo(1);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        var key = UUID.randomUUID().toString();
        make(key, name());

        make(key, name()).then().statusCode(422).body("type", equalTo("/problems/idempotency-key-reused"));
    }

    @Test
    void theSameKeyOfAnotherAccountIsAnotherKey() {
        var key = UUID.randomUUID().toString();
        var name = name();
        make(key, name);

        make(Tokens.of("street").account("another").token(), key, name).then().statusCode(201);

        assertThat(things.count(name)).isEqualTo(2);
    }

    @Test
    void aRefusedCommandMayBeSentAgainUnderItsKey() {
        var key = UUID.randomUUID().toString();
        make(key, "x");

        make(key, name()).then().statusCode(201);
    }

    @Test
    void aCommandLeavesARowInTheAuditTrail() {
        var location = make(null, name()).header("Location");

        given().auth()
                .oauth2(Tokens.of("street").token())
                .post(location + "/touch")
                .then()
                .statusCode(200);

        var path = location.substring(location.indexOf("/api/"));
        assertThat(things.audit(path + "/touch").toString()).isEqualTo("[thing.touch]");
    }

    @ParameterizedTest
    @CsvSource({"'\"7\"', 200", "'W/\"7\"', 200", "*, 200", "'\"6\"', 412", "soon, 412"})
    void aCommandOnAnOlderStateIsRefused(String ifMatch, int status) {
        given().auth()
                .oauth2(Tokens.of("street").token())
                .header("If-Match", ifMatch)
                .post("/api/things/1/touch")
                .then()
                .statusCode(status);
    }

    @Test
    void anAnswerCarriesItsVersionAsETag() {
        given().auth()
                .oauth2(Tokens.of("street").token())
                .post("/api/things/1/touch")
                .then()
                .header("ETag", equalTo("\"8\""));
    }

    private static Response make(String key, String name) {
        return make(Tokens.of("street").token(), key, name);
    }

    private static Response make(String token, String key, String name) {
        var request = given().auth().oauth2(token).contentType("application/json");
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return request.body("{\"name\":\"" + name + "\"}").post("/api/things");
    }

    private static String name() {
        return UUID.randomUUID().toString().substring(0, 18);
    }
}
