package onegrid.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A department's own system is the handling unit: it hears its dispatches and answers by API. */
class UnitSystemStoryTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
    private District district;
    private HttpServer receiver;
    private String subscription;

    @BeforeEach
    void subscribe() throws IOException {
        district = TestDistrict.get();
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 20);
        receiver.createContext("/", this::hear);
        receiver.start();
        subscription = "/api/hooks/subscriptions/"
                + system().post(
                                "/api/hooks/subscriptions",
                                Map.of(
                                        "name",
                                        "环卫调度平台",
                                        "url",
                                        "http://127.0.0.1:"
                                                + receiver.getAddress().getPort() + "/onegrid",
                                        "eventTypes",
                                        List.of("grid.case.dispatched.v1", "grid.case.ruled.v1")))
                        .ok()
                        .at("/id");
    }

    @AfterEach
    void end() {
        system().send(system().request(subscription).DELETE());
        receiver.stop(0);
    }

    private Api system() {
        return district.as("unit-sanitation");
    }

    private void hear(HttpExchange exchange) throws IOException {
        heard.add(Api.JSON.readTree(exchange.getRequestBody()));
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private String dispatched() {
        var id = Reports.filed(district, Reports.small("0201")).at("/id");
        await().atMost(PATIENCE).until(() -> "SMALL"
                .equals(district.as("community-1").get("/api/cases/" + id).at("/scale")));
        district.as("community-1")
                .post("/api/cases/" + id + "/dispatch", Map.of("unit", "sanitation"))
                .ok();
        return id;
    }

    private String told(String type, String caseId) {
        return await().atMost(PATIENCE)
                .until(
                        () -> heard.stream()
                                .filter(event -> event.path("type").asText().equals(type)
                                        && event.path("subject").asText().equals(caseId))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow()
                .at("/data/caseId")
                .asText();
    }

    @Test
    void aDispatchIsHeardAcceptedAndDone() {
        var url = "/api/cases/" + told("grid.case.dispatched.v1", dispatched());

        system().post(url + "/accept", Map.of("note", "工单 HW-7")).ok();
        system().post(url + "/start", Map.of()).ok();
        system().post(url + "/feedback", Map.of("text", "已清除", "noPhotoReason", "车载系统无相机"))
                .ok();

        district.as("community-1")
                .post(url + "/verify", Map.of("passed", true, "text", "现场已清"))
                .ok();
        var done = system().get(url).ok();
        assertThat(done.at("/status")).isEqualTo("CLOSED");
        assertThat(done.at("/handler")).isEqualTo("环卫中心");
    }

    @Test
    void anotherIsGivenBackAndComesBackByARuling() {
        var id = told("grid.case.dispatched.v1", dispatched());
        var url = "/api/cases/" + id;

        system().post(url + "/return", Map.of("reason", "属高速公路，由交通局管养")).ok();
        district.as("street")
                .post(url + "/rule", Map.of("unit", "sanitation", "reason", "按属地由环卫中心办理"))
                .ok();

        told("grid.case.ruled.v1", id);
        assertThat(system().post(url + "/return", Map.of("reason", "仍非我单位")).at("/rule"))
                .isEqualTo("C5");
        system().post(url + "/accept", Map.of()).ok();
    }
}
