package onegrid.grid.open311;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import onegrid.kit.problem.Problem;
import onegrid.kit.problem.ProblemMapper;

/**
 * Refused in the words of GeoReport v2: an array of code and description. The status is 404 for what does not exist, 403
 * for the api_key and 400 for every other refusal; the code in the body may be more specific. Where we are at fault it
 * stays 5xx: a client that reads 400 would not send its report again.
 */
final class GeoReportError extends RuntimeException {
    /** Fields of ours in the client's words. */
    private static final Map<String, String> NAMES = Map.of(
            "text", "description",
            "address", "address_string",
            "gridCode", "address_id",
            "point.latitude", "lat",
            "point.longitude", "long",
            "peopleAffected", "attribute[people_affected]",
            "reporter.name", "first_name and last_name",
            "reporter.phone", "phone",
            "photos", "media");

    record Fault(int code, String description) {}

    private final List<Fault> faults;

    GeoReportError(int code, String description) {
        this(List.of(new Fault(code, description)));
    }

    /** @param faults the first one decides the status */
    GeoReportError(List<Fault> faults) {
        super(faults.getFirst().description, null, false, false);
        this.faults = List.copyOf(faults);
    }

    static GeoReportError of(RuntimeException thrown) {
        return thrown instanceof GeoReportError known ? known : of(ProblemMapper.judged(thrown));
    }

    private static GeoReportError of(Problem problem) {
        if (problem.more().get("errors") instanceof List<?> fields && !fields.isEmpty()) {
            return new GeoReportError(fields.stream()
                    .map(Problem.FieldError.class::cast)
                    .map(field -> new Fault(
                            problem.status(), NAMES.getOrDefault(field.field(), field.field()) + " " + field.message()))
                    .toList());
        }
        var incident = problem.more().get("incident");
        return new GeoReportError(
                problem.status(), problem.getMessage() + (incident == null ? "" : " (" + incident + ")"));
    }

    List<Fault> faults() {
        return faults;
    }

    Response response(Format format) {
        var errors = new Listing(
                "errors",
                "error",
                faults.stream()
                        .map(fault -> Listing.fields("code", fault.code, "description", fault.description))
                        .toList());
        var answer = Response.status(status()).type(format.contentType).entity(Written.list(errors, format));
        return status() == 503 ? answer.header("Retry-After", 2).build() : answer.build();
    }

    private int status() {
        var code = faults.getFirst().code;
        return code == 403 || code == 404 || code >= 500 ? code : 400;
    }
}
