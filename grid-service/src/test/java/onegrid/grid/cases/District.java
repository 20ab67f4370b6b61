package onegrid.grid.cases;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import onegrid.testing.Tokens;

/** Small verbs over HTTP, spoken by posts with real tokens. */
final class District {
    static final String LEAF = "41021200100100101";
    static final String COMMUNITY = "410212001001";

    static final String PORTAL = Tokens.of("portal").token();
    static final String GRID_HEAD =
            Tokens.of("grid-head").in(LEAF).post("第1片区网格长").token();
    static final String COMMUNITY_DESK = Tokens.of("community")
            .in(COMMUNITY)
            .unit("community")
            .post("温泉社区党组织书记")
            .token();
    static final String OTHER_COMMUNITY = Tokens.of("community")
            .account("community-2")
            .in("410212001002")
            .unit("community")
            .token();
    static final String STREET =
            Tokens.of("street").in("410212001").unit("street").post("城东街道党工委书记").token();
    static final String CENTRE =
            Tokens.of("centre").in("410212").unit("centre").post("区指挥中心值班长").token();
    static final String SUPERVISOR = Tokens.of("supervisor").in("410212").token();
    static final String URBAN = unit("urban-management");
    static final String WATER = unit("water");

    private District() {}

    static String unit(String code) {
        return Tokens.of("unit")
                .account("unit-" + code)
                .in("410212")
                .unit(code)
                .post(code)
                .token();
    }

    static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    static Response reported(String text, String matterCode) {
        return report(PORTAL, Map.of("text", text, "matterCode", matterCode, "gridCode", LEAF));
    }

    static Response report(String token, Map<String, ?> body) {
        return as(token).body(body).post("/api/cases");
    }

    static String filed(String matterCode) {
        var answer = reported("门口有情况，请来看看", matterCode);
        answer.then().statusCode(201);
        return answer.path("id");
    }

    static Response send(String token, String id, String command, Object... body) {
        var json = new HashMap<String, Object>();
        for (var i = 0; i < body.length; i += 2) {
            json.put((String) body[i], body[i + 1]);
        }
        return as(token).body(json).post("/api/cases/" + id + "/" + command);
    }

    /** Sends and insists. */
    static Response done(String token, String id, String command, Object... body) {
        var answer = send(token, id, command, body);
        answer.then().statusCode(200);
        return answer;
    }

    static Response read(String token, String id) {
        return as(token).get("/api/cases/" + id);
    }
}
