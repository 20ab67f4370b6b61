package onegrid.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** 大事全网联动, from the portal to the rating: a burst water main, told as its people live it. */
class BurstMainStoryTest {
    private static final List<String> SERVICES = List.of("grids", "party", "property", "new-sector");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static District district;

    @BeforeAll
    static void start() {
        district = TestDistrict.get();
    }

    @Test
    void aBurstMainBringsTheWholeNetworkTogetherUntilItIsRepairedAndRated() {
        // A resident reports on the portal, without an account.
        var receipt = Reports.filed(district, Reports.burstMain());
        var number = receipt.at("/number");
        var id = receipt.at("/id");
        assertThat(receipt.at("/grid/name")).isNotBlank();
        assertThat(receipt.at("/owner/unitName")).isNotBlank();
        assertThat(receipt.at("/dueAt")).isNotBlank();

        // The brain decides, opens a linkage and asks all four services.
        var linkage = awaitLinkage(id);
        assertThat(linkage.at("/lead/unit").asText()).isEqualTo("water");
        assertThat(linkage.at("/sentence").asText()).contains("供水管道爆裂");
        SERVICES.forEach(area -> awaitTask(area, linkage));

        // Each service accepts, works and completes; the board shows it.
        for (var area : SERVICES) {
            var task = awaitTask(area, linkage);
            command(taskAccount(area), "/api/" + area + "/tasks/" + task, "accept", Map.of("note", "马上到"));
            command(taskAccount(area), "/api/" + area + "/tasks/" + task, "complete", Map.of("note", "已完成配合"));
        }
        await().atMost(PATIENCE).until(() -> answeredParts(linkage.at("/id").asText()) == 4);

        // The lead unit and its co-units do their part; the proof is there; somebody else verifies.
        var caseUrl = "/api/cases/" + id;
        command("unit-water", caseUrl, "accept", Map.of());
        command("unit-water", caseUrl, "start", Map.of());
        for (var unit : district.as("centre").get(caseUrl).ok().json().at("/coUnits")) {
            command(
                    "centre",
                    caseUrl,
                    "co-done",
                    Map.of("unit", unit.path("unit").asText(), "note", "已到场处置"));
        }
        var photo = district.as("unit-water")
                .upload("/api/photos", Pictures.jpeg(), "image/jpeg")
                .ok();
        command("unit-water", caseUrl, "feedback", Map.of("text", "已换管恢复供水", "photos", List.of(photo.at("/id"))));
        command("community-1", caseUrl, "verify", Map.of("passed", true, "text", "现场已恢复"));

        // Now, and only now, the linkage closes.
        await().atMost(PATIENCE).until(() -> linkage(linkage.at("/id").asText())
                .at("/status")
                .asText()
                .equals("CLOSED"));

        // The resident sees it all and rates.
        var tracking = "/api/cases/track/" + number;
        var token = "?token=" + receipt.at("/trackingToken");
        assertThat(district.anybody().get(tracking + token).ok().at("/status")).isEqualTo("CLOSED");
        district.anybody()
                .post(tracking + "/rate" + token, Map.of("score", 5, "solved", true, "text", "很快"))
                .ok();
        var whole = district.as("street").get(caseUrl).ok().json();
        assertThat(whole.at("/status").asText()).isEqualTo("EVALUATED");
        assertThat(StreamSupport.stream(whole.at("/history").spliterator(), false)
                        .map(step -> step.path("to").asText()))
                .containsSubsequence(
                        "REPORTED",
                        "FILED",
                        "DISPATCHED",
                        "ACCEPTED",
                        "IN_PROGRESS",
                        "FEEDBACK",
                        "VERIFYING",
                        "CLOSED",
                        "EVALUATED");
    }

    @Test
    void aSmallMatterStaysInItsGrid() {
        var receipt = Reports.filed(district, Reports.small("5704"));
        var caseUrl = "/api/cases/" + receipt.at("/id");
        await().atMost(PATIENCE).until(() -> "SMALL"
                .equals(district.as("grid-head").get(caseUrl).at("/scale")));

        command("grid-head", caseUrl, "self-handle", Map.of());
        command("grid-head", caseUrl, "feedback", Map.of("text", "已清运", "noPhotoReason", "天黑，看不清"));
        command("community-1", caseUrl, "verify", Map.of("passed", true, "text", "已清"));

        assertThat(district.as("community-1").get(caseUrl).at("/status")).isEqualTo("CLOSED");
        assertThat(district.as("centre").get(caseUrl).json().at("/linkageId").isNull())
                .isTrue();
    }

    @Test
    void anotherGridsHeadNeverSeesTheCase() {
        var id = Reports.filed(district, Reports.small("5704")).at("/id");

        var answer = district.as("grid-head-2").get("/api/cases/" + id);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.at("/type")).isEqualTo("/problems/not-found");
    }

    private static String taskAccount(String area) {
        return area.equals("grids") ? "street" : area;
    }

    private static void command(String account, String url, String command, Map<String, ?> body) {
        district.as(account).post(url + "/" + command, body).ok();
    }

    private static JsonNode awaitLinkage(String caseId) {
        var id = await().atMost(PATIENCE)
                .until(
                        () -> district.as("centre")
                                .get("/api/cases/" + caseId)
                                .ok()
                                .at("/linkageId"),
                        linkage -> linkage != null && !linkage.equals("null"));
        return linkage(id);
    }

    /** The part of the linkage that this service has received as its task; part and task have one id. */
    private static String awaitTask(String area, JsonNode linkage) {
        var id = StreamSupport.stream(linkage.at("/parts").spliterator(), false)
                .filter(part -> area.startsWith(part.path("service").asText()))
                .map(part -> part.path("directiveId").asText())
                .findFirst()
                .orElseThrow();
        await().atMost(PATIENCE)
                .until(() -> district.as("centre")
                                .get("/api/" + area + "/tasks/" + id)
                                .status()
                        == 200);
        return id;
    }

    private static JsonNode linkage(String id) {
        return district.as("centre").get("/api/brain/linkages/" + id).ok().json();
    }

    private static long answeredParts(String linkageId) {
        return StreamSupport.stream(linkage(linkageId).at("/parts").spliterator(), false)
                .filter(part -> part.path("answered").asBoolean())
                .count();
    }
}
