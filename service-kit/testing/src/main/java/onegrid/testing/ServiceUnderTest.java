package onegrid.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Gives a service under test its database, its broker and the key that its tokens are signed with. Use once per
 * module: {@code @WithTestResource(ServiceUnderTest.class)} on the tests' base class.
 */
public class ServiceUnderTest implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        var infrastructure = Infrastructure.start();
        return Map.of(
                "quarkus.datasource.jdbc.url",
                infrastructure.database("test"),
                "quarkus.datasource.username",
                "onegrid",
                "quarkus.datasource.password",
                "onegrid",
                "kafka.bootstrap.servers",
                infrastructure.bootstrapServers(),
                "quarkus.oidc.public-key",
                Tokens.publicKey(),
                "quarkus.http.test-port",
                "0");
    }

    @Override
    public void stop() {
        // the parts end with the JVM, so that a second application of the same run finds them
    }
}
