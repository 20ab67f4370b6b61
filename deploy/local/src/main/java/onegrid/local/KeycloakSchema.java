package onegrid.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The data folder of a PostgreSQL in which Keycloak has made its tables. Making them takes half a minute and is the
 * same for everybody, so a machine does it once and each new stack begins with a copy.
 *
 * @param folder holds the data folder and the password of Keycloak's first administrator
 */
record KeycloakSchema(Path folder) {
    static KeycloakSchema made(Parts parts, Path archive) {
        KeycloakServer.built(parts, archive);
        return new KeycloakSchema(parts.part("keycloak-schema-1", target -> make(parts, archive, target)));
    }

    Path data() {
        return folder.resolve("data");
    }

    String adminPassword() {
        try {
            return Files.readString(folder.resolve("admin-password"));
        } catch (IOException e) {
            throw new StackProblem("Cannot read " + folder + ". Delete that folder; it is made again.", e);
        }
    }

    private static void make(Parts parts, Path archive, Path target) throws IOException {
        var password = Files.createFile(
                target.resolve("admin-password"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(password, Secrets.random());
        var postgres = new PostgresServer(parts, target, Ports.free(), Secrets.random());
        try (postgres) {
            postgres.start();
            var owner = Secrets.random();
            postgres.createDatabase("keycloak", "keycloak", owner);
            var database = new KeycloakServer.Database(postgres.jdbcUrl("keycloak"), "keycloak", owner);
            var home = target.resolve("keycloak");
            try (var keycloak = new KeycloakServer(
                    parts, archive, home, Ports.free(), database, Files.readString(password), "master")) {
                keycloak.start();
            }
            Parts.delete(home);
        }
    }
}
