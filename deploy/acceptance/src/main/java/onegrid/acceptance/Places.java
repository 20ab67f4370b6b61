package onegrid.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Points at which things happen: the middles of the compounds. */
final class Places {
    private final List<Map<String, Object>> points = new ArrayList<>();
    private final Random random;

    Places(District district, Random random) {
        this.random = random;
        var api = district.anybody();
        for (var community : items(api, "410212001")) {
            for (var compound : items(api, community.path("code").asText())) {
                points.add(Map.of(
                        "longitude", compound.path("longitude").asDouble(),
                        "latitude", compound.path("latitude").asDouble()));
            }
        }
    }

    private static Iterable<JsonNode> items(Api api, String parent) {
        return api.get("/api/grids?limit=200&parent=" + parent).ok().json().path("items");
    }

    Map<String, Object> anywhere() {
        return points.get(random.nextInt(points.size()));
    }
}
