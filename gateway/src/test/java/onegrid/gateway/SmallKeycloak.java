package onegrid.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/** The four addresses of an OpenID Connect server that the gateway uses. The real one is tried in deploy/acceptance. */
public final class SmallKeycloak {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KeyPair keys = keys();
    private final int port;
    private HttpServer server;
    /** Seconds that the next sign-in's tokens live. */
    volatile long life = 600;

    SmallKeycloak() {
        start(0);
        port = server.getAddress().getPort();
    }

    String realm() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/onegrid";
    }

    void kill() {
        server.stop(0);
    }

    void comeBack() {
        start(port);
    }

    private void start(int at) {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", at), 100);
            server.setExecutor(Executors.newCachedThreadPool());
            server.createContext("/realms/onegrid/.well-known/openid-configuration", e -> send(e, discovery()));
            server.createContext("/realms/onegrid/protocol/openid-connect/certs", e -> send(e, certificates()));
            server.createContext("/realms/onegrid/protocol/openid-connect/token", this::token);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> discovery() {
        var base = realm() + "/protocol/openid-connect";
        return Map.of(
                "issuer", realm(),
                "authorization_endpoint", base + "/auth",
                "token_endpoint", base + "/token",
                "jwks_uri", base + "/certs",
                "end_session_endpoint", base + "/logout");
    }

    private Map<String, Object> certificates() {
        var key = (RSAPublicKey) keys.getPublic();
        return Map.of(
                "keys",
                List.of(Map.of(
                        "kty", "RSA",
                        "use", "sig",
                        "alg", "RS256",
                        "kid", "k1",
                        "n", base64(key.getModulus()),
                        "e", base64(key.getPublicExponent()))));
    }

    private void token(HttpExchange exchange) throws IOException {
        var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (form.contains("grant_type=client_credentials")) {
            send(
                    exchange,
                    Map.of(
                            "access_token",
                            signed("portal", List.of("portal"), 600),
                            "token_type",
                            "Bearer",
                            "expires_in",
                            600));
            return;
        }
        var renewed = form.contains("grant_type=refresh_token");
        var life = renewed ? 600 : this.life;
        send(
                exchange,
                Map.of(
                        "access_token",
                        signed(renewed ? "water-renewed" : "water", List.of("unit"), life),
                        "id_token",
                        signed("water", List.of("unit"), life),
                        "refresh_token",
                        "again",
                        "token_type",
                        "Bearer",
                        "expires_in",
                        life));
    }

    private String signed(String account, List<String> roles, long life) {
        var now = System.currentTimeMillis() / 1000;
        return Jwt.claims(Map.of(
                        "realm_access",
                        Map.of("roles", roles),
                        "grid_scope",
                        List.of("410212001001"),
                        "unit",
                        "water",
                        "post",
                        "供水公司",
                        "preferred_username",
                        account,
                        "aud",
                        "onegrid-gateway"))
                .issuer(realm())
                .subject(account)
                .issuedAt(now)
                .expiresAt(now + life)
                .jws()
                .keyId("k1")
                .sign(keys.getPrivate());
    }

    private static void send(HttpExchange exchange, Map<String, Object> answer) throws IOException {
        exchange.getRequestBody().readAllBytes();
        var bytes = JSON.writeValueAsBytes(answer);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String base64(BigInteger number) {
        var bytes = number.toByteArray();
        var from = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
