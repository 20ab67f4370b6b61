package onegrid.grid.open311;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How a request of GeoReport v2 is answered: in the format that its address or its client wants, refusals too. */
@RequestScoped
class Answers {
    static final String ENDING = "{ending:(\\.(xml|json))?}";

    private final String jurisdiction;
    private final Optional<String> address;

    @Context
    HttpHeaders headers;

    @Context
    UriInfo uri;

    /** @param address what clients outside call us, such as {@code https://grid.example.cn}; else as they called us */
    Answers(
            @ConfigProperty(name = "onegrid.open311.jurisdiction", defaultValue = "410212.gov.example")
                    String jurisdiction,
            @ConfigProperty(name = "onegrid.open311.address") Optional<String> address) {
        this.jurisdiction = jurisdiction;
        this.address = address;
    }

    Response list(String ending, Function<Format, Listing> content) {
        return answer(ending, format -> Written.list(content.apply(format), format));
    }

    /** A single object with a root of its own. */
    Response object(String ending, String root, Function<Format, Map<String, Object>> content) {
        return answer(ending, format -> Written.object(root, content.apply(format), format));
    }

    private Response answer(String ending, Function<Format, String> content) {
        return refusable(ending, format -> {
            demandJurisdiction(asked());
            return Response.ok(content.apply(format)).type(format.contentType).build();
        });
    }

    Response refusable(String ending, Function<Format, Response> work) {
        var format = Format.of(ending, headers);
        try {
            return work.apply(format);
        } catch (RuntimeException refused) {
            return GeoReportError.of(refused).response(format);
        }
    }

    static Response created(Listing list, Format format) {
        return Response.status(Response.Status.CREATED)
                .type(format.contentType)
                .entity(Written.list(list, format))
                .build();
    }

    static Listing one(String list, String item, Map<String, Object> fields) {
        return new Listing(list, item, List.of(fields));
    }

    void demandJurisdiction(MultivaluedMap<String, String> parameters) {
        var named = parameters.getFirst("jurisdiction_id");
        if (named != null && !named.isBlank() && !named.strip().equals(jurisdiction)) {
            throw new GeoReportError(404, "jurisdiction_id was not found");
        }
    }

    String jurisdiction() {
        return jurisdiction;
    }

    MultivaluedMap<String, String> asked() {
        return uri.getQueryParameters();
    }

    String header(String name) {
        return headers.getHeaderString(name);
    }

    String base() {
        return address.orElseGet(() -> uri.getBaseUri().toString()).replaceAll("/$", "");
    }

    /** The address of this request with another page. */
    String page(int number) {
        var path = uri.getRequestUriBuilder().replaceQueryParam("page", number).build();
        return base() + path.getRawPath() + "?" + path.getRawQuery();
    }
}
