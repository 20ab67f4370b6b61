package onegrid.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which part listens on which port of 127.0.0.1. */
public record PortPlan(
        int gateway, int grid, int party, int property, int newSector, int keycloak, int postgres, int kafka) {

    static final PortPlan DEFAULT = new PortPlan(8080, 8081, 8082, 8083, 8084, 8085, 15432, 19092);

    /** Eight ports that nobody holds now; all different, since they are held together while we choose. */
    static PortPlan free() {
        var held = new ArrayList<ServerSocket>();
        try {
            for (int i = 0; i < 8; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            var p = held.stream().mapToInt(ServerSocket::getLocalPort).toArray();
            return new PortPlan(p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            held.forEach(PortPlan::release);
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, Integer> byName() {
        var ports = new LinkedHashMap<String, Integer>();
        ports.put("gateway", gateway);
        ports.put("grid-service", grid);
        ports.put("party-org-service", party);
        ports.put("property-service", property);
        ports.put("new-sector-service", newSector);
        ports.put("keycloak", keycloak);
        ports.put("postgres", postgres);
        ports.put("kafka", kafka);
        return ports;
    }

    void requireFree() {
        byName().forEach(Ports::requireFree);
    }
}
