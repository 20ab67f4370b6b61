package onegrid.gateway;

import static onegrid.gateway.DoorTest.isProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import onegrid.testing.LogLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One word by which a call is found everywhere; that services write it too is tried in service-kit. */
@QuarkusTest
class RequestIdTest extends AtTheDoor {

    @Test
    void theCallersIdGoesThereAndBack() {
        holding(community())
                .header("X-Request-Id", "kreuzung-7.0001")
                .get("/api/cases")
                .then()
                .header("X-Request-Id", "kreuzung-7.0001")
                .header("traceparent", notNullValue())
                .body("headers.x-request-id", equalTo("kreuzung-7.0001"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b",
                "<script>",
                "äö",
                "a\"b",
                "12345678901234567890123456789012345678901234567890123456789012345"
            })
    void aMalformedIdIsReplaced(String id) {
        holding(community())
                .header("X-Request-Id", id)
                .get("/api/cases")
                .then()
                .header("X-Request-Id", matchesPattern("[0-9a-f]{32}"));
    }

    @Test
    void anIdThatIsAUuidIsTheTraceToo() {
        holding(community())
                .header("X-Request-Id", "0af76519-16cd-43dd-8448-eb211c80319c")
                .get("/api/cases")
                .then()
                .header("X-Request-Id", "0af76519-16cd-43dd-8448-eb211c80319c")
                .header("X-Trace-Id", "0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void aRefusalOfTheDoorNamesTheId() {
        isProblem(visitor().header("X-Request-Id", "door-1").get("/api/cases").then(), 401, "unauthenticated")
                .header("X-Request-Id", "door-1")
                .body("requestId", equalTo("door-1"));
    }

    @Test
    void aRefusalOfTheBrainNamesTheId() {
        isProblem(
                        holding(community())
                                .header("X-Request-Id", "brain-1")
                                .get("/api/brain/linkages/00000000-0000-0000-0000-000000000000")
                                .then(),
                        404,
                        "not-found")
                .body("requestId", equalTo("brain-1"));
    }

    @Test
    void theAccessLogHasOneLineOfTheCallAndNothingPersonal() {
        try (var log = LogLines.of("onegrid.gateway.access")) {
            holding(community()).header("X-Request-Id", "log-1").get("/api/cases?query=%E5%BC%A0%E4%B8%89");

            await().until(() -> !log.with("request=log-1").isEmpty());
            assertThat(log.with("request=log-1")).singleElement().satisfies(line -> assertThat(line)
                    .containsPattern("trace=[0-9a-f]{32} request=log-1 GET /api/cases 200 [0-9]+ ms community")
                    .doesNotContain("query", "%E5", "Bearer"));
        }
    }

    @Test
    void aVisitorsCallIsInTheLogWithoutWhoItWas() {
        try (var log = LogLines.of("onegrid.gateway.access")) {
            visitor().header("X-Request-Id", "log-2").get("/api/cases/track/261122-00017?token=geheim");

            await().until(() -> !log.with("request=log-2").isEmpty());
            assertThat(List.copyOf(log.with("request=log-2")))
                    .allSatisfy(line -> assertThat(line).contains("visitor").doesNotContain("geheim", "127.0.0.1"));
        }
    }
}
