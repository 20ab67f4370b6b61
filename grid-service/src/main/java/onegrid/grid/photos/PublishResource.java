package onegrid.grid.photos;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import onegrid.kit.clock.Zone;
import onegrid.kit.command.Command;
import onegrid.kit.problem.Problem;
import onegrid.kit.scope.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The gate before publication (PIPL 25): no photo is public until somebody has looked at it and found no face, no number
 * plate, no inside of a home. Who may see the case may look; what is published can be withdrawn at any time.
 */
@Path("/api/photos")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({"community", "street", "centre"})
class PublishResource {
    private final Photos photos;
    private final PhotoAccess access;
    private final Caller caller;
    private final Clock clock;

    PublishResource(Photos photos, PhotoAccess access, Caller caller, Clock clock) {
        this.photos = photos;
        this.access = access;
        this.caller = caller;
        this.clock = clock;
    }

    record Published(UUID id, boolean published, OffsetDateTime publishedAt, String publishedBy, String url) {
        static Published of(Photo photo) {
            return new Published(
                    photo.id,
                    photo.publishedAt != null,
                    Zone.at(photo.publishedAt),
                    photo.publishedBy,
                    photo.publishedAt == null ? null : "/open311/v2/media/" + photo.id);
        }
    }

    @POST
    @Path("{id}/publish")
    @Transactional
    @Command("photo.publish")
    @Operation(summary = "Let everybody see a photo that shows no person, no number plate and no inside of a home")
    public Published publish(UUID id) {
        var photo = find(id);
        if (photo.publishedAt == null) {
            photo.publishedAt = clock.instant();
            photo.publishedBy = caller.post();
        }
        return Published.of(photo);
    }

    @POST
    @Path("{id}/withdraw")
    @Transactional
    @Command("photo.withdraw")
    @Operation(summary = "Take a published photo back")
    public Published withdraw(UUID id) {
        var photo = find(id);
        photo.publishedAt = null;
        photo.publishedBy = null;
        return Published.of(photo);
    }

    private Photo find(UUID id) {
        var photo = photos.find(id);
        if (photo == null || photo.caseId == null || !access.staffMaySee(photo.caseId)) {
            throw Problem.notFound("The photo");
        }
        return photo;
    }
}
