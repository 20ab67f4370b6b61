package onegrid.grid.opendata;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The release of open data that everybody reads: what was made ({@link ReleaseMaking}), row by row. */
@ApplicationScoped
class Releases {
    private static final int FETCHED = 2000;

    private final DataSource database;

    Releases(DataSource database) {
        this.database = database;
    }

    record Release(int number, Instant madeAt, int cases) {}

    Optional<Release> newest() {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select number, made_at, cases from open_release order by number desc limit 1")) {
            var row = query.executeQuery();
            return row.next()
                    ? Optional.of(new Release(row.getInt(1), row.getTimestamp(2).toInstant(), row.getInt(3)))
                    : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("releases could not be read", e);
        }
    }

    boolean changedSince(Instant at) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select exists (select from grid_case where changed_at > ?)")) {
            query.setTimestamp(1, Timestamp.from(at));
            var row = query.executeQuery();
            row.next();
            return row.getBoolean(1);
        } catch (SQLException e) {
            throw new IllegalStateException("changes could not be looked for", e);
        }
    }

    /** One row of what is read; the columns are those of the view that is asked. */
    interface Row {
        void of(ResultSet row) throws SQLException;
    }

    /** Row by row, in one look: a release that is made meanwhile does not mix in. */
    void read(String sql, Row each) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var query = connection.prepareStatement(sql)) {
                query.setFetchSize(FETCHED);
                var found = query.executeQuery();
                while (found.next()) {
                    each.of(found);
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("open data could not be read", e);
        }
    }

    /** What the groups of one place and period come to. */
    record Sum(String period, String placeLevel, String place, int cases) {}

    List<Sum> sums() {
        var sums = new ArrayList<Sum>();
        read(
                "select period, place_level, place_code, sum(cases) from open_group group by 1, 2, 3 order by 1, 2, 3",
                row -> sums.add(new Sum(row.getString(1), row.getString(2), row.getString(3), row.getInt(4))));
        return sums;
    }
}
