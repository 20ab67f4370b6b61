package onegrid.kit.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Whoever asks for a form that is none hears it at once. */
class Acceptable {
    @ServerRequestFilter(preMatching = true)
    public Response check(ContainerRequestContext request) {
        var asked = request.getHeaderString(HttpHeaders.ACCEPT);
        if (asked == null || asked.isBlank()) {
            return null;
        }
        try {
            for (var one : asked.split(",")) {
                MediaType.valueOf(one.strip());
            }
            return null;
        } catch (IllegalArgumentException notOne) {
            return ProblemMapper.ProblemResponse.of(
                    new Problem(406, "not-acceptable", "The header Accept names what is not a media type"));
        }
    }
}
