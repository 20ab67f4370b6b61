package onegrid.gateway.door;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Which headers pass the door, in either direction. */
final class Headers {
    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings");

    /** The session is the gateway's alone, and who asks is what the gateway says. */
    private static final Set<String> STAY_OUTSIDE =
            Set.of("cookie", "authorization", "expect", "forwarded", "x-real-ip", "host");

    /** The session is the gateway's alone, and so are the rules for browsers (SecurityHeaders). */
    private static final Set<String> STAY_INSIDE = Set.of(
            "set-cookie",
            "server",
            "date",
            "www-authenticate",
            "content-security-policy",
            "cross-origin-resource-policy",
            "x-request-id",
            "location");

    private Headers() {}

    static void inward(MultiMap from, MultiMap to) {
        var named = connectionNamed(from);
        from.forEach((name, value) -> {
            var lower = name.toLowerCase(Locale.ROOT);
            if (!HOP_BY_HOP.contains(lower)
                    && !STAY_OUTSIDE.contains(lower)
                    && !named.contains(lower)
                    && !lower.startsWith("x-forwarded-")
                    && !lower.startsWith(":")) {
                to.add(name, value);
            }
        });
    }

    static void outward(MultiMap from, MultiMap to) {
        var named = connectionNamed(from);
        if (from.contains(HttpHeaders.CONTENT_ENCODING)) {
            to.remove(HttpHeaders.CONTENT_ENCODING);
        }
        from.forEach((name, value) -> {
            var lower = name.toLowerCase(Locale.ROOT);
            if (!HOP_BY_HOP.contains(lower)
                    && !STAY_INSIDE.contains(lower)
                    && !named.contains(lower)
                    && !lower.startsWith("access-control-")
                    && !lower.startsWith("ratelimit")) {
                to.add(name, value);
            }
        });
        if (from.contains(HttpHeaders.LOCATION)) {
            to.set(HttpHeaders.LOCATION, withoutHost(from.get(HttpHeaders.LOCATION)));
        }
    }

    /** A service knows its own address only; the path is the same here. */
    private static String withoutHost(String location) {
        try {
            var uri = URI.create(location);
            return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }

    private static Set<String> connectionNamed(MultiMap headers) {
        var names = headers.get(HttpHeaders.CONNECTION);
        return names == null
                ? Set.of()
                : Set.of(names.toLowerCase(Locale.ROOT).strip().split("\\s*,\\s*")).stream()
                        .filter(name -> !name.isEmpty() && !name.equals("content-length"))
                        .collect(java.util.stream.Collectors.toUnmodifiableSet());
    }
}
