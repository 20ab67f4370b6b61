package onegrid.brain.situation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import onegrid.kit.places.RetiredGrid;

/** Names and tree of the grids, from {@code grid.grid.published.v1}. */
@ApplicationScoped
public class KnownGrids {
    private final DataSource database;

    KnownGrids(DataSource database) {
        this.database = database;
    }

    /** One grid as grid-service published it; coordinates are WGS-84 degrees. */
    public record KnownGrid(
            String code,
            String parentCode,
            int level,
            String kind,
            String name,
            Double longitude,
            Double latitude,
            String validFrom) {}

    public void keep(KnownGrid grid) {
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement("""
                        insert into known_grid (code, parent_code, level, kind, name, longitude, latitude, valid_from)
                        values (?, ?, ?, ?, ?, ?, ?, left(?, 10)::date)
                        on conflict (code) do update set parent_code = excluded.parent_code, level = excluded.level,
                          kind = excluded.kind, name = excluded.name, longitude = excluded.longitude,
                          latitude = excluded.latitude, valid_from = excluded.valid_from
                        where known_grid.valid_from is null or excluded.valid_from is null
                           or known_grid.valid_from <= excluded.valid_from""")) {
            upsert.setString(1, grid.code());
            upsert.setString(2, grid.parentCode());
            upsert.setInt(3, grid.level());
            upsert.setString(4, grid.kind());
            upsert.setString(5, grid.name());
            upsert.setObject(6, grid.longitude(), Types.DOUBLE);
            upsert.setObject(7, grid.latitude(), Types.DOUBLE);
            upsert.setString(8, grid.validFrom());
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("a grid could not be kept", e);
        }
    }

    /** Since this time the code belongs to the past. */
    public void retire(RetiredGrid grid) {
        try (var connection = database.getConnection();
                var end = connection.prepareStatement("update known_grid set valid_to = ? where code = ?")) {
            end.setObject(1, OffsetDateTime.parse(grid.validTo()));
            end.setString(2, grid.code());
            end.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("a retired grid could not be kept", e);
        }
    }
}
