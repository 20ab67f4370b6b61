package onegrid.kit.scope;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * What one call is found by in the logs of all services: the W3C trace context ({@code trace=}) and the correlation id
 * that the caller gave or got ({@code request=}, header {@code X-Request-Id}). Both go on in the events that follow.
 */
public final class Trace {
    public static final String HEADER = "X-Request-Id";

    private static final Pattern FORM = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final Pattern REQUEST = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern STATE = Pattern.compile("(?:.*,)?\\s*onegrid=([A-Za-z0-9._-]{1,64})\\s*(?:,.*)?");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Trace() {}

    /**
     * Continues a trace and a correlation id. Where there is no trace, or it is malformed, one begins; where there is no
     * id, the trace's own is taken.
     */
    public static void begin(String traceparent, String requestId) {
        var known = requestId != null && REQUEST.matcher(requestId).matches() ? requestId : null;
        var continued = traceparent != null && FORM.matcher(traceparent).matches() ? traceparent : fresh(known);
        MDC.put("traceparent", continued);
        MDC.put("trace", continued.substring(3, 35));
        MDC.put("request", known != null ? known : continued.substring(3, 35));
    }

    /** Continues what an event carries; {@code tracestate} holds the correlation id. */
    public static void beginHeard(String traceparent, String tracestate) {
        var state = STATE.matcher(tracestate == null ? "" : tracestate);
        begin(traceparent, state.matches() ? state.group(1) : null);
    }

    /** The {@code traceparent} of what is being done now. */
    public static String current() {
        return MDC.get("traceparent") instanceof String known ? known : fresh(null);
    }

    /** The correlation id of what is being done now; null outside of a call. */
    public static String request() {
        return MDC.get("request") instanceof String known ? known : null;
    }

    /** For an event: the correlation id as a W3C {@code tracestate}, or null. */
    public static String state() {
        var request = request();
        return request == null ? null : "onegrid=" + request;
    }

    /** An id that is a UUID, or as long as one, is the trace's id too: one word to look for. */
    private static String fresh(String requestId) {
        var bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        var hex = HexFormat.of().formatHex(bytes);
        var given = requestId == null ? "" : requestId.replace("-", "").toLowerCase(Locale.ROOT);
        var id = given.matches("(?!0{32})[0-9a-f]{32}") ? given : hex.substring(0, 32);
        return "00-" + id + "-" + hex.substring(32) + "-01";
    }
}
