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
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import onegrid.grid.open311.PublicCases.Question;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/**
 * Open311 GeoReport v2: what ready-made clients of cities speak. Under {@code /open311/v2} it works, under
 * {@code /open311/test/v2} a POST is checked and answered and files nothing.
 */
@Path("/open311/{mode:(test/)?}v2")
@Produces(MediaType.WILDCARD) // its ending says the form; what ready-made clients accept does not matter
@RunOnVirtualThread
@PermitAll
class GeoReportResource {
    private static final Pattern WITHOUT_A_NAME = Pattern.compile("(services|requests|tokens)/(\\.(?:xml|json))?");

    private final PublicCases cases;
    private final Filing filing;
    private final Answers answers;
    private final Clock clock;

    GeoReportResource(PublicCases cases, Filing filing, Answers answers, Clock clock) {
        this.cases = cases;
        this.filing = filing;
        this.answers = answers;
        this.clock = clock;
    }

    @GET
    @Path("discovery" + ENDING)
    @Operation(summary = "Say where GeoReport v2 is spoken, in which formats, and how a client gets a key")
    public Response discovery(String ending) {
        return answers.object(ending, "discovery", format -> Discovery.at(answers.base(), answers.jurisdiction()));
    }

    @GET
    @Path("services" + ENDING)
    @Operation(summary = "List the types of matter that residents may report (GeoReport v2)")
    public Response services(String ending) {
        return answers.list(ending, format -> ServiceList.all());
    }

    @GET
    @Path("services/{code:[^/.]+}" + ENDING)
    @Operation(summary = "Say what else may be told about one type of matter (GeoReport v2)")
    public Response service(String code, String ending) {
        return answers.object(ending, "service_definition", format -> ServiceList.definition(code));
    }

    @GET
    @Path("requests" + ENDING)
    @Operation(
            summary = "List reports as everybody may see them, by number, type, time, status or place (GeoReport v2)")
    public Response requests(String ending) {
        return answers.refusable(ending, format -> {
            answers.demandJurisdiction(answers.asked());
            var asked = new Asked(answers.asked());
            var question = asked.question(clock.instant());
            var found = cases.find(question);
            var page = found.subList(0, Math.min(found.size(), question.limit()));
            var answer = Response.ok(
                            Written.list(requests(page, question.numbers() == null && asked.extended()), format))
                    .type(format.contentType);
            if (question.numbers() == null) {
                link(answer, asked.page(), found.size() > page.size());
            }
            return answer.build();
        });
    }

    /** Not the last page: to know it, all would have to be counted. */
    private void link(Response.ResponseBuilder answer, int page, boolean more) {
        if (page > 1) {
            answer.header("Link", "<" + answers.page(1) + ">; rel=\"first\"");
            answer.header("Link", "<" + answers.page(page - 1) + ">; rel=\"prev\"");
        }
        if (more) {
            answer.header("Link", "<" + answers.page(page + 1) + ">; rel=\"next\"");
        }
    }

    private Listing requests(List<PublicCase> some, boolean extended) {
        return new Requests(answers.base(), cases.photos(some), extended ? cases.steps(some) : null).of(some);
    }

    @GET
    @Path("requests/{number:[^/.]+}" + ENDING)
    @Operation(summary = "Say how one report stands (GeoReport v2)")
    public Response request(String number, String ending) {
        return answers.list(
                ending,
                format -> requests(List.of(one(number, "service_request_id")), new Asked(answers.asked()).extended()));
    }

    /** We number at once, so a token is the number itself. */
    @GET
    @Path("tokens/{token:[^/.]+}" + ENDING)
    @Operation(summary = "Turn a token into the number of its report; here a token is the number (GeoReport v2)")
    public Response token(String token, String ending) {
        return answers.list(ending, format -> {
            var found = one(token, "token");
            return Answers.one(
                    "service_requests",
                    "request",
                    Listing.fields("service_request_id", found.number, "token", found.number));
        });
    }

    @POST
    @Path("requests" + ENDING)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "File a report by form, with the api_key of a district system (GeoReport v2)")
    public Response post(String mode, String ending, byte[] form) {
        return answers.refusable(ending, format -> filing.file(Posted.of(form), mode.isEmpty(), format));
    }

    @POST
    @Path("requests" + ENDING)
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Operation(summary = "File a report with photos; the same fields as parts, the photos as parts named media")
    public Response postWithPhotos(String mode, String ending, MultipartFormDataInput parts) {
        return answers.refusable(ending, format -> filing.file(Posted.of(parts), mode.isEmpty(), format));
    }

    @POST
    @Path("requests" + ENDING)
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response postWithoutForm(String ending) {
        return answers.refusable(ending, format -> {
            throw new GeoReportError(400, "Content-Type is application/x-www-form-urlencoded, or multipart/form-data");
        });
    }

    @POST
    @Path("{rest:.*}")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Response elsewhere(String rest) {
        return answers.refusable(ending(rest), format -> {
            throw new GeoReportError(404, "There is nothing to post to at this address");
        });
    }

    @GET
    @Path("{rest:.*}")
    @Operation(hidden = true)
    public Response nowhere(String rest) {
        return answers.refusable(ending(rest), format -> {
            var unnamed = WITHOUT_A_NAME.matcher(rest);
            if (unnamed.matches()) {
                var name =
                        switch (unnamed.group(1)) {
                            case "services" -> "service_code";
                            case "tokens" -> "token";
                            default -> "service_request_id";
                        };
                throw new GeoReportError(400, name + " was not provided");
            }
            throw new GeoReportError(404, "There is nothing at this address");
        });
    }

    private static String ending(String rest) {
        return rest.endsWith(".json") ? ".json" : rest.endsWith(".xml") ? ".xml" : "";
    }

    private PublicCase one(String number, String calledBy) {
        return cases.find(Question.about(List.of(number), 1)).stream()
                .findFirst()
                .orElseThrow(() -> new GeoReportError(404, calledBy + " was not found"));
    }
}
