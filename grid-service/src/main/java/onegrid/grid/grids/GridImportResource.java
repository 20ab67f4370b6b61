package onegrid.grid.grids;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import onegrid.grid.grids.GridRows.Version;
import onegrid.kit.clock.Zone;
import onegrid.kit.command.Command;
import onegrid.kit.paging.Page;
import onegrid.kit.paging.Paging;
import onegrid.kit.scope.Caller;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Versions of the grids: what was imported when, with what it was checked for; and the next one. */
@Path("/api/grids/imports")
@RolesAllowed("system-admin")
@RunOnVirtualThread
public class GridImportResource {
    private final GridImports imports;
    private final GridRows rows;
    private final Caller caller;

    GridImportResource(GridImports imports, GridRows rows, Caller caller) {
        this.imports = imports;
        this.rows = rows;
        this.caller = caller;
    }

    public record VersionView(
            int number,
            OffsetDateTime importedAt,
            String importedBy,
            String source,
            int grids,
            @JsonRawValue String checks) {
        static VersionView of(Version version) {
            return new VersionView(
                    version.number(),
                    Zone.at(version.importedAt()),
                    version.importedBy(),
                    version.source(),
                    version.grids(),
                    version.checks());
        }
    }

    @GET
    public Page<VersionView> list(@BeanParam @Valid Paging paging) {
        var before = paging.from(Integer.MAX_VALUE, parts -> Integer.parseInt(parts.getFirst()));
        return Page.of(
                rows.versions(paging.fetch(), before),
                paging.limit,
                VersionView::of,
                version -> Paging.cursor(version.number()));
    }

    /** The district's own files once more: the bundled ones, or those of {@code onegrid.grids.folder}. */
    @POST
    @Transactional
    @Command("grids.import")
    public Response importOwnFiles() {
        return created(imports.publish(name -> Optional.empty(), imports.expected(), caller.post()));
    }

    /** Files of one's own; a part that is missing is taken from the district's own files, a number likewise. */
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

        Map<String, FileUpload> files() {
            var files = new HashMap<String, FileUpload>();
            files.put("grids.csv", grids);
            files.put("grids.geojson", shapes);
            files.put("district.geojson", outline);
            files.put("divisions.csv", divisions);
            files.put("offices.csv", offices);
            return files;
        }

        DistrictFiles.Expected expected(DistrictFiles.Expected own) {
            return new DistrictFiles.Expected(
                    communities == null ? own.communities() : communities,
                    compounds == null ? own.compounds() : compounds,
                    areas == null ? own.areas() : areas,
                    buildings == null ? own.buildings() : buildings,
                    scattered == null ? own.scattered() : scattered);
        }
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Transactional
    @Command("grids.import")
    public Response importUpload(@BeanParam @Valid Upload upload) {
        var files = upload.files();
        return created(imports.publish(
                name -> Optional.ofNullable(files.get(name)).map(file -> DistrictFiles.text(file.uploadedFile())),
                upload.expected(imports.expected()),
                caller.post()));
    }

    private static Response created(Version version) {
        return Response.created(URI.create("/api/grids/imports"))
                .entity(VersionView.of(version))
                .build();
    }
}
