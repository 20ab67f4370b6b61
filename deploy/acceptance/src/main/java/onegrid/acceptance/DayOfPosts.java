package onegrid.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** The posts at their work: each takes a next allowed step of a case or task that it has. */
final class DayOfPosts {
    private final District district;
    private final Random random;
    private final List<JsonNode> open = new ArrayList<>();
    private int reported;
    private int closed;

    DayOfPosts(District district, Random random) {
        this.district = district;
        this.random = random;
    }

    String report(Demo.Sample sample, Map<String, Object> place) {
        var report = new HashMap<String, Object>();
        report.put("text", sample.text());
        report.put("matterCode", sample.code());
        report.put("point", place);
        if (!sample.people().isBlank()) {
            report.put("peopleAffected", Integer.parseInt(sample.people()));
        }
        report.put("channel", sample.channel());
        var by = sample.channel().equals("HOTLINE_12345") ? district.asHotline() : district.as("centre");
        var answer = by.post("/api/cases", report).ok().json();
        open.add(answer);
        reported++;
        return answer.path("number").asText();
    }

    /** Two cases go one step on; every fourth time the four services work on their tasks. */
    void workOnSome() {
        for (var i = 0; i < 2 && open.size() > 5; i++) {
            var one = open.get(random.nextInt(open.size()));
            if (!step(one)) {
                open.remove(one);
            }
        }
        if (random.nextInt(4) == 0) {
            workOnTasks("grids", "street");
            workOnTasks("party", "party");
            workOnTasks("property", "property");
            workOnTasks("new-sector", "new-sector");
        }
    }

    /** False when the case needs nothing more. */
    private boolean step(JsonNode reported) {
        var url = "/api/cases/" + reported.path("id").asText();
        var view = district.as("centre").get(url).ok().json();
        var allowed = new HashSet<String>();
        view.path("allowed").forEach(command -> allowed.add(command.asText()));
        switch (view.path("status").asText()) {
            case "REPORTED" ->
                send(
                        "centre",
                        url,
                        "file",
                        Map.of("matterCode", view.path("matterCode").asText("5901")));
            case "FILED" -> send("centre", url, "dispatch", Map.of("unit", leadUnit(view), "note", "请尽快处理"));
            case "DISPATCHED" -> send("centre", url, "accept", Map.of());
            case "ACCEPTED" -> send("centre", url, "start", Map.of());
            case "IN_PROGRESS" -> handle(url, view, allowed);
            case "VERIFYING" ->
                send("supervisor", url, "verify", Map.of("passed", random.nextInt(10) > 0, "text", "现场看过"));
            case "CLOSED" -> {
                closed++;
                rate(reported);
                return false;
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private String leadUnit(JsonNode view) {
        for (var matter : district.anybody().get("/api/matters").ok().json().path("items")) {
            if (matter.path("code").equals(view.path("matterCode"))) {
                return matter.path("leadUnit").asText("community");
            }
        }
        return "community";
    }

    private void handle(String url, JsonNode view, Set<String> allowed) {
        if (!allowed.contains("feedback")) {
            for (var unit : view.path("coUnits")) {
                if (unit.path("doneAt").isNull()) {
                    send(
                            "centre",
                            url,
                            "co-done",
                            Map.of("unit", unit.path("unit").asText(), "note", "已配合处理"));
                }
            }
        }
        send("centre", url, "feedback", Map.of("text", "已到现场处理完毕", "noPhotoReason", "演示数据，没有照片"));
    }

    private void rate(JsonNode reported) {
        district.anybody()
                .post(
                        "/api/cases/track/" + reported.path("number").asText() + "/rate?token="
                                + reported.path("trackingToken").asText(),
                        Map.of("score", 3 + random.nextInt(3), "solved", true));
    }

    private void workOnTasks(String area, String account) {
        var api = district.as(account);
        for (var task : api.get("/api/" + area + "/tasks?limit=5").ok().json().path("items")) {
            var command = task.path("status").asText().equals("RECEIVED") ? "accept" : "complete";
            api.post(
                    "/api/" + area + "/tasks/" + task.path("id").asText() + "/" + command,
                    Map.of("note", command.equals("accept") ? "收到，马上办" : "已办好"));
        }
    }

    private void send(String account, String url, String command, Map<String, Object> body) {
        var answer = district.as(account).post(url + "/" + command, body);
        if (answer.status() >= 500) {
            System.out.println("  " + command + ": " + answer.text());
        }
    }

    String summary() {
        return reported + " reports, " + closed + " closed so far.";
    }
}
