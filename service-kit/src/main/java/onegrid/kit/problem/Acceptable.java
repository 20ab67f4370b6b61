package onegrid.kit.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Whoever asks for a form that is none, or sends one, hears it at once. */
class Acceptable {
    @ServerRequestFilter(preMatching = true)
    public Response check(ContainerRequestContext request) {
        var asked = request.getHeaderString(HttpHeaders.ACCEPT);
        if (asked != null && !Arrays.stream(asked.split(",")).allMatch(Acceptable::isType)) {
            return ProblemMapper.ProblemResponse.of(
                    new Problem(406, "not-acceptable", "The header Accept names what is not a media type"));
        }
        var sent = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (sent != null && !isType(sent)) {
            return ProblemMapper.ProblemResponse.of(new Problem(
                    415, "unsupported-media-type", "The header Content-Type names what is not a media type"));
        }
        return null;
    }

    private static boolean isType(String text) {
        try {
            return text.isBlank() || MediaType.valueOf(text.strip()) != null;
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }
}
