package onegrid.kit.scope;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * The W3C trace context: taken from the request or the event, written into logs ({@code trace=}) and the events that
 * follow, so that one report can be found in the logs of all services.
 */
public class Trace {
    private static final Pattern FORM = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final SecureRandom RANDOM = new SecureRandom();

    @ServerRequestFilter(preMatching = true)
    public void begin(ContainerRequestContext request) {
        begin(request.getHeaderString("traceparent"));
    }

    /** Continues a trace; begins a new one where there is none or it is malformed. */
    public static void begin(String traceparent) {
        var continued = traceparent != null && FORM.matcher(traceparent).matches() ? traceparent : fresh();
        MDC.put("traceparent", continued);
        MDC.put("trace", continued.substring(3, 35));
    }

    /** The {@code traceparent} of what is being done now. */
    public static String current() {
        return MDC.get("traceparent") instanceof String known ? known : fresh();
    }

    private static String fresh() {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        var hex = HexFormat.of().formatHex(bytes);
        return "00-" + hex.substring(0, 32) + "-" + hex.substring(32) + "-01";
    }
}
