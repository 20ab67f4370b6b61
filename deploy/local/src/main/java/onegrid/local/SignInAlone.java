package onegrid.local;

import java.net.URI;
import java.nio.file.Path;

/** Keycloak with our realm and its PostgreSQL, without the rest of the stack: for tests of what signs in. */
public final class SignInAlone implements AutoCloseable {
    private final PostgresServer postgres;
    private final KeycloakServer keycloak;
    private final Secrets secrets;

    private SignInAlone(PostgresServer postgres, KeycloakServer keycloak, Secrets secrets) {
        this.postgres = postgres;
        this.keycloak = keycloak;
        this.secrets = secrets;
    }

    /**
     * @param root of the repository, where deploy/local is built
     * @param folder empty
     */
    public static SignInAlone start(Path root, Path folder) {
        var parts = Parts.shared();
        var secrets = Secrets.in(new Home(folder));
        var made = KeycloakData.made(parts, Stack.archive(root));
        made.giveSecretsTo(secrets);
        var postgres = new PostgresServer(parts, folder.resolve("postgres"), Ports.free(), secrets.of("postgres"))
                .beginningWith(made.data());
        postgres.start();
        postgres.createDatabase("keycloak", "keycloak", secrets.of("database:keycloak"));
        var keycloak = new KeycloakServer(
                parts,
                Stack.archive(root),
                folder.resolve("keycloak"),
                Ports.free(),
                new KeycloakServer.Database(postgres.jdbcUrl("keycloak"), "keycloak", secrets.of("database:keycloak")),
                Realm.NAME);
        keycloak.start();
        return new SignInAlone(postgres, keycloak, secrets);
    }

    public URI realmUrl() {
        return keycloak.realmUrl();
    }

    /** The secret of a client of the realm. */
    public String secretOf(String client) {
        return secrets.of(client);
    }

    @Override
    public void close() {
        keycloak.stop();
        postgres.stop();
    }
}
