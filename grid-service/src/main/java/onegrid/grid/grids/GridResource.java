package onegrid.grid.grids;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import onegrid.kit.paging.Page;
import onegrid.kit.paging.Paging;
import onegrid.kit.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Grids are public: every token may read, the gateway's own for visitors too. */
@Path("/api/grids")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@RunOnVirtualThread
public class GridResource {
    private final Grids grids;
    private final GridRows rows;
    private final GridLocator locator;

    GridResource(Grids grids, GridRows rows, GridLocator locator) {
        this.grids = grids;
        this.rows = rows;
        this.locator = locator;
    }

    @Operation(summary = "Grids below a parent, or by name or code")
    @GET
    public Page<GridView> list(
            @QueryParam("parent") String parent,
            @QueryParam("query") @Size(max = 100) String query,
            @BeanParam @Valid Paging paging) {
        var tree = grids.inForce().tree;
        var place = place(parent, "parent");
        if (query == null || query.isBlank()) {
            return page(tree.children(place.map(Grid::code).orElse(null)), Grid::code, paging);
        }
        var search = new GridSearch(query);
        var found = search.in(
                place.isEmpty()
                        ? tree.all()
                        : tree.all().stream()
                                .filter(grid ->
                                        grid.code().startsWith(place.get().code()))
                                .toList());
        return page(found, search::key, paging);
    }

    /** Lists are sorted by this key, so the key of the last item is the cursor. */
    private static Page<GridView> page(
            List<Grid> sorted, java.util.function.Function<Grid, String> key, Paging paging) {
        var after = paging.from("", List::getFirst);
        var rows = sorted.stream()
                .filter(grid -> key.apply(grid).compareTo(after) > 0)
                .limit(paging.fetch())
                .toList();
        return Page.of(rows, paging.limit, GridView::of, grid -> Paging.cursor(key.apply(grid)));
    }

    /** {@code grid} is the deepest with this point; null where the district has no grids drawn. */
    public record Located(GridView grid, GridView community, boolean insideDistrict) {}

    @Operation(summary = "The grid in which a point lies")
    @GET
    @Path("locate")
    public Located locate(
            @QueryParam("longitude") @NotBlank String longitude, @QueryParam("latitude") @NotBlank String latitude) {
        return located(degrees(longitude, "longitude"), degrees(latitude, "latitude"));
    }

    private Located located(double longitude, double latitude) {
        var grid = locator.locate(longitude, latitude);
        var community = grid.map(Grid::community).or(() -> locator.community(longitude, latitude));
        return new Located(
                grid.map(GridView::of).orElse(null), community.map(GridView::of).orElse(null), true);
    }

    /** JAX-RS would answer 404 to a text that is no number. */
    private static double degrees(String text, String parameter) {
        try {
            var value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw Problem.invalid(parameter, "is not a number of WGS-84 degrees");
    }

    @Operation(summary = "Shapes of the grids of a level as GeoJSON")
    @GET
    @Path("geojson")
    @Produces({MediaType.APPLICATION_JSON, "application/geo+json"})
    public Response geoJson(
            @QueryParam("level") @NotNull @Pattern(regexp = "[0-5]", message = "is one of 0 to 5") String level,
            @QueryParam("within") String within,
            @QueryParam("version") String version,
            @Context Request request) {
        var depth = Integer.parseInt(level);
        if (version != null) {
            return past(depth, within, GridExportResource.number(version, rows), request);
        }
        var place = place(within, "within");
        var set = grids.inForce();
        var tag = new EntityTag(
                set.version + "-" + depth + "-" + place.map(Grid::code).orElse("all"));
        var known = request.evaluatePreconditions(tag);
        var answer = known != null ? known : Response.ok(set.shapes.collection(depth, place));
        return answer.tag(tag).header("Cache-Control", "public, max-age=60").build();
    }

    /** A version never changes, so it may be kept for ever. */
    private Response past(int level, String within, int version, Request request) {
        if (within != null && !within.isEmpty() && !GridCode.isOne(within)) {
            throw Problem.invalid("within", "is not a grid code: 6, 9, 12, 15, 17 or 19 digits");
        }
        var tag = new EntityTag("past-" + version + "-" + level + "-" + within);
        var known = request.evaluatePreconditions(tag);
        var answer = known != null ? known : Response.ok(GridShapes.collection(rows.of(version), level, within));
        return answer.tag(tag).header("Cache-Control", "public, max-age=86400").build();
    }

    /** The district's own code stands for everything. */
    private Optional<Grid> place(String code, String parameter) {
        if (code == null || code.isEmpty()) {
            return Optional.empty();
        }
        if (!GridCode.isOne(code)) {
            throw Problem.invalid(parameter, "is not a grid code: 6, 9, 12, 15, 17 or 19 digits");
        }
        if (code.equals(grids.inForce().tree.district().code())) {
            return Optional.empty();
        }
        return Optional.of(grids.find(code).orElseThrow(() -> Problem.notFound("Grid " + code)));
    }
}
