package onegrid.grid.opendata;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import onegrid.grid.grids.OpenGrids;
import onegrid.grid.matters.Catalogue;
import onegrid.grid.matters.Matter;
import onegrid.grid.opendata.Partition.Cell;
import onegrid.grid.opendata.Partition.Group;
import onegrid.grid.opendata.Partition.World;
import onegrid.grid.opendata.Releases.Release;
import onegrid.grid.opendata.Shown.Kind;

/**
 * Makes a release of open data out of one snapshot of the cases; it replaces the one before. Whoever reads, reads what
 * was made, so a million downloads cost the cases nothing. Plain JDBC, because a release is written as a whole.
 */
@ApplicationScoped
class ReleaseMaking {
    private static final long TURN = 0x6f70656eL; // "open"
    private static final int BATCH = 2000;

    /** What is published at all: filed and not ended without being handled; no complaint, nothing told in confidence. */
    private static final String PUBLIC = "c.matter_code is not null and c.filed_at is not null"
            + " and c.complained_of is null and c.master_id is null and c.status not in ('REJECTED', 'DIVERTED',"
            + " 'MERGED', 'CANCELLED')"
            + " and not exists (select from case_reporter r where r.case_id = c.id and r.confidential)";

    private static final String MATTER = "c.matter_code";
    private static final String COMMUNITY = "coalesce(c.community_code, '')";
    private static final String STREET = "case when length(c.place_code) >= 9 then left(c.place_code, 9) else '' end";
    private static final String MONTH = "to_char(c.reported_at at time zone 'Asia/Shanghai', 'YYYY-MM')";
    private static final String CLOSED = "c.closed_at is not null and c.status in ('CLOSED', 'EVALUATED', 'ARCHIVED')";
    private static final String CELL_OF_CASE = " join release_cell cell on cell.matter = " + MATTER
            + " and cell.community = " + COMMUNITY + " and cell.street = " + STREET + " and cell.month = " + MONTH;

    private final DataSource database;
    private final OpenGrids grids;

    ReleaseMaking(DataSource database, OpenGrids grids) {
        this.database = database;
        this.grids = grids;
    }

    /** Empty when another replica is making one right now. */
    Optional<Release> make(String by, Instant at) {
        try (var connection = database.getConnection()) {
            var before = connection.getTransactionIsolation();
            connection.setAutoCommit(false);
            try {
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ); // one look at the cases
                var made = inTurn(connection, by, at);
                connection.commit();
                return made;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setTransactionIsolation(before);
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("a release could not be made", e);
        }
    }

    private Optional<Release> inTurn(Connection connection, String by, Instant at) throws SQLException {
        try (var turn = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            turn.setLong(1, TURN);
            var row = turn.executeQuery();
            row.next();
            if (!row.getBoolean(1)) {
                return Optional.empty();
            }
        }
        var groups = Partition.of(cells(connection), world());
        var number = next(connection);
        var numbers = numbered(groups);
        writeCells(connection, groups, numbers);
        var shown = shown(connection);
        var cases = shown.values().stream().mapToInt(Shown::cases).sum();
        write(connection, number, by, at, cases);
        writeGroups(connection, number, numbers, shown);
        writeCases(connection, number);
        return Optional.of(new Release(number, at, cases));
    }

    private World world() {
        return new World(
                grids.district(),
                grids.communities(),
                Catalogue.all().stream().map(Matter::code).collect(Collectors.toSet()));
    }

