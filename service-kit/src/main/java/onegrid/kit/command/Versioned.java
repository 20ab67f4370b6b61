package onegrid.kit.command;

import jakarta.ws.rs.container.ContainerResponseContext;
import onegrid.kit.problem.Problem;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** A view of something that changes; its version goes out as {@code ETag} and may come back as {@code If-Match}. */
public interface Versioned {
    long version();

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
            if (response.getEntity() instanceof Versioned view) {
                response.getHeaders().putSingle("ETag", "\"" + view.version() + "\"");
            }
        }
    }
}
