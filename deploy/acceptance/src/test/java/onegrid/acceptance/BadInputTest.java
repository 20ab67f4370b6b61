package onegrid.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import onegrid.acceptance.Api.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Through the real door: whatever comes in, the answer is a problem with the right status and nothing of the inside. */
class BadInputTest {
    private static District district;

    @BeforeAll
    static void start() {
        district = TestDistrict.get();
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                bad("malformed JSON", 400, "malformed-json", () -> raw("{\"text\":")),
                bad("an array", 400, "malformed-json", () -> raw("[1,2]")),
                bad("a wrong type", 400, "validation", () -> raw("{\"text\":{\"a\":1}}")),
                bad("an unknown field", 400, "validation", () -> raw("{\"text\":\"垃圾桶满了\",\"txet\":\"x\"}")),
                bad("no text", 400, "validation", () -> raw("{\"point\":{\"longitude\":114.43,\"latitude\":34.77}}")),
                bad("a NUL in the text", 400, "validation", () -> raw("{\"text\":\"a\\u0000b\"}")),
                bad("a point on the sea", 422, "outside-district", () -> at(120.0, 30.0)),
                bad("a point off the globe", 400, "validation", () -> at(1000.0, 34.77)),
                bad("no place at all", 400, "validation", () -> raw("{\"text\":\"垃圾桶满了三天\"}")),
                bad("ten megabytes", 413, "too-large", () -> raw("{\"text\":\"" + "长".repeat(4_000_000) + "\"}")),
                bad("another content type", 415, "unsupported-media-type", () -> district.anybody()
                        .post("/api/cases", "text", "text/plain", Map.of())),
                bad("a photo that is not a photo", 422, "not-a-photo", () -> district.anybody()
                        .upload("/api/photos", "no picture".getBytes(), "image/jpeg")),
                bad("an address that is not there", 404, "not-found", () -> district.anybody()
                        .get("/api/nowhere")),
                bad("a list without signing in", 401, "unauthenticated", () -> district.anybody()
                        .get("/api/cases")),
                bad("a token that is none", 401, "unauthenticated", () -> district.with("abc")
                        .get("/api/cases")),
                bad("a token of somebody else", 401, "unauthenticated", () -> district.with(foreign())
                        .get("/api/cases")),
                bad("a resident in the centre", 403, "forbidden", () -> district.as("resident")
                        .get("/api/brain/situation")),
                bad("an invented cursor", 400, "validation", () -> district.as("centre")
                        .get("/api/cases?after=zzz")),
                bad("a limit of a million", 400, "validation", () -> district.as("centre")
                        .get("/api/cases?limit=1000000")),
                bad("a case that is not there", 404, "not-found", () -> district.as("centre")
                        .get("/api/cases/" + UUID.randomUUID())),
                bad("an id that is none", 404, "not-found", () -> district.as("centre")
                        .get("/api/cases/abc")),
                bad("a wrong tracking token", 404, "not-found", () -> district.anybody()
                        .get("/api/cases/track/261122-00001?token=WRONGTOKEN")),
                bad("a stale If-Match", 412, "stale-version", BadInputTest::stale),
                bad("a move that is not allowed", 409, "illegal-transition", BadInputTest::forbiddenMove));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void isRefusedInWords(Supplier<Answer> request, int status, String type) {
        var answer = request.get();

        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.at("/type")).isEqualTo("/problems/" + type);
        assertThat(answer.text()).doesNotContain("Exception", "onegrid.", "at java.");
    }

    @Test
    void anIdNumberInTheTextIsMaskedOnEntry() {
        var report = Reports.report("老人走失，身份证410212195503071234，电话13800005678，请帮忙找", "5208", 1);

        var id = Reports.filed(district, report).at("/id");

        var text = district.as("centre").get("/api/cases/" + id).ok().at("/text");
        assertThat(text).doesNotContain("41021219550307", "13800005678").contains("老人走失");
    }

    @Test
    void theSameReportTwiceIsOneCase() {
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var first = district.anybody().post("/api/cases", Reports.litter(), key).ok();

        var second = district.anybody().post("/api/cases", Reports.litter(), key);

        assertThat(second.at("/number")).isEqualTo(first.at("/number"));
        assertThat(second.at("/trackingToken")).isEqualTo(first.at("/trackingToken"));
    }

    @Test
    void aServiceIsNotReachedAroundTheGatewayWithoutAToken() throws Exception {
        for (var service : district.stack().services()) {
            var path = Map.of(
                            "grid-service", "/api/cases",
                            "party-org-service", "/api/party/tasks",
                            "property-service", "/api/property/tasks",
                            "new-sector-service", "/api/new-sector/tasks",
                            "gateway", "/api/brain/situation")
                    .get(service.name());
            var answer = java.net.http.HttpClient.newHttpClient()
                    .send(
                            java.net.http.HttpRequest.newBuilder(service.url().resolve(path))
                                    .build(),
                            java.net.http.HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(service.name()).isEqualTo(401);
        }
    }

    private static Arguments bad(String name, int status, String type, Supplier<Answer> request) {
        return arguments(Named.of(name, request), status, type);
    }

    private static Answer raw(String body) {
        return district.anybody().post("/api/cases", body, "application/json", Map.of());
    }

    private static Answer at(double longitude, double latitude) {
        return district.anybody()
                .post(
                        "/api/cases",
                        Map.of("text", "垃圾桶满了", "point", Map.of("longitude", longitude, "latitude", latitude)));
    }

    private static Answer stale() {
        var id = Reports.filed(district, Reports.litter()).at("/id");
        return district.as("community-1")
                .post(
                        "/api/cases/" + id + "/dispatch",
                        Map.of("unit", "sanitation", "coUnits", List.of()),
                        Map.of("If-Match", "\"999\""));
    }

    private static Answer forbiddenMove() {
        var id = Reports.filed(district, Reports.litter()).at("/id");
        return district.as("community-1").post("/api/cases/" + id + "/verify", Map.of("passed", true, "text", "现场已看"));
    }

    /** Well formed and unexpired, but signed by nobody we know. */
    private static String foreign() {
        var encoder = java.util.Base64.getUrlEncoder().withoutPadding();
        var header = encoder.encodeToString("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"x\"}".getBytes());
        var body = encoder.encodeToString(
                "{\"sub\":\"x\",\"exp\":4102444800,\"realm_access\":{\"roles\":[\"centre\"]}}".getBytes());
        return header + "." + body + "." + encoder.encodeToString(new byte[256]);
    }
}
