package onegrid.grid.open311;

import static onegrid.grid.open311.Answers.ENDING;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import onegrid.grid.open311.PublicCases.Question;
import onegrid.grid.photos.PublicPictures;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What users of GeoReport have asked for beyond its second version: history, comments and media of a request. */
@Path("/open311/{mode:(test/)?}v2")
@Produces(MediaType.WILDCARD) // its ending says the form; what ready-made clients accept does not matter
@RunOnVirtualThread
@PermitAll
class RequestMoreResource {
    private final PublicCases cases;
    private final Filing filing;
    private final PublicPictures pictures;
    private final Answers answers;

    RequestMoreResource(PublicCases cases, Filing filing, PublicPictures pictures, Answers answers) {
        this.cases = cases;
        this.filing = filing;
        this.pictures = pictures;
        this.answers = answers;
    }

    @GET
    @Path("requests/{number:[^/.]+}/history" + ENDING)
    @Operation(summary = "List the public steps of one report: status, time and, where it was refused, why")
    public Response history(String number, String ending) {
        return answers.list(ending, format -> {
            var found = one(number);
            return Requests.notes(cases.steps(List.of(found)).getOrDefault(found.id, List.of()));
        });
    }

    @GET
    @Path("requests/{number:[^/.]+}/media" + ENDING)
    @Operation(summary = "List the photos of one report that were approved for publication")
    public Response media(String number, String ending) {
        return answers.list(ending, format -> {
            var found = one(number);
            return new Listing(
                    "media",
                    "medium",
                    cases.photos(List.of(found)).getOrDefault(found.id, List.of()).stream()
                            .map(photo -> Listing.fields(
                                    "media_url",
                                    photo.url(answers.base()),
                                    "title",
                                    photo.kind.equals("REPORT") ? "reported" : "result",
                                    "content_type",
                                    photo.contentType,
                                    "width",
                                    photo.width,
                                    "height",
                                    photo.height,
                                    "published_datetime",
                                    Requests.at(photo.publishedAt)))
                            .toList());
        });
    }

    /** Withdrawn photos are gone from here; who kept them for at most five minutes asks again. */
    @GET
    @Path("media/{id:[0-9a-f-]{36}}")
    @Operation(summary = "Show a photo that was approved for publication")
    public Response picture(UUID id) {
        return answers.refusable("", format -> {
            var photo = cases.photo(id).orElseThrow(() -> new GeoReportError(404, "There is no such photo"));
            return Response.ok(pictures.content(id), photo.contentType)
                    .header("Cache-Control", "public, max-age=300")
                    .header("X-Content-Type-Options", "nosniff")
                    .build();
        });
    }

    /** That something was added, when and by which system; its words may hold what is nobody else's business. */
    @GET
    @Path("requests/{number:[^/.]+}/comments" + ENDING)
    @Operation(summary = "List when district systems added something to one report; the words are for who handles it")
    public Response comments(String number, String ending) {
        return answers.list(
                ending,
                format -> new Listing(
                        "comments",
                        "comment",
                        cases.comments(one(number)).stream()
                                .map(comment -> Filing.comment(number, comment.seq, comment.at, comment.client))
                                .toList()));
    }

    @POST
    @Path("requests/{number:[^/.]+}/comments" + ENDING)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "Add new facts to an open report, with the api_key of a district system")
    public Response comment(String mode, String number, String ending, byte[] form) {
        return answers.refusable(ending, format -> {
            one(number);
            return filing.comment(number, Posted.of(form), mode.isEmpty(), format);
        });
    }

    @POST
    @Path("requests/{number:[^/.]+}/comments" + ENDING)
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response commentWithoutForm(String ending) {
        return answers.refusable(ending, format -> {
            throw new GeoReportError(400, "Content-Type is application/x-www-form-urlencoded");
        });
    }

    private PublicCase one(String number) {
        return cases.find(Question.about(List.of(number), 1)).stream()
                .findFirst()
                .orElseThrow(() -> new GeoReportError(404, "service_request_id was not found"));
    }
}
