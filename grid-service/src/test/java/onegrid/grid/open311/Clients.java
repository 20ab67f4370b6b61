package onegrid.grid.open311;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onegrid.testing.Tokens;

/** A ready-made client of GeoReport v2, as the gateway lets it through: with the portal's token. */
final class Clients {
    static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";
    static final String CENTRE =
            Tokens.of("centre").in("410212").unit("centre").post("区指挥中心值班长").token();
    private static final String ADMIN = Tokens.of("system-admin").post("系统管理员").token();
    private static final String PORTAL = Tokens.of("portal").token();

    private Clients() {}

    static RequestSpecification client() {
        return given().auth().oauth2(PORTAL);
    }

    static String key(String... scope) {
        return given().auth()
                .oauth2(ADMIN)
                .contentType(ContentType.JSON)
                .body(Map.of("client", "城管系统", "gridScope", List.of(scope)))
                .post("/api/cases/ops/api-keys")
                .path("key");
    }

    /** A burst water pipe in 温泉小区1; null takes a field away. */
    static Map<String, Object> form(String... namesAndValues) {
        var form = new HashMap<String, Object>(Map.of(
                "api_key",
                key("410212"),
                "service_code",
                "0402",
                "lat",
                "34.773522",
                "long",
                "114.433737",
                "description",
                "水管爆了，路面积水"));
        for (var i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] == null) {
                form.remove(namesAndValues[i]);
            } else {
                form.put(namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return form;
    }

    static Response post(Map<String, Object> form, String ending) {
        return client().contentType(FORM).formParams(form).post("/open311/v2/requests" + ending);
    }

    static String posted(String... namesAndValues) {
        var answer = post(form(namesAndValues), ".json");
        answer.then().statusCode(201);
        return answer.path("[0].service_request_id");
    }

    static Response get(String path) {
        return client().urlEncodingEnabled(false).get("/open311/v2/" + path);
    }

    /** The case as the centre reads it. */
    static Response inside(String number) {
        return given().auth().oauth2(CENTRE).get("/api/cases/by-number/" + number);
    }

    static Response command(String token, String number, String command, Map<String, ?> body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/cases/" + inside(number).path("id") + "/" + command);
    }
}
