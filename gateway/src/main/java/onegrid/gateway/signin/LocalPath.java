package onegrid.gateway.signin;

import java.net.URI;
import java.util.regex.Pattern;

/** Where sign-in may lead back to: a page of ours, never another site. */
final class LocalPath {
    private static final Pattern PAGE = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}]*");

    private LocalPath() {}

    /** The same path, ready for a Location header; "/" when it is none of ours. */
    static String of(String to) {
        if (to == null
                || to.length() > 2000
                || !PAGE.matcher(to).matches()
                || to.matches("/(login|logout|api|q)([/?#].*)?")) {
            return "/";
        }
        try {
            var uri = new URI(to.replace(" ", "%20"));
            return uri.isAbsolute() || uri.getRawAuthority() != null ? "/" : uri.toASCIIString();
        } catch (java.net.URISyntaxException e) {
            return "/";
        }
    }
}