    private static Map<Cell, Integer> cells(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select " + MATTER + ", " + COMMUNITY + ", " + STREET + ", "
                + MONTH + ", count(*) from grid_case c where " + PUBLIC + " group by 1, 2, 3, 4")) {
            var found = query.executeQuery();
            var cells = new HashMap<Cell, Integer>();
            while (found.next()) {
                cells.put(
                        new Cell(found.getString(1), found.getString(2), found.getString(3), found.getString(4)),
                        found.getInt(5));
            }
            return cells;
        }
    }

    private static int next(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("select coalesce(max(number), 0) + 1 from open_release")) {
            var row = query.executeQuery();
            row.next();
            return row.getInt(1);
        }
    }

    /** In an order that says nothing: by what is published of them. */
    private static Map<Group, Integer> numbered(Map<Cell, Group> groups) {
        var numbers = new LinkedHashMap<Group, Integer>();
        groups.values().stream()
                .distinct()
                .sorted(Comparator.comparing(Group::period)
                        .thenComparing(group -> String.valueOf(group.classCode()))
                        .thenComparing(group -> String.valueOf(group.matter()))
                        .thenComparing(Group::placeLevel)
                        .thenComparing(Group::place))
                .forEach(group -> numbers.put(group, numbers.size() + 1));
        return numbers;
    }

    private static void writeCells(Connection connection, Map<Cell, Group> groups, Map<Group, Integer> numbers)
            throws SQLException {
        try (var table = connection.createStatement()) {
            table.execute("create temporary table release_cell (matter text, community text, street text, month text,"
                    + " group_number int, primary key (matter, community, street, month)) on commit drop");
        }
        try (var insert = connection.prepareStatement("insert into release_cell values (?, ?, ?, ?, ?)")) {
            var waiting = 0;
            for (var each : groups.entrySet()) {
                insert.setString(1, each.getKey().matter());
                insert.setString(2, each.getKey().community());
                insert.setString(3, each.getKey().street());
                insert.setString(4, each.getKey().month());
                insert.setInt(5, numbers.get(each.getValue()));
                insert.addBatch();
                if (++waiting % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        try (var plan = connection.createStatement()) {
            plan.execute("analyze release_cell");
        }
    }

    /** By number of the group. */
    private static Map<Integer, Shown> shown(Connection connection) throws SQLException {
        var kinds = new HashMap<Integer, Map<Kind, Integer>>();
        var inTime = new HashMap<Integer, Integer>();
        try (var query = connection.prepareStatement("select cell.group_number, " + CLOSED + ", c.level, count(*),"
                + " count(*) filter (where " + CLOSED + " and c.closed_at <= c.due_at)"
                + " from grid_case c" + CELL_OF_CASE + " where " + PUBLIC + " group by 1, 2, 3")) {
            var found = query.executeQuery();
            while (found.next()) {
                var group = found.getInt(1);
                kinds.computeIfAbsent(group, number -> new HashMap<>())
                        .put(new Kind(found.getBoolean(2), found.getString(3)), found.getInt(4));
                inTime.merge(group, found.getInt(5), Integer::sum);
            }
        }
        var hours = new HashMap<Integer, Double>();
        try (var query = connection.prepareStatement("select cell.group_number, percentile_cont(0.5) within group"
                + " (order by extract(epoch from c.closed_at - c.reported_at) / 3600)"
                + " from grid_case c" + CELL_OF_CASE + " where " + PUBLIC + " and " + CLOSED + " group by 1")) {
            var found = query.executeQuery();
            while (found.next()) {
                hours.put(found.getInt(1), Math.round(found.getDouble(2) * 10) / 10.0);
            }
        }
        var shown = new HashMap<Integer, Shown>();
        kinds.forEach((group, of) -> shown.put(group, Shown.of(of, inTime.get(group), hours.get(group))));
        return shown;
    }

    private static void write(Connection connection, int number, String by, Instant at, int cases) throws SQLException {
        try (var delete = connection.createStatement()) {
            delete.execute("delete from open_case");
            delete.execute("delete from open_release");
        }
        try (var insert = connection.prepareStatement("insert into open_release values (?, ?, ?, ?)")) {
            insert.setInt(1, number);
            insert.setTimestamp(2, Timestamp.from(at));
            insert.setString(3, by);
            insert.setInt(4, cases);
            insert.executeUpdate();
        }
    }

    private static void writeGroups(
            Connection connection, int release, Map<Group, Integer> numbers, Map<Integer, Shown> shown)
            throws SQLException {
        try (var table = connection.createStatement();
                var insert = connection.prepareStatement(
                        "insert into open_group values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
                var told = connection.prepareStatement("insert into release_shown values (?, ?, ?, ?)")) {
            table.execute("create temporary table release_shown (group_number int primary key, status_shown boolean,"
                    + " level_shown boolean, day_shown boolean) on commit drop");
            var waiting = 0;
            for (var each : numbers.entrySet()) {
                var group = each.getKey();
                var of = shown.get(each.getValue());
                insert.setInt(1, release);
                insert.setInt(2, each.getValue());
                insert.setString(3, group.period());
                insert.setString(4, group.classCode());
                insert.setString(5, group.matter());
                insert.setString(6, group.placeLevel().name());
                insert.setString(7, group.place());
                insert.setBoolean(8, group.pooled());
                insert.setInt(9, of.cases());
                insert.setObject(10, of.closed(), java.sql.Types.INTEGER);
                insert.setObject(11, of.closedInTime(), java.sql.Types.INTEGER);
                insert.setObject(12, of.medianHours(), java.sql.Types.DOUBLE);
                insert.addBatch();
                told.setInt(1, each.getValue());
                told.setBoolean(2, of.status());
                told.setBoolean(3, of.level());
                told.setBoolean(4, isOfThings(group));
                told.addBatch();
                if (++waiting % BATCH == 0) {
                    insert.executeBatch();
                    told.executeBatch();
                }
            }
            insert.executeBatch();
            told.executeBatch();
        }
    }

    /** Day and point are told of parts and events of the city, never of a matter between people or of a pool. */
    private static boolean isOfThings(Group group) {
        return !group.pooled()
                && Catalogue.find(group.matter()).filter(Matter::isPartOrEvent).isPresent();
    }

    private static void writeCases(Connection connection, int release) throws SQLException {
        try (var insert = connection.prepareStatement("insert into open_case select ?, row_number() over (order by"
                + " group_number, reported_on, closed_on, days_taken, status, level, longitude, latitude), told.* from ("
                + "select cell.group_number,"
                + " case when day_shown then " + day("c.reported_at") + " end as reported_on,"
                + " case when day_shown and status_shown and " + CLOSED + " then " + day("c.closed_at")
                + " end as closed_on,"
                + " case when status_shown and " + CLOSED + " then " + day("c.closed_at") + " - " + day("c.reported_at")
                + " end as days_taken,"
                + " case when status_shown then case when " + CLOSED + " then 'closed' else 'open' end end as status,"
                + " case when level_shown then c.level end as level,"
                + " case when day_shown then round(c.longitude::numeric, 3)::float8 end as longitude,"
                + " case when day_shown then round(c.latitude::numeric, 3)::float8 end as latitude"
                + " from grid_case c" + CELL_OF_CASE + " join release_shown using (group_number)"
                + " where " + PUBLIC + ") told")) {
            insert.setInt(1, release);
            insert.executeUpdate();
        }
    }

    private static String day(String time) {
        return "(" + time + " at time zone 'Asia/Shanghai')::date";
    }
}
