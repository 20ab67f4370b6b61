package onegrid.grid.open311;

import java.util.List;
import java.util.Map;

/** Where GeoReport is spoken: the working address and the one for tries. */
final class Discovery {
    private static final String SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";
    private static final String CHANGED = "2026-11-24T00:00:00+08:00";

    private Discovery() {}

    static Map<String, Object> at(String base, String jurisdiction) {
        return Listing.fields(
                "changeset",
                CHANGED,
                "contact",
                "祥符区指挥中心, 12345; jurisdiction_id " + jurisdiction,
                "key_service",
                "The system administrator of the district issues an api_key (POST /api/cases/ops/api-keys)",
                "endpoints",
                new Listing(
                        "endpoints",
                        "endpoint",
                        List.of(
                                endpoint(base + "/open311/v2", "production"),
                                endpoint(base + "/open311/test/v2", "test"))));
    }

    private static Map<String, Object> endpoint(String url, String type) {
        return Listing.fields(
                "specification", SPECIFICATION,
                "url", url,
                "changeset", CHANGED,
                "type", type,
                "formats", new Listing.Words("format", List.of("text/xml", "application/json")));
    }
}
