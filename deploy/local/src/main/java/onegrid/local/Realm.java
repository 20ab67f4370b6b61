package onegrid.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Keycloak's realm `onegrid`: realm.json with this stack's secrets filled in, and a user for each sample account. */
record Realm(Secrets secrets, Accounts accounts) {
    static final String NAME = "onegrid";
    static final List<String> CLIENTS =
            List.of("onegrid-gateway", "onegrid-portal", "onegrid-registrar", "onegrid-cli");

    /** Writes the file that Keycloak imports at its first start. */
    void writeTo(Path folder) {
        try {
            Files.createDirectories(folder);
            var file = folder.resolve(NAME + "-realm.json");
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, json());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes when a realm made now would be another one. */
    static int fingerprint() {
        return Objects.hash(KeycloakServer.VERSION, text("realm.json"), text("accounts.csv"));
    }

    String json() throws IOException {
        var mapper = new ObjectMapper();
        var realm = (ObjectNode) mapper.readTree(template());
        var users = realm.withArray("users");
        accounts.all().forEach(account -> users.add(mapper.valueToTree(user(account))));
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(realm);
    }

    private String template() {
        var text = text("realm.json");
        for (var client : CLIENTS) {
            text = text.replace("@secret:" + client + "@", secrets.of(client));
        }
        return text;
    }

    private static String text(String resource) {
        try (var file = Realm.class.getResourceAsStream("/onegrid/local/" + resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> user(Accounts.Account account) {
        return Map.of(
                "username", account.username(),
                "enabled", true,
                "lastName", account.post(),
                "realmRoles", account.roles(),
                "attributes",
                        Map.of(
                                "grid_scope", account.scope(),
                                "unit", account.unit().isEmpty() ? List.of() : List.of(account.unit()),
                                "post", List.of(account.post())),
                "credentials", List.of(Map.of("type", "password", "value", Accounts.PASSWORD, "temporary", false)));
    }
}
