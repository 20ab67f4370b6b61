package onegrid.grid.photos;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Bytes in PostgreSQL, deleted with their photo's row. */
@ApplicationScoped
class DatabasePhotoStore implements PhotoStore {
    private final DataSource database;

    DatabasePhotoStore(DataSource database) {
        this.database = database;
    }

    @Override
    public void put(UUID id, byte[] content) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("insert into photo_content (id, content) values (?, ?)")) {
            insert.setObject(1, id);
            insert.setBytes(2, content);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("a photo could not be stored", e);
        }
    }

    @Override
    public Optional<byte[]> get(UUID id) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select content from photo_content where id = ?")) {
            query.setObject(1, id);
            var row = query.executeQuery();
            return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("a photo could not be read", e);
        }
    }
}
