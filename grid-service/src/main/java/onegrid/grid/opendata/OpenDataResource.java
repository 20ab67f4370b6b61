package onegrid.grid.opendata;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import java.util.function.Function;
import onegrid.grid.grids.OpenGrids;
import onegrid.grid.opendata.Releases.Release;
import onegrid.kit.clock.Zone;
import onegrid.kit.problem.Problem;
import onegrid.kit.scope.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Open data: what the district publishes, for everybody, as files that are written while they are sent. */
@Path("/api/open-data")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class OpenDataResource {
    private static final String KEPT = "public, max-age=300";
    private static final String CSV = "text/csv; charset=utf-8";
    private static final String GEO_JSON = "application/geo+json";
    private static final String JSON_LD = "application/ld+json";

    private final Releases releases;
    private final ReleaseMaking making;
    private final Lines lines;
    private final OpenGrids grids;
    private final OpenDataSettings settings;
    private final Caller caller;
    private final Clock clock;

    @Context
    UriInfo uri;

    @Context
    Request request;

    OpenDataResource(
            Releases releases,
            ReleaseMaking making,
            Lines lines,
            OpenGrids grids,
            OpenDataSettings settings,
            Caller caller,
            Clock clock) {
        this.releases = releases;
        this.making = making;
        this.lines = lines;
        this.grids = grids;
        this.settings = settings;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @PermitAll
    @Operation(summary = "Say what the district publishes, with the dictionary, the licence and the files")
    public Response overview() {
        return known("overview", OpenCatalogue::overview, MediaType.APPLICATION_JSON);
    }

    @GET
    @Path("catalog.jsonld")
    @Produces(JSON_LD)
    @PermitAll
    @Operation(summary = "The catalogue of open data in DCAT 3, as data portals read it")
    public Response catalogue() {
        return known("catalog", OpenCatalogue::jsonLd, JSON_LD);
    }

    @GET
    @Path("{set:[a-z]+}.csv")
    @Produces(CSV)
    @PermitAll
    @Operation(summary = "Download a data set as CSV; for Excel with a mark for UTF-8 and Chinese headings")
    public Response csv(String set, @QueryParam("for") @DefaultValue("") String reader) {
        var asked = published(set);
        if (!reader.isEmpty() && !reader.equals("excel")) {
            throw Problem.invalid("for", "is excel, or left out");
        }
        var excel = reader.equals("excel");
        return file(asked, excel ? "excel" : "csv", CSV, out -> OpenCsv.write(asked, lines, excel, out));
    }

    @GET
    @Path("{set:[a-z]+}.geojson")
    @Produces(GEO_JSON)
    @PermitAll
    @Operation(summary = "Download a data set as GeoJSON")
    public Response geoJson(String set) {
        var asked = published(set);
        return file(asked, "geojson", GEO_JSON, out -> OpenGeoJson.write(asked, lines, grids, out));
    }

    @GET
    @Path("{set:[a-z]+}.schema.json")
    @PermitAll
    @Operation(summary = "The columns of a data set as Table Schema")
    public Response schema(String set) {
        return described(Dictionary.tableSchema(known(set)));
    }

    /** Where CSVW looks for it: beside the file. */
    @GET
    @Path("{set:[a-z]+}.csv-metadata.json")
    @PermitAll
    @Operation(summary = "The columns of a data set as metadata of CSV on the Web")
    public Response metadata(String set) {
        return described(Dictionary.csvw(known(set), base(), settings.licence()));
    }

    @GET
    @Path("{set:[a-z]+}.dictionary.csv")
    @Produces(CSV)
    @PermitAll
    @Operation(summary = "The dictionary of a data set for people: each column in Chinese and English")
    public Response dictionary(String set) {
        return Response.ok(Dictionary.csv(known(set)), CSV)
                .header("Cache-Control", KEPT)
                .build();
    }

    record Made(int number, OffsetDateTime madeAt, int cases) {}

    @POST
    @Path("releases")
    @RolesAllowed({"centre", "system-admin"})
    @Operation(summary = "Publish open data now instead of waiting for the next time")
    @APIResponse(
            responseCode = "201",
            description = "Published",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Made.class)))
    public Response release() {
        var made = making.make(caller.post(), clock.instant())
                .orElseThrow(() -> new Problem(409, "concurrent-change", "A release is being made right now"));
        return Response.status(Response.Status.CREATED)
                .entity(new Made(made.number(), Zone.at(made.madeAt()), made.cases()))
                .build();
    }

    private Response described(Object description) {
        return Response.ok(description, MediaType.APPLICATION_JSON)
                .header("Cache-Control", KEPT)
                .build();
    }

    private static DataSet known(String set) {
        return DataSet.find(set).orElseThrow(() -> Problem.notFound("The data set"));
    }

    /** Here; stations are new-sector-service's own. */
    private static DataSet published(String set) {
        return DataSet.find(set)
                .filter(found -> found != DataSet.STATIONS)
                .orElseThrow(() -> Problem.notFound("The data set"));
    }

    /** The first one is made when somebody asks before the clock has come round. */
    private Release newest() {
        return releases.newest()
                .or(() -> making.make("clock", clock.instant()))
                .or(releases::newest)
                .orElseThrow(() -> new Problem(503, "unavailable", "The first release is being made; try again"));
    }

    private Response file(DataSet set, String form, String type, StreamingOutput content) {
        var release = set.isReleased() ? Optional.of(newest()) : Optional.<Release>empty();
        var state = release.map(made -> String.valueOf(made.number())).orElseGet(() -> "grids" + grids.version());
        var tag = new EntityTag(set.word + "-" + form + "-" + state);
        var modified = release.map(Release::madeAt).map(at -> Date.from(at.truncatedTo(ChronoUnit.SECONDS)));
        var unchanged = modified.isPresent()
                ? request.evaluatePreconditions(modified.get(), tag)
                : request.evaluatePreconditions(tag);
        var answer = unchanged != null ? unchanged : Response.ok(content, type);
        modified.ifPresent(answer::lastModified);
        var ending = form.equals("excel") ? "csv" : form;
        return answer.tag(tag)
                .header("Cache-Control", KEPT)
                .header("Content-Disposition", "attachment; filename=\"xiangfu-" + set.word + "." + ending + "\"")
                .build();
    }

    private Response known(String what, Function<OpenCatalogue, Object> content, String type) {
        var newest = newest();
        var tag = new EntityTag(what + "-" + newest.number() + "-" + Integer.toHexString(base().hashCode()));
        var unchanged = request.evaluatePreconditions(tag);
        var answer = unchanged != null ? unchanged : Response.ok(content.apply(catalogueOf(newest)), type);
        return answer.tag(tag).header("Cache-Control", "public, max-age=60").build();
    }

    private OpenCatalogue catalogueOf(Release newest) {
        return new OpenCatalogue(settings, base(), grids.district(), newest, releases.sums(), grids::name);
    }

    private String base() {
        return settings.address().orElseGet(() -> uri.getBaseUri().toString()).replaceAll("/$", "");
    }
}
