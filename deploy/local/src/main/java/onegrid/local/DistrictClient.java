package onegrid.local;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A district system admitted to this stack: `./onegrid client <id>`, and the one that demo and bench report as.
 *
 * @param unit code of the unit that the system works for; empty: it reports and reads
 */
public record DistrictClient(String id, String unit, String secret) {
    private static final List<String> AREAS = List.of(
            "cases:read",
            "cases:write",
            "grids:read",
            "open311:read",
            "open311:write",
            "open-data:read",
            "hooks:read",
            "hooks:write");

    private static final String REPORT = """
            # a report; -i shows RateLimit, X-Request-Id 上报
            curl -i -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\
              -H "Idempotency-Key: sensor-7-0001" \\
              -d '{"text":"水管爆裂，路面积水","point":{"longitude":114.433737,"latitude":34.773522}}' \\
              %1$s/api/cases
            """;

    private static final String INBOX = """
            # what the unit has on its desk, the next due first 本单位待办
            curl -s -H "Authorization: Bearer $TOKEN" '%1$s/api/cases?view=inbox'

            # accept, then docs/hooks.md 签收
            curl -s -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' -d '{}' \\
              %1$s/api/cases/<id>/accept
            """;

    /** Admits it for the whole district; one that is admitted already gets a new secret. */
    public static DistrictClient admit(Stack stack, String id, String name, String unit, int perMinute, int perDay) {
        var admin = new SystemAdmin(stack);
        var clients = gateway(stack) + "/api/clients";
        var rights = new HashMap<String, Object>(Map.of(
                "clientId", id,
                "name", name,
                "organisation", "示例 sample",
                "roles", List.of(unit.isEmpty() ? "district-system" : "unit"),
                "gridScope", List.of("410212"),
                "areas", AREAS,
                "perMinute", perMinute,
                "perDay", perDay));
        if (!unit.isEmpty()) {
            rights.put("unit", unit);
        }
        var answer = admin.tryTo("POST", clients, rights);
        if (answer.status() == 409) {
            var known = admin.ask("GET", clients + "/" + id, null).json().path("secrets");
            for (int older = 1; older < known.size(); older++) {
                admin.ask(
                        "POST",
                        clients + "/" + id + "/secrets/"
                                + known.get(older).path("id").asText() + "/revoke",
                        Map.of("reason", "./onegrid client"));
            }
            answer = admin.ask("POST", clients + "/" + id + "/rotate", Map.of());
        }
        if (answer.status() >= 300) {
            throw new StackProblem("The gateway does not admit " + id + " (" + answer.status() + "): " + answer.text());
        }
        return new DistrictClient(id, unit, answer.json().path("secret").asText());
    }

    static int run(Stack stack, Console console, List<String> arguments) {
        if (arguments.isEmpty() || arguments.size() > 2) {
            throw new StackProblem(
                    "Usage: ./onegrid client <id> [unit], for example: ./onegrid client sensors, ./onegrid client cleaners sanitation");
        }
        var id = arguments.getFirst();
        var unit = arguments.size() == 2 ? arguments.getLast() : "";
        var client = admit(stack, id, id, unit, 600, 50_000);
        console.line("%s", client.howTo(gateway(stack)));
        return 0;
    }

    private static String gateway(Stack stack) {
        return "http://localhost:" + stack.ports().gateway();
    }

    private String howTo(String gateway) {
        return """
                client_id      %1$s
                client_secret  %2$s      (shown this once 仅显示一次)

                # a token, good for five minutes 获取令牌
                TOKEN=$(curl -s -u '%1$s:%2$s' -d grant_type=client_credentials \\
                  %3$s/oauth2/token | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')

                """.formatted(id, secret, gateway) + (unit.isEmpty() ? REPORT : INBOX).formatted(gateway);
    }
}
