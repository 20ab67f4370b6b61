package onegrid.gateway.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is inside a network, and what the operator has listed. */
class TargetsTest {
    private static InetAddress address(String literal) throws UnknownHostException {
        return InetAddress.getByName(literal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.0.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "224.0.0.1",
                "255.255.255.255",
                "198.18.0.1",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:192.168.1.1",
                "fe80::1",
                "fc00::1",
                "fdff::1",
                "ff02::1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001::1",
                "2001:db8::1",
                "fec0::1"
            })
    void whatIsInsideANetworkIsKnown(String literal) throws UnknownHostException {
        assertThat(Network.isInner(address(literal))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "172.15.255.255",
                "172.32.0.1",
                "100.128.0.1",
                "223.5.5.5",
                "2400:3200::1",
                "2606:4700::1111"
            })
    void theOpenInternetIsNot(String literal) throws UnknownHostException {
        assertThat(Network.isInner(address(literal))).isFalse();
    }

    @Property(tries = 200)
    void anAddressWithinARangeSharesItsFirstBits(
            @ForAll @Size(4) byte[] bytes, @ForAll @IntRange(min = 1, max = 32) int bits) throws UnknownHostException {
        var range = new Network(bytes.clone(), bits);
        var other = bytes.clone();
        other[(bits - 1) / 8] ^= (byte) (0x80 >> (bits - 1) % 8);

        assertThat(range.covers(InetAddress.getByAddress(bytes))).isTrue();
        assertThat(range.covers(InetAddress.getByAddress(other))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // entry, host, address, port, covered
        "127.0.0.1:9099, 127.0.0.1, 127.0.0.1, 9099, true",
        "127.0.0.1:9099, localhost, 127.0.0.1, 9099, true",
        "127.0.0.1:9099, 127.0.0.1, 127.0.0.1, 9100, false",
        "10.20.0.0/16, gis.lan, 10.20.3.4, 443, true",
        "10.20.0.0/16, gis.lan, 10.21.3.4, 443, false",
        "10.20.0.0/16:443, gis.lan, 10.20.3.4, 80, false",
        "GIS.lan:8443, gis.lan, 10.21.3.4, 8443, true",
        "gis.lan, other.lan, 10.21.3.4, 443, false",
        "fd00::/8, six.lan, fd12::1, 443, true",
        "[fd00::/8]:443, six.lan, fd12::1, 444, false",
        "[::1]:8080, localhost, ::1, 8080, true"
    })
    void anEntryOfTheOperatorCoversWhatItSays(String entry, String host, String literal, int port, boolean covered)
            throws UnknownHostException {
        assertThat(AllowedTarget.of(entry).covers(host, address(literal), port)).isEqualTo(covered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10.0.0.0/40", "[::1", "host:port", "10.0.0.0/x"})
    void aMisspeltEntryStopsTheStart(String entry) {
        assertThatThrownBy(() -> AllowedTarget.of(entry)).isInstanceOf(IllegalArgumentException.class);
    }
}
