package onegrid.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of this machine's loopback address. */
public final class Ports {
    private Ports() {}

    /** A port that nobody listens on at this moment. */
    public static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** True if somebody listens on the port. Ports that only linger after a close do not count. */
    public static boolean taken(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress("127.0.0.1", port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    static void requireFree(String part, int port) {
        if (taken(port)) {
            throw new StackProblem(part + " needs port " + port + " on 127.0.0.1, and another program holds it."
                    + " Stop that program (`ss -ltnp 'sport = :" + port + "'` names it)"
                    + " or start with ONEGRID_PORTS=free. 端口 " + port + " 已被占用。");
        }
    }
}
