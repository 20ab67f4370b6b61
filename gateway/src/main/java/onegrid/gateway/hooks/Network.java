package onegrid.gateway.hooks;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.regex.Pattern;

/** A range of addresses: {@code 10.0.0.0/8}, {@code fc00::/7}, or one address. */
record Network(byte[] address, int bits) {
    private static final Pattern LITERAL = Pattern.compile("[0-9]+(\\.[0-9]+){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /** Not the open internet: this machine, its network, networks of a house, of a provider, of examples, of groups. */
    private static final List<Network> INNER_4 = all(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3");

    private static final Network GLOBAL_6 = of("2000::/3");
    /** Within it: protocols, tunnels that carry an address of version 4, and examples. */
    private static final List<Network> INNER_6 = all("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    static Network of(String text) {
        var parts = text.split("/", 2);
        if (!isLiteral(parts[0])) {
            throw new IllegalArgumentException(text + " is not an address or a range of addresses");
        }
        try {
            var address = InetAddress.getByName(parts[0]).getAddress();
            var bits = parts.length == 1 ? address.length * 8 : Integer.parseInt(parts[1]);
            if (bits < 0 || bits > address.length * 8) {
                throw new IllegalArgumentException(text + " has more bits than an address");
            }
            return new Network(address, bits);
        } catch (java.net.UnknownHostException | NumberFormatException e) {
            throw new IllegalArgumentException(text + " is not an address or a range of addresses", e);
        }
    }

    static boolean isLiteral(String host) {
        return LITERAL.matcher(host).matches();
    }

    private static List<Network> all(String... ranges) {
        return java.util.Arrays.stream(ranges).map(Network::of).toList();
    }

    boolean covers(InetAddress other) {
        var bytes = other.getAddress();
        if (bytes.length != address.length) {
            return false;
        }
        for (var bit = 0; bit < bits; bit++) {
            var mask = 0x80 >> bit % 8;
            if ((bytes[bit / 8] & mask) != (address[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** True for what must not be reached from here; Java has taken addresses of version 4 out of mapped ones. */
    static boolean isInner(InetAddress address) {
        return address instanceof Inet4Address
                ? INNER_4.stream().anyMatch(network -> network.covers(address))
                : !GLOBAL_6.covers(address) || INNER_6.stream().anyMatch(network -> network.covers(address));
    }
}
