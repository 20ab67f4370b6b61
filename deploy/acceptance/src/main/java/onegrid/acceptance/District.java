package onegrid.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import onegrid.local.DistrictClient;
import onegrid.local.Stack;

/** A running stack as its users meet it: the gateway's address and the sample accounts. */
public final class District {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Stack stack;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private DistrictClient hotline;

    private record Token(String value, Instant renewAt) {}

    private District(Stack stack) {
        this.stack = stack;
    }

    /** The stack of this home (the newcomer's is {@code .onegrid}), which `./onegrid up` has started. */
    public static District in(Path home) {
        return new District(Stack.in(home, root()));
    }

    /** What `./onegrid demo` and `bench` speak to. */
    public static District running() {
        var home = System.getenv("ONEGRID_HOME");
        var district = in(home != null ? Path.of(home) : root().resolve(".onegrid"));
        if (!district.stack.complete()) {
            System.err.println("Nothing runs, or not all of it. Start it first: ./onegrid up   请先启动");
            System.exit(1);
        }
        return district;
    }

    static Path root() {
        return Path.of(System.getProperty("onegrid.root", ".")).toAbsolutePath().normalize();
    }

    public Stack stack() {
        return stack;
    }

    public URI gateway() {
        return URI.create("http://localhost:" + stack.ports().gateway());
    }

    /** Somebody without an account, as on the portal. */
    public Api anybody() {
        return new Api(http, gateway(), null);
    }

    /** Around the gateway, at a service's own address. */
    public Api anybodyAt(URI service) {
        return new Api(http, service, null);
    }

    public List<URI> servicesBehindTheDoor() {
        var ports = stack.ports();
        return Stream.of(ports.grid(), ports.party(), ports.property(), ports.newSector())
                .map(port -> URI.create("http://localhost:" + port))
                .toList();
    }

    /** A sample account: {@code community-1}. */
    public Api as(String account) {
        return new Api(http, gateway(), () -> token(account));
    }

    /** The district system 12345 with its own credentials; admitted when it is first needed. */
    public Api asHotline() {
        return new Api(http, gateway(), () -> tokens.compute(
                        "client:hotline", (name, known) -> fresh(known) ? known : hotlineToken())
                .value);
    }

    private synchronized Token hotlineToken() {
        if (hotline == null) {
            hotline = DistrictClient.admit(stack, "hotline-12345", "12345 热线", "", 60_000, 10_000_000);
        }
        return request(
                gateway().resolve("/oauth2/token"),
                "client_id=" + hotline.id() + "&client_secret=" + hotline.secret() + "&grant_type=client_credentials");
    }

    /** With a token that the test made or spoiled itself. */
    public Api with(String token) {
        return new Api(http, gateway(), () -> token);
    }

    public String token(String account) {
        return tokens.compute(
                        account,
                        (name, known) -> fresh(known)
                                ? known
                                : request("client_id=onegrid-cli&client_secret="
                                        + stack.secrets().of("onegrid-cli") + "&grant_type=password&username="
                                        + URLEncoder.encode(name, StandardCharsets.UTF_8) + "&password=onegrid"))
                .value;
    }

    private static boolean fresh(Token token) {
        return token != null && Instant.now().isBefore(token.renewAt);
    }

    private Token request(String form) {
        return request(URI.create(stack.keycloak().realmUrl() + "/protocol/openid-connect/token"), form);
    }

    private Token request(URI address, String form) {
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(Duration.ofSeconds(20))
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 500) {
                throw new UncheckedIOException(new IOException("No token for now: " + answer.body()));
            }
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("Keycloak gives no token: " + answer.body());
            }
            JsonNode token = JSON.readTree(answer.body());
            return new Token(
                    token.path("access_token").asText(),
                    Instant.now().plusSeconds(token.path("expires_in").asLong() - 60));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
