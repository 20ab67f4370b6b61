package onegrid.local;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The data folder of a PostgreSQL in which Keycloak has made its tables and imported our realm, with the secrets of
 * that realm. Making it takes most of a minute and is the same for everybody, so a machine does it once, and each new
 * stack begins with a copy.
 */
record KeycloakData(Path folder) {
    static KeycloakData made(Parts parts, Path archive) {
        KeycloakServer.built(parts, archive);
        return new KeycloakData(parts.part(
                "keycloak-data-" + Integer.toHexString(Realm.fingerprint()), target -> make(parts, archive, target)));
    }

    Path data() {
        return folder.resolve("data");
    }

    /** Hands over the secrets that are already in the data. */
    void giveSecretsTo(Secrets secrets) {
        var ours = Secrets.in(new Home(folder));
        Realm.CLIENTS.forEach(client -> secrets.keep(client, ours.of(client)));
        secrets.keep("keycloak-admin", ours.of("keycloak-admin"));
    }

    private static void make(Parts parts, Path archive, Path target) throws IOException {
        var secrets = Secrets.in(new Home(target));
        try (var postgres = new PostgresServer(parts, target, Ports.free(), Secrets.random())) {
            postgres.start();
            var owner = Secrets.random();
            postgres.createDatabase("keycloak", "keycloak", owner);
            var database = new KeycloakServer.Database(postgres.jdbcUrl("keycloak"), "keycloak", owner);
            var home = target.resolve("keycloak");
            try (var keycloak = new KeycloakServer(parts, archive, home, Ports.free(), database, Realm.NAME)) {
                keycloak.firstAdministrator(secrets.of("keycloak-admin"));
                new Realm(secrets, Accounts.load()).writeTo(keycloak.importFolder());
                keycloak.start();
            }
            Parts.delete(home);
        }
    }
}
