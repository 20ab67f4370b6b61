package onegrid.gateway.hooks;

import java.net.InetAddress;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One entry of {@code onegrid.hooks.allowed-targets}: a host, an address or a range, with a port or for all ports;
 * those of version 6 with a port stand in square brackets.
 *
 * @param host null where {@code network} is given, and the other way round
 * @param port 0 for every one
 */
record AllowedTarget(String host, Network network, int port) {
    private static final Pattern FORM = Pattern.compile("(?:\\[([^\\]]+)]|([^:\\[\\]]+))(?::([0-9]{1,5}))?");

    static AllowedTarget of(String entry) {
        var text = entry.strip().toLowerCase(Locale.ROOT);
        var plain6 = !text.startsWith("[") && text.indexOf(':') != text.lastIndexOf(':');
        var parts = FORM.matcher(text);
        if (text.isEmpty() || !plain6 && !parts.matches()) {
            throw new IllegalArgumentException(
                    "onegrid.hooks.allowed-targets: " + entry + " is not host[:port] or range[:port]");
        }
        var place = plain6 ? text : parts.group(1) != null ? parts.group(1) : parts.group(2);
        var port = plain6 || parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
        return Network.isLiteral(place.split("/", 2)[0])
                ? new AllowedTarget(null, Network.of(place), port)
                : new AllowedTarget(place, null, port);
    }

    boolean covers(String asked, InetAddress address, int at) {
        return (port == 0 || port == at) && (host != null ? host.equals(asked) : network.covers(address));
    }
}
