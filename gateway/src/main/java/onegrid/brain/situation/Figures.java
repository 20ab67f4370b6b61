package onegrid.brain.situation;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import onegrid.brain.situation.SituationResource.ClassFigures;
import onegrid.brain.situation.SituationResource.GridFigures;
import onegrid.brain.situation.SituationResource.LinkageFigures;
import onegrid.brain.situation.SituationResource.Situation;
import onegrid.brain.situation.SituationResource.Today;
import onegrid.kit.clock.Zone;

/** Counts over the projection; what the caller may not see is not counted. */
@ApplicationScoped
class Figures {
    private static final String OPEN =
            "k.status in ('REPORTED','FILED','SELF_HANDLING','DISPATCHED','RETURN_REQUESTED',"
                    + "'ACCEPTED','IN_PROGRESS','SUSPENDED','FEEDBACK','VERIFYING')";
    /** A suspended case has no clock, so it cannot be overdue. */
    private static final String OVERDUE = "k.due_at < ? and k.status <> 'SUSPENDED'";

    private static final String LINKED = "exists (select 1 from linkage x where x.case_id = k.case_id)";

    private final DataSource database;

    Figures(DataSource database) {
        this.database = database;
    }

    Situation situation(Sight sight, Instant now, Instant midnight) throws SQLException {
        try (var connection = database.getConnection()) {
            var seen = sight.condition("k", LINKED);
            var open = open(connection, seen, now);
            return new Situation(
                    Zone.at(now),
                    today(connection, seen, midnight),
                    open[0],
                    open[1],
                    grids(connection, seen, now),
                    classes(connection, seen),
                    linkages(connection, sight));
        }
    }

    private static Today today(Connection connection, String seen, Instant midnight) throws SQLException {
        try (var query = connection.prepareStatement("""
                select count(*) filter (where k.reported_at >= ?), count(*) filter (where k.closed_at >= ?),
                       count(*) filter (where k.reported_at >= ? and k.scale = 'BIG'),
                       count(*) filter (where k.reported_at >= ? and k.scale = 'SMALL')
                from known_case k where (k.reported_at >= ? or k.closed_at >= ?) and """ + " " + seen)) {
            for (var i = 1; i <= 6; i++) {
                query.setTimestamp(i, Timestamp.from(midnight));
            }
            var row = only(query);
            return new Today(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4));
        }
    }

    private static int[] open(Connection connection, String seen, Instant now) throws SQLException {
        try (var query = connection.prepareStatement("select count(*), count(*) filter (where " + OVERDUE
                + ") from known_case k where " + OPEN + " and " + seen)) {
            query.setTimestamp(1, Timestamp.from(now));
            var row = only(query);
            return new int[] {row.getInt(1), row.getInt(2)};
        }
    }

    /** A case counts in its community and, when it lies in one, in its grid. */
    private static List<GridFigures> grids(Connection connection, String seen, Instant now) throws SQLException {
        try (var query = connection.prepareStatement("""
                select left(k.grid_code, node.digits), node.level, count(*), count(*) filter (where %s),
                       count(*) filter (where k.scale = 'BIG')
                from known_case k join (values (12, 2), (15, 3)) as node(digits, level)
                  on length(k.grid_code) >= node.digits
                where %s and %s group by 1, 2 order by 2, 1""".formatted(OVERDUE, OPEN, seen))) {
            query.setTimestamp(1, Timestamp.from(now));
            var rows = query.executeQuery();
            var grids = new ArrayList<GridFigures>();
            while (rows.next()) {
                grids.add(new GridFigures(
                        rows.getString(1), rows.getInt(2), rows.getInt(3), rows.getInt(4), rows.getInt(5)));
            }
            return grids;
        }
    }

    private static List<ClassFigures> classes(Connection connection, String seen) throws SQLException {
        try (var query = connection.prepareStatement("select coalesce(k.class_name, '未分类'), count(*) from known_case k"
                + " where " + OPEN + " and " + seen + " group by 1 order by 2 desc, 1")) {
            var rows = query.executeQuery();
            var classes = new ArrayList<ClassFigures>();
            while (rows.next()) {
                classes.add(new ClassFigures(rows.getString(1), rows.getInt(2)));
            }
            return classes;
        }
    }

    private static LinkageFigures linkages(Connection connection, Sight sight) throws SQLException {
        try (var query = connection.prepareStatement("""
                select count(*), count(*) filter (where exists (select 1 from linkage_part p where p.linkage_id = l.id
                         and p.status in ('ISSUED', 'RECEIVED', 'ACCEPTED', 'IN_PROGRESS')))
                from linkage l where l.status = 'OPEN' and """ + " " + sight.condition("l", "true"))) {
            var row = only(query);
            return new LinkageFigures(row.getInt(1), row.getInt(2));
        }
    }

    private static ResultSet only(PreparedStatement query) throws SQLException {
        var rows = query.executeQuery();
        rows.next();
        return rows;
    }
}
