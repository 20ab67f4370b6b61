package onegrid.newsector.places;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import onegrid.kit.problem.Problem;
import onegrid.kit.text.Sha256;
import org.apache.commons.csv.CSVFormat;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Warm stations as open data; the catalogue at {@code /api/open-data} of grid-service names these two files. */
@Path("/api/new-sector/open-data")
@RunOnVirtualThread
@PermitAll
class OpenStationsResource {
    private static final char UTF_8_MARK = '\uFEFF';

    /** What a spreadsheet would take for a formula. */
    private static final Pattern FORMULA = Pattern.compile("^\\s*[=+\\-@].*", Pattern.DOTALL);

    private static final List<String> COLUMNS = List.of(
            "code", "name", "community_code", "address", "amenities", "opens", "closes", "longitude", "latitude");
    private static final List<String> CHINESE = List.of("代码", "名称", "社区代码", "地址", "设施", "开门", "关门", "经度", "纬度");

    private final Places places;

    @Context
    Request request;

    OpenStationsResource(Places places) {
        this.places = places;
    }

    @GET
    @Path("stations.csv")
    @Produces("text/csv; charset=utf-8")
    @Transactional
    @Operation(summary = "Download the warm stations as CSV; for Excel with a mark for UTF-8 and Chinese headings")
    public Response csv(@QueryParam("for") @DefaultValue("") String reader) {
        if (!reader.isEmpty() && !reader.equals("excel")) {
            throw Problem.invalid("for", "is excel, or left out");
        }
        var excel = reader.equals("excel");
        return file(excel ? UTF_8_MARK + rows(true) : rows(false), excel ? "excel.csv" : "csv");
    }

    private String rows(boolean chinese) {
        var text = new StringBuilder();
        try {
            var csv = CSVFormat.RFC4180.print(text);
            csv.printRecord(chinese ? CHINESE : COLUMNS);
            for (var s : places.allStations()) {
                csv.printRecord(
                        s.code,
                        safe(s.name),
                        s.communityCode,
                        safe(s.address),
                        String.join(";", s.amenities),
                        s.opens,
                        s.closes,
                        s.longitude,
                        s.latitude);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    record Collection(String type, List<Feature> features) {}

    record Feature(String type, String id, Map<String, Object> properties, Point geometry) {}

    record Point(String type, List<Double> coordinates) {}

    @GET
    @Path("stations.geojson")
    @Produces("application/geo+json")
    @Transactional
    @Operation(summary = "Download the warm stations as GeoJSON")
    public Response geoJson() {
        var features = places.allStations().stream()
                .map(s -> new Feature(
                        "Feature",
                        s.code,
                        Map.of(
                                "code",
                                s.code,
                                "name",
                                s.name,
                                "community_code",
                                s.communityCode,
                                "address",
                                s.address,
                                "amenities",
                                List.of(s.amenities),
                                "opens",
                                s.opens,
                                "closes",
                                s.closes),
                        new Point("Point", List.of(s.longitude, s.latitude))))
                .toList();
        return file(new Collection("FeatureCollection", features), "geojson");
    }

    private Response file(Object content, String ending) {
        var tag = new EntityTag(Sha256.of(rows(false)).substring(0, 20) + "-" + ending);
        var unchanged = request.evaluatePreconditions(tag);
        return (unchanged != null ? unchanged : Response.ok(content))
                .tag(tag)
                .header("Cache-Control", "public, max-age=300")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"xiangfu-stations." + ending.replace("excel.", "") + "\"")
                .build();
    }

    private static String safe(String text) {
        return FORMULA.matcher(text).matches() ? "'" + text : text;
    }
}
