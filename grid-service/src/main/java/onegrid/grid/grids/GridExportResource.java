package onegrid.grid.grids;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import onegrid.kit.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** A version as the files that an import reads; public as the grids are. */
@Path("/api/grids")
@Authenticated
@RunOnVirtualThread
public class GridExportResource {
    private final GridRows rows;
    private final GridVersions versions;

    GridExportResource(GridRows rows, GridVersions versions) {
        this.rows = rows;
        this.versions = versions;
    }

    @Operation(summary = "All grids as a CSV file")
    @GET
    @Path("export.csv")
    @Produces("text/csv;charset=UTF-8")
    public Response csv(@QueryParam("version") String version) {
        return file(version, "csv", GridText::csv);
    }

    @Operation(summary = "Shapes of all grids as GeoJSON")
    @GET
    @Path("export.geojson")
    @Produces("application/geo+json")
    public Response geoJson(@QueryParam("version") String version) {
        return file(version, "geojson", GridText::geoJson);
    }

    private Response file(String version, String ending, Function<List<GridRow>, String> text) {
        var number = number(version);
        return Response.ok(text.apply(rows.of(number)))
                .header("Content-Disposition", "attachment; filename=\"grids-" + number + "." + ending + "\"")
                .header("Cache-Control", "no-cache")
                .build();
    }

    private int number(String version) {
        if (version == null || version.isEmpty()) {
            return versions.inForce();
        }
        return number(version, rows);
    }

    /** JAX-RS would answer 404 to a text that is no number. */
    static int number(String version, GridRows rows) {
        if (!version.matches("[0-9]{1,9}")) {
            throw Problem.invalid("version", "is not the number of a version");
        }
        return rows.version(Integer.parseInt(version))
                .orElseThrow(() -> Problem.notFound("Version " + version))
                .number();
    }
}
