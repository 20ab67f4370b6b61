package onegrid.gateway;

import static onegrid.gateway.DoorTest.isProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BreakerTest extends AtTheDoor {
    private static int run;

    private final String mark = "run" + ++run;

    @AfterEach
    void theServiceAnswersAgain() {
        await().atMost(Duration.ofSeconds(15))
                .until(() -> get("/api/new-sector/stations?after").statusCode() == 200);
    }

    @Test
    void aServiceThatHangsIsLeftAloneAndTheAnswerComesAtOnce() {
        hangsFiveTimes();

        var began = System.nanoTime();
        var answer = get("/api/new-sector/tasks?" + mark + "later");
        var took = Duration.ofNanos(System.nanoTime() - began);

        isProblem(answer.then(), 503, "unavailable")
                .header("Retry-After", matchesPattern("[12]"))
                .body("service", equalTo("new-sector"));
        assertThat(took).isLessThan(Duration.ofMillis(700));
        assertThat(Surroundings.NEW_SECTOR.asked("/api/new-sector/tasks?" + mark + "later"))
                .isZero();
    }

    @Test
    void theRestKeepsWorkingWhileOneServiceIsLeftAlone() {
        hangsFiveTimes();

        get("/api/grids/410212001").then().statusCode(200).body("service", equalTo("grid"));
    }

    @Test
    void aServiceThatIsBackIsUsedAgainAfterThePause() {
        Surroundings.NEW_SECTOR.kill();
        for (int i = 0; i < 6; i++) {
            get("/api/new-sector/tasks?" + mark);
        }
        Surroundings.NEW_SECTOR.comeBack();

        await().atMost(Duration.ofSeconds(10))
                .until(() -> get("/api/new-sector/tasks?" + mark).statusCode() == 200);
    }

    @Test
    void aWriteWhoseAnswerIsLostIsSentOnce() {
        isProblem(
                holding(community())
                        .body("{}")
                        .post("/api/new-sector/tasks/1/accept?drop" + mark)
                        .then(),
                503,
                "unavailable");

        assertThat(Surroundings.NEW_SECTOR.asked("/api/new-sector/tasks/1/accept?drop" + mark))
                .isEqualTo(1);
    }

    @Test
    void whatIsLeftAloneIsSeenInHealthAndFigures() {
        hangsFiveTimes();

        visitor()
                .get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'services behind the door' }.data.new-sector", equalTo("OPEN"));
        assertThat(visitor().get("/q/metrics").asString())
                .containsPattern("onegrid_door_breaker_open\\{.*service=\"new-sector\".*} 1\\.0");
    }

    private void hangsFiveTimes() {
        for (int i = 0; i < 5; i++) {
            get("/api/new-sector/tasks?slow" + mark);
        }
    }

    private static io.restassured.response.Response get(String path) {
        return holding(community()).get(path);
    }
}
