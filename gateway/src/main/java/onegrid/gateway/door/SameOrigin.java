package onegrid.gateway.door;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;

/** Whether a browser sends this from one of our own pages: the guard of writes with the session cookie. */
final class SameOrigin {
    private SameOrigin() {}

    static boolean holds(HttpServerRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        return isOwn(request);
    }

    /** The header Origin names this very address; false where there is none. */
    static boolean isOwn(HttpServerRequest request) {
        var origin = request.getHeader("Origin");
        return origin != null
                && request.authority() != null
                && authority(origin).equalsIgnoreCase(request.authority().toString());
    }

    private static String authority(String origin) {
        try {
            return String.valueOf(URI.create(origin).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
