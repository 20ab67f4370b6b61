package onegrid.brain.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Tells the live pages of a change: a row in the change's own transaction, and a knock at every replica once it has
 * committed ({@link StreamFeed}).
 */
@ApplicationScoped
public class Stream {
    private final DataSource database;
    private final ObjectMapper json;
    private final StreamFeed feed;
    private final TransactionSynchronizationRegistry transaction;

    Stream(DataSource database, ObjectMapper json, StreamFeed feed, TransactionSynchronizationRegistry transaction) {
        this.database = database;
        this.json = json;
        this.feed = feed;
        this.transaction = transaction;
    }

    /**
     * @param kind case, linkage or decision
     * @param units codes of the lead and the co-units, for units' scope
     * @param linked whether the case is a linkage's, for the scope of the posts that only see those
     * @param note small: ids, codes and states
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tell(String kind, UUID caseId, String gridCode, List<String> units, boolean linked, Object note) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into stream_event (kind, case_id, grid_code, units, linked, data) values (?,?,?,?,?,?)")) {
            insert.setString(1, kind);
            insert.setObject(2, caseId);
            insert.setString(3, gridCode);
            insert.setString(4, String.join(",", units));
            insert.setBoolean(5, linked);
            insert.setString(6, json.writeValueAsString(note));
            insert.executeUpdate();
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("the stream could not be written", e);
        }
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    feed.knock();
                }
            }
        });
    }
}
