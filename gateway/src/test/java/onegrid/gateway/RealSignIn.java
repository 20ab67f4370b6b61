package onegrid.gateway;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import onegrid.local.Parts;
import onegrid.local.SignInAlone;
import onegrid.testing.Contracts;
import onegrid.testing.Infrastructure;

/** The real Keycloak with the realm of the local stack, a database and a broker; the services are small servers. */
public class RealSignIn implements QuarkusTestResourceLifecycleManager {
    private static SignInAlone keycloak;

    @Override
    public Map<String, String> start() {
        var infrastructure = Infrastructure.start();
        var realm = keycloak().realmUrl().toString();
        var settings = new HashMap<>(new Surroundings().start());
        settings.put("onegrid.door.body-patience", "30S");
        settings.putAll(Map.of(
                "quarkus.datasource.jdbc.url",
                infrastructure.database("clients"),
                "kafka.bootstrap.servers",
                infrastructure.bootstrapServers(),
                "quarkus.http.test-port",
                "0",
                "quarkus.oidc.auth-server-url",
                realm,
                "onegrid.keycloak.realm-url",
                realm,
                "quarkus.oidc-client.client-id",
                "onegrid-portal",
                "quarkus.oidc-client.credentials.secret",
                keycloak().secretOf("onegrid-portal"),
                "onegrid.keycloak.registrar.secret",
                keycloak().secretOf("onegrid-registrar")));
        return settings;
    }

    @Override
    public void stop() {
        // ends with the JVM
    }

    private static synchronized SignInAlone keycloak() {
        if (keycloak == null) {
            try {
                var folder = Files.createTempDirectory("onegrid-sign-in");
                // PostgreSQL runs as another user when the tests run as root, and must reach its data.
                folder.toFile().setExecutable(true, false);
                folder.toFile().setReadable(true, false);
                var root = Contracts.folder().getParent().getParent();
                keycloak = SignInAlone.start(root, folder);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(folder)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return keycloak;
    }

    private static void stop(Path folder) {
        keycloak.close();
        Parts.delete(folder);
    }

    /** A token of a sample account, as people get one at Keycloak. */
    static String tokenOf(String account) {
        return given().formParam("grant_type", "password")
                .formParam("client_id", "onegrid-cli")
                .formParam("client_secret", keycloak().secretOf("onegrid-cli"))
                .formParam("username", account)
                .formParam("password", "onegrid")
                .post(keycloak().realmUrl() + "/protocol/openid-connect/token")
                .path("access_token");
    }

    static String tokenOfThePortal() {
        return given().formParam("grant_type", "client_credentials")
                .formParam("client_id", "onegrid-portal")
                .formParam("client_secret", keycloak().secretOf("onegrid-portal"))
                .post(keycloak().realmUrl() + "/protocol/openid-connect/token")
                .path("access_token");
    }
}
