package onegrid.brain.situation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** The projection of {@code onegrid.cases}: one row per case, the newest version wins, so order and repeats are free. */
@ApplicationScoped
public class KnownCases {
    private static final String KEEP = """
            insert into known_case (case_id, number, version, status, matter_code, matter_name, class_name, severity,
              limit_profile, grid_code, grid_name, community_code, community_name, longitude, latitude,
              people_affected, injury, lead_unit, co_units, scale, level, reported_at, filed_at, due_at, closed_at, complained_of)
            values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
            on conflict (case_id) do update set number = excluded.number, version = excluded.version,
              status = excluded.status, matter_code = excluded.matter_code, matter_name = excluded.matter_name,
              class_name = excluded.class_name, severity = excluded.severity,
              limit_profile = excluded.limit_profile, grid_code = excluded.grid_code,
              grid_name = excluded.grid_name, community_code = excluded.community_code,
              community_name = excluded.community_name, longitude = excluded.longitude,
              latitude = excluded.latitude, people_affected = excluded.people_affected, injury = excluded.injury,
              lead_unit = excluded.lead_unit, co_units = excluded.co_units,
              scale = coalesce(excluded.scale, known_case.scale), level = coalesce(excluded.level, known_case.level),
              reported_at = excluded.reported_at, filed_at = excluded.filed_at, due_at = excluded.due_at,
              closed_at = excluded.closed_at, complained_of = excluded.complained_of
            where known_case.version <= excluded.version""";

    private final DataSource database;

    KnownCases(DataSource database) {
        this.database = database;
    }

    /** Returns false when something newer is already known. */
    public boolean keep(CaseState state) {
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement(KEEP)) {
            bind(upsert, state);
            return upsert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("a case could not be kept", e);
        }
    }

    private static void bind(PreparedStatement row, CaseState state) throws SQLException {
        row.setObject(1, state.caseId());
        row.setString(2, state.number());
        row.setLong(3, state.version());
        row.setString(4, state.status());
        row.setString(5, state.matterCode());
        row.setString(6, state.matterName());
        row.setString(7, state.className());
        row.setInt(8, state.severity());
        row.setString(9, state.limitProfile());
        row.setString(10, state.gridCode());
        row.setString(11, state.gridName());
        row.setString(12, state.communityCode());
        row.setString(13, state.communityName());
        row.setObject(14, state.longitude(), Types.DOUBLE);
        row.setObject(15, state.latitude(), Types.DOUBLE);
        row.setInt(16, state.peopleAffected());
        row.setBoolean(17, state.injury());
        row.setString(18, state.leadUnit());
        row.setString(19, String.join(",", state.coUnits()));
        row.setString(20, state.scale());
        row.setString(21, state.level());
        row.setTimestamp(22, at(state.reportedAt()));
        row.setTimestamp(23, at(state.filedAt()));
        row.setTimestamp(24, at(state.dueAt()));
        row.setTimestamp(25, at(state.closedAt()));
        row.setString(26, state.complainedOf());
    }

    private static Timestamp at(OffsetDateTime time) {
        return time == null ? null : Timestamp.from(time.toInstant());
    }

    /** What the brain has decided shows at once, before the case's own service has told it back. */
    public void decided(UUID caseId, String scale, String level) {
        try (var connection = database.getConnection();
                var update =
                        connection.prepareStatement("update known_case set scale = ?, level = ? where case_id = ?")) {
            update.setString(1, scale);
            update.setString(2, level);
            update.setObject(3, caseId);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("a decision could not be shown", e);
        }
    }

    /**
     * Where a case lies and whom it complains of.
     *
     * @param complainedOf null for nobody, "?" where that is not known
     */
    public record CasePlace(String gridCode, String complainedOf) {}

    public Optional<CasePlace> place(UUID caseId) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(
                        "select grid_code, complained_of from known_case where case_id = ?")) {
            query.setObject(1, caseId);
            var row = query.executeQuery();
            return row.next() ? Optional.of(new CasePlace(row.getString(1), row.getString(2))) : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("a case could not be found", e);
        }
    }

    /**
     * In how many communities this matter was filed since then and is still open; the asking case's own counts. One
     * look into an index per community, however many cases there are.
     */
    public int communitiesWith(String matterCode, Instant since, String own) {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("""
                        with recursive community (code) as (
                          select min(k.community_code) from known_case k where k.matter_code = ? and k.closed_at is null
                          union all
                          select (select min(k.community_code) from known_case k
                                  where k.matter_code = ? and k.closed_at is null and k.community_code > c.code)
                          from community c where c.code is not null)
                        select count(*) from community c where c.code is distinct from ? and exists (
                          select 1 from known_case k where k.matter_code = ? and k.community_code = c.code
                            and k.closed_at is null and k.filed_at >= ?)""")) {
            query.setString(1, matterCode);
            query.setString(2, matterCode);
            query.setString(3, own);
            query.setString(4, matterCode);
            query.setTimestamp(5, Timestamp.from(since));
            var count = query.executeQuery();
            count.next();
            return 1 + count.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException("communities could not be counted", e);
        }
    }
}
