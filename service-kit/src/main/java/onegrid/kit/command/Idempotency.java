package onegrid.kit.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import onegrid.kit.problem.Problem;
import onegrid.kit.text.Sha256;

/**
 * {@code Idempotency-Key}: the first answer is kept beside the change it belongs to (same transaction) and given back
 * to every repeat. Two at once: the key's unique index makes the second wait for the first. A refused command leaves
 * nothing, so it may be sent again under its key.
 */
@ApplicationScoped
class Idempotency {
    private static final int LONGEST_KEY = 200;

    private final DataSource database;
    private final ObjectMapper json;

    Idempotency(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    Object once(String caller, String key, String request, Callable<Object> command) throws Exception {
        if (key.length() > LONGEST_KEY) {
            throw Problem.invalid("Idempotency-Key", "is longer than " + LONGEST_KEY + " characters");
        }
        var seal = new Seal(caller, key);
        var hash = Sha256.of(request); // tells requests apart and tells nothing about them
        try (var connection = database.getConnection()) {
            if (!claim(connection, seal, hash)) {
                throw replay(connection, seal, hash);
            }
        }
        var answer = command.call();
        try (var connection = database.getConnection()) {
            keep(connection, seal, answer);
        }
        return answer;
    }

    private static boolean claim(Connection connection, Seal seal, String hash) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into idempotency (name, request_hash) values (?, ?) on conflict do nothing")) {
            insert.setString(1, seal.name());
            insert.setString(2, hash);
            return insert.executeUpdate() == 1;
        }
    }

    private static RuntimeException replay(Connection connection, Seal seal, String hash) throws SQLException {
        try (var query = connection.prepareStatement(
                "select request_hash, status, location, body from idempotency where name = ?")) {
            query.setString(1, seal.name());
            var first = query.executeQuery();
            first.next();
            if (!first.getString(1).equals(hash)) {
                return new Problem(422, "idempotency-key-reused", "This Idempotency-Key belongs to another request");
            }
            var body = first.getBytes(4);
            return new Replayed(first.getInt(2), first.getString(3), body == null ? null : seal.open(body));
        }
    }

    private void keep(Connection connection, Seal seal, Object answer) throws SQLException, JsonProcessingException {
        var response = answer instanceof Response given ? given : null;
        var entity = response == null ? answer : response.getEntity();
        var status = response != null ? response.getStatus() : answer == null ? 204 : 200;
        try (var update = connection.prepareStatement(
                "update idempotency set status = ?, location = ?, body = ? where name = ?")) {
            update.setInt(1, status);
            update.setString(2, response == null ? null : response.getHeaderString("Location"));
            update.setBytes(3, entity == null ? null : seal.close(json.writeValueAsString(entity)));
            update.setString(4, seal.name());
            update.executeUpdate();
        }
    }
}
