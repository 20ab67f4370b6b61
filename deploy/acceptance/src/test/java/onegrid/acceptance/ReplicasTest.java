package onegrid.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import onegrid.local.ServiceProcess;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two processes of grid-service on one database, of which one is killed with its hands full. */
class ReplicasTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String MANY = "c.number like '200202-%'";

    private District district;
    private Connection database;

    @BeforeEach
    void connect() throws SQLException {
        district = TestDistrict.get();
        database = district.stack().postgres().connect("grid");
        forgetThem();
    }

    @AfterEach
    void disconnect() throws SQLException {
        forgetThem();
        database.close();
    }

    @Test
    void of10000OpenCasesThe150OverdueArePressedOnceThoughOneOfTwoReplicasIsKilled() throws Exception {
        try (var second = replica();
                var inTheWay = district.stack().postgres().connect("grid")) {
            tenThousandOpen();
            inTheWay.setAutoCommit(false);
            run(inTheWay, "lock table case_step in share mode");
            startTheirClocks();
            // Both have taken a batch and cannot write the history of its first case.
            await().atMost(PATIENCE)
                    .until(() -> number("select count(*) from pg_stat_activity where datname = 'grid'"
                                    + " and wait_event_type = 'Lock' and query like '%case_step%'")
                            >= 2);
            second.kill9();
            inTheWay.commit();

            await().atMost(PATIENCE)
                    .until(() ->
                            number("select count(*) from grid_case c where next_mark_at < now() and " + MANY) == 0);
        }

        assertThat(rows("select s.reason, count(*), count(distinct s.case_id) from case_step s join grid_case c"
                        + " on c.id = s.case_id where s.command = 'press' and " + MANY + " group by 1"))
                .containsExactlyInAnyOrder("时限已过一半 150 150", "时限已过八成，黄色预警 150 150", "时限已到，升一级督促 150 150");
        assertThat(rows("select o.type, count(*), count(distinct o.event_key) from outbox o join grid_case c"
                        + " on c.id::text = o.event_key where " + MANY + " group by 1"))
                .containsExactlyInAnyOrder(
                        "grid.case.reminded.v1 150 150", "grid.case.warned.v1 150 150", "grid.case.overdue.v1 150 150");
    }

    private ServiceProcess replica() {
        var second = ((ServiceProcess) district.stack().part("grid-service")).replica();
        second.start();
        return second;
    }

    /** Filed in a place of their own, of which every 66th or so is 25 hours old and has 24 hours. */
    private void tenThousandOpen() throws SQLException {
        run(database, "set session_replication_role = replica");
        run(database, """
                insert into grid_case (id, number, version, status, matter_code, severity, limit_profile, time_limit, text,
                    channel, injury, grid_code, grid_name, grid_path, community_code, community_name, place_code,
                    owner_unit, owner_grid, level, reported_at, filed_at, limit_from, due_at, next_mark_at, token_hash)
                select gen_random_uuid(), '200202-' || 10000 + n, 2, 'FILED', '0402', 3, 'URGENT', '24紧急工作时', '路灯不亮',
                    'PORTAL', false, '410212999001001', '一格', '某街 / 某社区 / 一格', '410212999001', '某社区',
                    '410212999001001', 'grid', '410212999001001', 'GRID', at, at, at, at + interval '24 hours',
                    null, 'none'
                from generate_series(0, 9999) n,
                    lateral (select now() - case when n % 66 = 0 and n < 9900 then interval '25 hours'
                        else interval '1 minute' end as at) filed
                """);
        run(database, """
                insert into case_step (case_id, seq, at, to_status, command, actor, role)
                select c.id, seq, c.filed_at, 'FILED', 'file', 'test', 'test'
                from grid_case c, generate_series(1, 2) seq where %s
                """.formatted(MANY));
    }

    private void startTheirClocks() throws SQLException {
        run(database, "update grid_case c set next_mark_at = filed_at + interval '12 hours' where " + MANY);
    }

    private void forgetThem() throws SQLException {
        run(database, "set session_replication_role = replica"); // a history is kept; this one was made up
        for (var table : List.of("case_step", "case_words", "case_promise")) {
            run(database, "delete from " + table + " s using grid_case c where c.id = s.case_id and " + MANY);
        }
        run(database, "delete from grid_case c where " + MANY);
        try (var brain = district.stack().postgres().connect("gateway")) {
            run(brain, "delete from known_case c where " + MANY);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        return Long.parseLong(rows(sql).getFirst());
    }

    /** The values of each row, with a blank between them. */
    private List<String> rows(String sql) throws SQLException {
        try (var query = database.createStatement();
                var found = query.executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (found.next()) {
                var row = new StringJoiner(" ");
                for (var i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(found.getString(i));
                }
                rows.add(row.toString());
            }
            return rows;
        }
    }
}
