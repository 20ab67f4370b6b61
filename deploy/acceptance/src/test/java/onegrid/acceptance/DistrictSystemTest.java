package onegrid.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A district system from outside: one id in all logs, and no way around the gateway. */
class DistrictSystemTest {
    private static District district;

    @BeforeAll
    static void start() {
        district = TestDistrict.get();
    }

    @Test
    void oneIdOfABigCaseIsInTheLogsOfAllFiveServices() {
        var id = "sensor." + UUID.randomUUID().toString().substring(0, 8);

        district.asHotline()
                .post("/api/cases", Reports.burstMain(), Map.of("X-Request-Id", id))
                .ok();

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(List.of(
                        "gateway", "grid-service", "party-org-service", "property-service", "new-sector-service"))
                .allSatisfy(service -> assertThat(log(service)).contains("request=" + id + " ")));
    }

    @Test
    void aClientSeesWhatItHasLeft() {
        var answer = district.asHotline().get("/api/grids?parent=410212001");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().firstValue("RateLimit").orElse("")).contains("\"minute\";r=", "\"day\";r=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/cases", "/api/matters", "/api/units", "/open311/v2/services.xml", "/q/openapi"})
    void noServiceAnswersAroundTheGatewayWithoutAToken(String path) {
        assertThat(district.servicesBehindTheDoor()).allSatisfy(service -> assertThat(
                        district.anybodyAt(service).get(path).status())
                .isEqualTo(401));
    }

    private static String log(String service) throws IOException {
        return Files.readString(district.stack().home().logs().resolve(service + ".log"));
    }
}
