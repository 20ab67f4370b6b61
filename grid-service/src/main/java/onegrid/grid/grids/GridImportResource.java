package onegrid.grid.grids;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import onegrid.grid.grids.GridRows.Version;
import onegrid.kit.clock.Zone;
import onegrid.kit.command.Command;
import onegrid.kit.paging.Page;
import onegrid.kit.paging.Paging;
import onegrid.kit.problem.Problem;
import onegrid.kit.scope.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Versions of the grids: what was imported when, with what it was checked for; and the next one. */
@Path("/api/grids/imports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class GridImportResource {
    private final GridImports imports;
    private final GridChanges changes;
    private final GridRows rows;
    private final Caller caller;

    GridImportResource(GridImports imports, GridChanges changes, GridRows rows, Caller caller) {
        this.imports = imports;
        this.changes = changes;
        this.rows = rows;
        this.caller = caller;
    }

    public record VersionView(
            int number,
            OffsetDateTime importedAt,
            String importedBy,
            String source,
            int grids,
            OffsetDateTime effectiveFrom,
            String note,
            @JsonRawValue String checks) {
        static VersionView of(Version version) {
            return new VersionView(
                    version.number(),
                    Zone.at(version.importedAt()),
                    version.importedBy(),
                    version.source(),
                    version.grids(),
                    Zone.at(version.effectiveFrom()),
                    version.note(),
                    version.checks());
        }
    }

    @Operation(summary = "Versions of the grids, the newest first")
    @GET
    @RolesAllowed(GridPosts.READING_VERSIONS)
    public Page<VersionView> list(@BeanParam @Valid Paging paging) {
        var before = paging.from(Integer.MAX_VALUE, parts -> Integer.parseInt(parts.getFirst()));
        return Page.of(
                rows.versions(paging.fetch(), before),
                paging.limit,
                VersionView::of,
                version -> Paging.cursor(version.number()));
    }

    /** The district's own files once more: the bundled ones, or those of {@code onegrid.grids.folder}. */
    @Operation(summary = "Import the grids from uploaded files or from the district's own, or try it")
    @APIResponse(
            responseCode = "200",
            description = "A dry run: nothing was changed",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = GridReport.class)))
    @APIResponse(
            responseCode = "201",
            description = "In force, or a change that is scheduled",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(oneOf = {VersionView.class, GridChangeResource.ChangeView.class})))
    @POST
    @Transactional
    @Command("grids.import")
    @RolesAllowed({"centre", "system-admin"})
    public Response importOwnFiles(
            @QueryParam("dryRun") @DefaultValue("false") @Pattern(regexp = "true|false", message = "is true or false")
                    String dryRun) {
        return answer(imports.ownFiles(false), null, null, dryRun);
    }

    /**
     * Files of one's own. A part that is missing is taken from the grids in force; without {@code grids.csv} the
     * features of {@code grids.geojson} are the rows. A number that is not stated is not checked.
     */
    public static class Upload {
        @RestForm("grids.csv")
        public FileUpload grids;

        @RestForm("grids.geojson")
        public FileUpload shapes;

        @RestForm("district.geojson")
        public FileUpload outline;

        @RestForm("divisions.csv")
        public FileUpload divisions;

        @RestForm("offices.csv")
        public FileUpload offices;

        @RestForm
        @PositiveOrZero
        public Integer communities;

        @RestForm
        @PositiveOrZero
        public Integer compounds;

        @RestForm
        @PositiveOrZero
        public Integer areas;

        @RestForm
        @PositiveOrZero
        public Integer buildings;

        @RestForm
        @PositiveOrZero
        public Integer scattered;

        @RestForm
        public String effectiveFrom;

        @RestForm
        @Size(max = 500)
        public String note;

        @RestForm
        public boolean acceptGaps;

        Map<String, String> texts() {
            var texts = new HashMap<String, String>();
            put(texts, DistrictFiles.GRIDS, grids);
            put(texts, DistrictFiles.SHAPES, shapes);
            put(texts, DistrictFiles.OUTLINE, outline);
            put(texts, DistrictFiles.DIVISIONS, divisions);
            put(texts, DistrictFiles.OFFICES, offices);
            return texts;
        }

        private static void put(Map<String, String> texts, String name, FileUpload file) {
            if (file != null) {
                texts.put(name, DistrictFiles.text(name, file.uploadedFile()));
            }
        }

        DistrictFiles.Expected expected() {
            return new DistrictFiles.Expected(communities, compounds, areas, buildings, scattered);
        }

        Instant day() {
            try {
                return effectiveFrom == null || effectiveFrom.isBlank()
                        ? null
                        : OffsetDateTime.parse(effectiveFrom.strip()).toInstant();
            } catch (DateTimeParseException e) {
                throw Problem.invalid("effectiveFrom", "is not a time such as 2026-12-01T00:00:00+08:00");
            }
        }
    }

    @Operation(summary = "Import the grids from uploaded files or from the district's own, or try it")
    @APIResponse(
            responseCode = "200",
            description = "A dry run: nothing was changed",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = GridReport.class)))
    @APIResponse(
            responseCode = "201",
            description = "In force, or a change that is scheduled",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(oneOf = {VersionView.class, GridChangeResource.ChangeView.class})))
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Transactional
    @Command("grids.import")
    @RolesAllowed({"centre", "system-admin"})
    public Response importUpload(
            @BeanParam @Valid Upload upload,
            @QueryParam("dryRun") @DefaultValue("false") @Pattern(regexp = "true|false", message = "is true or false")
                    String dryRun) {
        var wanted = imports.upload(upload.texts(), upload.expected(), upload.acceptGaps);
        return answer(wanted, upload.day(), upload.note, dryRun);
    }

    private Response answer(Wanted.Files wanted, Instant day, String note, String dryRun) {
        if (dryRun.equals("true")) {
            return Response.ok(changes.tryOut(wanted, day)).build();
        }
        var outcome = changes.ask(wanted, day, note, caller.post());
        return outcome.version() != null
                ? Response.created(URI.create("/api/grids/imports"))
                        .entity(VersionView.of(outcome.version()))
                        .build()
                : Response.created(URI.create(
                                "/api/grids/changes/" + outcome.change().id()))
                        .entity(GridChangeResource.ChangeView.of(outcome.change(), outcome.draft(), true))
                        .build();
    }
}
