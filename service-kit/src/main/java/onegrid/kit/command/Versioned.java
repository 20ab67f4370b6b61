package onegrid.kit.command;

import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Map;
import onegrid.kit.problem.Problem;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** A view of something that changes; its version goes out as {@code ETag} and may come back as {@code If-Match}. */
public interface Versioned {
    long version();

    /** The refusal of a command together with how things stand now: its caller can go on without another read. */
    static Problem fresh(Problem refusal, Versioned now) {
        return refusal.with("current", now);
    }

    /** 412 when the caller acts on an older state than the present one. No header: no condition. */
    static void check(String ifMatch, long present) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.equals("*")) {
            return;
        }
        var stated = ifMatch.replace("W/", "").replace("\"", "").trim();
        if (!stated.equals(Long.toString(present))) {
            throw new Problem(412, "stale-version", "This has changed since you read it: read it again")
                    .with("version", present);
        }
    }

    class Tag {
        @ServerResponseFilter
        public void tag(ContainerResponseContext response) {
            var told =
                    response.getEntity() instanceof Map<?, ?> problem ? problem.get("current") : response.getEntity();
            if (told instanceof Versioned view) {
                response.getHeaders().putSingle("ETag", "\"" + view.version() + "\"");
            }
        }
    }
}
