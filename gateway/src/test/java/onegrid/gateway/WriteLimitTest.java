package onegrid.gateway;

import static onegrid.gateway.DoorTest.isProblem;
import static onegrid.gateway.DoorTest.thePortalHasItsToken;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WriteLimitTest extends AtTheDoor {

    @Test
    void aVisitorWhoReportsWithoutPauseIsAskedToWait() {
        thePortalHasItsToken();

        var answer = visitor().post("/api/cases");
        for (int i = 0; i < 100 && answer.statusCode() == 200; i++) {
            answer = visitor().post("/api/cases");
        }

        isProblem(answer.then(), 429, "too-many-requests").header("Retry-After", notNullValue());
    }
}
