package onegrid.brain.linkage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;

/** Lets tests look at the clocks when they want, and damage rows as a bad day would. */
@ApplicationScoped
public class Sweeping {
    @Inject
    LinkageSweep sweep;

    @Inject
    DataSource database;

    public void sweep() {
        sweep.sweep();
    }

    public void forgetNextMark(String linkage, Instant now) {
        update("update linkage set next_mark_at = ? where id = ?", Timestamp.from(now), UUID.fromString(linkage));
    }

    /** A constraint that this linkage's log can never keep. */
    public void breakTheCaseOf(String linkage) {
        update("alter table linkage_log add constraint broken check (linkage_id <> '" + UUID.fromString(linkage)
                + "') not valid");
    }

    public void mend() {
        update("alter table linkage_log drop constraint broken");
    }

    private void update(String sql, Object... values) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
