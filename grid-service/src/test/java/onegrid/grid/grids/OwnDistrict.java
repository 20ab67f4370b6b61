package onegrid.grid.grids;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import onegrid.testing.Infrastructure;
import onegrid.testing.ServiceUnderTest;
import onegrid.testing.Tokens;

/** A database of its own: codes that these tests retire never come back, and the other tests expect the sample. */
public class OwnDistrict extends ServiceUnderTest {
    @Override
    public Map<String, String> start() {
        var settings = new HashMap<>(super.start());
        settings.put("quarkus.datasource.jdbc.url", Infrastructure.start().database("test_of_grids"));
        return settings;
    }

    /** Puts one operation in force. */
    public static Response change(Map<String, ?> operation) {
        return given().auth()
                .oauth2(Tokens.of("centre").in("410212").token())
                .contentType(ContentType.JSON)
                .body(Map.of("operations", List.of(operation)))
                .post("/api/grids/changes");
    }

    /** The operation that cuts a grid in a western half and the rest. */
    public static Map<String, Object> split(String code, String west, String east) {
        return Map.of(
                "type",
                "split",
                "code",
                code,
                "into",
                List.of(Map.of("name", west, "shape", west(code)), Map.of("name", east)));
    }

    static JsonNode west(String code) {
        try {
            var json = new ObjectMapper();
            var export = given().auth()
                    .oauth2(Tokens.of("portal").token())
                    .get("/api/grids/export.geojson")
                    .asString();
            for (var feature : json.readTree(export).path("features")) {
                if (feature.path("id").asText().equals(code)) {
                    return json.readTree(
                            RecutTest.westOf(feature.path("geometry").toString()));
                }
            }
            throw new IllegalArgumentException(code + " is not in force");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
