package onegrid.grid.open311;

import jakarta.ws.rs.core.Response;
import java.util.List;

/** Refused in the words of GeoReport v2: an array of code and description, code = HTTP status. */
final class GeoReportError extends RuntimeException {
    private final int status;

    GeoReportError(int status, String description) {
        super(description, null, false, false);
        this.status = status;
    }

    Response response(Format format) {
        return of(status, getMessage(), format);
    }

    static Response of(int status, String description, Format format) {
        var errors =
                new Listing("errors", "error", List.of(Listing.fields("code", status, "description", description)));
        return Response.status(status)
                .type(format.contentType)
                .entity(Written.list(errors, format))
                .build();
    }
}
