package onegrid.grid.photos;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import onegrid.grid.dispatch.Posts;
import onegrid.kit.problem.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** Photos of reports and results. */
@Path("/api/photos")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Posts.REPORTING)
class PhotoResource {
    private final PhotoIntake intake;
    private final Photos photos;
    private final PhotoAccess access;

    PhotoResource(PhotoIntake intake, Photos photos, PhotoAccess access) {
        this.intake = intake;
        this.photos = photos;
        this.access = access;
    }

    @Operation(summary = "Upload a photo for a report or a result")
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PhotoIntake.PhotoView.class)))
    @POST
    @Consumes({"image/jpeg", "image/png", "image/webp"})
    public Response upload(byte[] bytes) {
        return intake.take(bytes, CleanPhoto.ofUpload(bytes));
    }

    @Operation(summary = "A photo of a case")
    @GET
    @Path("{id}")
    @Produces({"image/jpeg", "image/png", "image/webp"})
    @Transactional
    public Response read(UUID id, @QueryParam("number") String number, @QueryParam("token") String token) {
        var photo = photos.find(id);
        if (photo == null || photo.caseId == null || !visible(photo.caseId, number, token)) {
            throw Problem.notFound("The photo");
        }
        return Response.ok(photos.content(id), photo.contentType)
                .header("Cache-Control", "private, max-age=3600")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Disposition", "inline")
                .build();
    }

    private boolean visible(UUID caseId, String number, String token) {
        return access.staffMaySee(caseId) || access.reporterMaySee(caseId, number, token);
    }
}
