package onegrid.kit.command;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Leaves a command that was answered before, with that answer; nothing is written. */
public final class Replayed extends RuntimeException {
    private final int status;
    private final String location;
    private final String body;

    Replayed(int status, String location, String body) {
        super("replayed", null, false, false);
        this.status = status;
        this.location = location;
        this.body = body;
    }

    public static class Mapper {
        @ServerExceptionMapper
        public Response replay(Replayed first) {
            var answer = Response.status(first.status).header("Idempotency-Replayed", "true");
            if (first.location != null) {
                answer.location(URI.create(first.location));
            }
            if (first.body != null) {
                answer.entity(first.body).type(MediaType.APPLICATION_JSON);
            }
            return answer.build();
        }
    }
}
