package onegrid.grid.open311;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import onegrid.grid.cases.ForeignReports;
import onegrid.kit.problem.Problem;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;

/**
 * Open311 GeoReport v2: what ready-made clients of cities speak. Under {@code /open311/v2} it works, under
 * {@code /open311/test/v2} a POST is checked and answered and files nothing.
 */
@Path("/open311/{mode:(test/)?}v2")
@RunOnVirtualThread
@PermitAll
class GeoReportResource {
    private static final Logger LOG = Logger.getLogger(GeoReportResource.class);
    private static final String ENDING = "{ending:(\\.(xml|json))?}";

    private final PublicCases cases;
    private final ForeignReports reports;
    private final ApiKeys keys;
    private final Clock clock;
    private final String jurisdiction;

    @Context
    HttpHeaders headers;

    @Context
    UriInfo uri;

    GeoReportResource(
            PublicCases cases,
            ForeignReports reports,
            ApiKeys keys,
            Clock clock,
            @ConfigProperty(name = "onegrid.open311.jurisdiction", defaultValue = "410212.gov.example")
                    String jurisdiction) {
        this.cases = cases;
        this.reports = reports;
        this.keys = keys;
        this.clock = clock;
        this.jurisdiction = jurisdiction;
    }

    @Operation(summary = "Open311: where this service is and what it speaks")
    @GET
    @Path("discovery" + ENDING)
    public Response discovery(String ending) {
        return answer(ending, format -> Written.object("discovery", Discovery.at(base(), jurisdiction), format));
    }

    @Operation(summary = "Open311: what can be reported")
    @GET
    @Path("services" + ENDING)
    public Response services(String ending) {
        return answer(ending, format -> Written.list(ServiceList.all(), format));
    }

    @Operation(summary = "Open311: attributes of one service")
    @GET
    @Path("services/{code:[^/.]+}" + ENDING)
    public Response service(String code, String ending) {
        return answer(ending, format -> Written.object("service_definition", ServiceList.definition(code), format));
    }

    @Operation(summary = "Open311: service requests, the newest first")
    @GET
    @Path("requests" + ENDING)
    @Transactional
    public Response requests(String ending) {
        var format = Format.of(ending, headers);
        return refusable(format, () -> {
            jurisdiction(uri.getQueryParameters());
            var asked = new Asked(uri.getQueryParameters());
            var question = asked.question(clock.instant());
            var found = cases.find(question);
            var answer = ok(Written.list(Requests.of(found), format), format);
            if (question.numbers() == null && found.size() == question.limit()) {
                answer.header("Link", "<" + page(asked.page() + 1) + ">; rel=\"next\"");
            }
            if (asked.page() > 1) {
                answer.header("Link", "<" + page(asked.page() - 1) + ">; rel=\"prev\"");
            }
            return answer.build();
        });
    }

    @Operation(summary = "Open311: one service request")
    @GET
    @Path("requests/{number:[^/.]+}" + ENDING)
    @Transactional
    public Response request(String number, String ending) {
        return answer(ending, format -> Written.list(Requests.of(one(number)), format));
    }

    /** We number at once, so a token is the number itself. */
    @Operation(summary = "Open311: the number that belongs to a token")
    @GET
    @Path("tokens/{token:[^/.]+}" + ENDING)
    @Transactional
    public Response token(String token, String ending) {
        return answer(ending, format -> {
            var found = one(token).getFirst();
            return Written.list(
                    new Listing(
                            "service_requests",
                            "request",
                            List.of(Listing.fields("service_request_id", found.number, "token", found.number))),
                    format);
        });
    }

    @Operation(summary = "Open311: file a service request")
    @POST
    @Path("requests" + ENDING)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response post(String mode, String ending, MultivaluedMap<String, String> form) {
        var format = Format.of(ending, headers);
        return refusable(format, () -> {
            jurisdiction(form);
            var posted = new Posted(form);
            var key = keys.valid(posted.word("api_key"))
                    .orElseThrow(() -> new GeoReportError(403, "api_key was not provided or is not valid"));
            var report = posted.report();
            var filed = mode.isEmpty()
                    ? reports.file(report, key.client, key.scope())
                    : new ForeignReports.Filed("000000-00000", "测试地址：没有立案");
            var request = Listing.fields(
                    "service_request_id", filed.number(),
                    "service_notice", filed.promise(),
                    "account_id", null);
            return Response.status(Response.Status.CREATED)
                    .type(format.contentType)
                    .entity(Written.list(new Listing("service_requests", "request", List.of(request)), format))
                    .build();
        });
    }

    private List<PublicCase> one(String number) {
        var found = cases.find(new PublicCases.Question(List.of(number), null, null, null, null, null, 0, 1));
        if (found.isEmpty()) {
            throw new GeoReportError(404, "service_request_id was not found");
        }
        return found;
    }

    private void jurisdiction(MultivaluedMap<String, String> parameters) {
        var named = parameters.getFirst("jurisdiction_id");
        if (named != null && !named.isBlank() && !named.equals(jurisdiction)) {
            throw new GeoReportError(404, "jurisdiction_id was not found");
        }
    }

    private interface Content {
        String in(Format format);
    }

    private Response answer(String ending, Content content) {
        var format = Format.of(ending, headers);
        return refusable(format, () -> {
            jurisdiction(uri.getQueryParameters());
            return ok(content.in(format), format).build();
        });
    }

    private static Response.ResponseBuilder ok(String text, Format format) {
        return Response.ok(text).type(format.contentType);
    }

    private static Response refusable(Format format, Supplier<Response> work) {
        try {
            return work.get();
        } catch (GeoReportError refused) {
            return refused.response(format);
        } catch (Problem problem) {
            return GeoReportError.of(problem.status(), described(problem), format);
        } catch (RuntimeException broken) {
            LOG.errorf(broken, "GeoReport failed");
            return GeoReportError.of(500, "The request could not be completed; please try again", format);
        }
    }

    private static String described(Problem problem) {
        var errors = problem.more().get("errors");
        return errors == null ? problem.getMessage() : errors.toString();
    }

    private String base() {
        return uri.getBaseUri().toString().replaceAll("/$", "");
    }

    private String page(int number) {
        return uri.getRequestUriBuilder()
                .replaceQueryParam("page", number)
                .build()
                .toString();
    }
}
