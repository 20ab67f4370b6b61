package onegrid.acceptance;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * The clock over 100,000 open cases: how long until every one that is due has been pressed, by the database, while the
 * brain hears of each on the same cores; and the same rows by plain SQL in transactions of fifty.
 */
final class SweepBench {
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private SweepBench() {}

    static void measure(District district) throws Exception {
        System.out.println("\nSweep of 100,000 open cases: until none is due that was");
        try (var connection = district.stack().postgres().connect("grid")) {
            for (var due : new int[] {1_000, 100_000}) {
                var cases = makeDue(connection, due);
                var began = Instant.now();
                var end = began.plus(PATIENCE);
                while (stillDue(connection) > 0 && Instant.now().isBefore(end)) {
                    Thread.sleep(100);
                }
                var seconds = Duration.between(began, Instant.now()).toMillis() / 1e3;
                System.out.printf(
                        "  %,7d of them due   all pressed in %6.1f s   %5.0f /s%s%n",
                        cases, seconds, cases / seconds, stillDue(connection) > 0 ? "   NOT FINISHED" : "");
            }
            System.out.printf("  the same rows by plain SQL, 50 a commit      %5.0f /s%n", plain(connection));
        }
    }

    /** At their due time, warned before. */
    private static int makeDue(Connection connection, int most) throws SQLException {
        try (var statement = connection.createStatement()) {
            return statement.executeUpdate("update grid_case set pressed = 80, due_at = now() - interval '1 minute',"
                    + " limit_from = now() - interval '1 minute' - (due_at - limit_from), accept_by = null,"
                    + " verify_by = null, next_mark_at = now() - interval '1 minute' where id in (select id from grid_case"
                    + " where next_mark_at is not null and status not in ('REPORTED', 'SUSPENDED') limit " + most
                    + ")");
        }
    }

    private static long stillDue(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from grid_case where next_mark_at <= now()")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static double plain(Connection connection) throws SQLException {
        run(connection, "create table bench_case (like grid_case including all)");
        run(connection, "create table bench_step (like case_step including all)");
        run(connection, "create table bench_outbox (like outbox including all)");
        run(connection, "create temp table one_step as select * from case_step where command = 'press' limit 1");
        run(
                connection,
                "create temp table one_event as select * from outbox where type = 'grid.case.overdue.v1' limit 1");
        run(connection, "insert into bench_case select * from grid_case where next_mark_at is not null limit 10000");
        try (var ids = connection.createStatement();
                var next = ids.executeQuery("select id from bench_case");
                var change = connection.prepareStatement("update bench_case set version = version + 1, pressed = 100,"
                        + " level = 'STREET', next_mark_at = now() + interval '1 day' where id = ?");
                var step = connection.prepareStatement("insert into bench_step select ?, seq, now(), from_status,"
                        + " to_status, command, actor, role, reason, note from one_step");
                var told = connection.prepareStatement(
                        "insert into bench_outbox (event_id, topic, event_key, type, payload)"
                                + " select gen_random_uuid(), topic, ?, type, payload from one_event")) {
            connection.setAutoCommit(false);
            var began = System.nanoTime();
            var done = 0;
            while (next.next()) {
                change.setObject(1, next.getObject(1));
                change.executeUpdate();
                step.setObject(1, next.getObject(1));
                step.executeUpdate();
                told.setString(1, next.getString(1));
                told.executeUpdate();
                if (++done % 50 == 0) {
                    connection.commit();
                }
            }
            connection.commit();
            return done / ((System.nanoTime() - began) / 1e9);
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
