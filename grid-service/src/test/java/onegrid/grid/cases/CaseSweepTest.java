package onegrid.grid.cases;

import static onegrid.grid.cases.District.COMMUNITY_DESK;
import static onegrid.grid.cases.District.filed;
import static onegrid.grid.cases.District.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import onegrid.kit.clock.DueRows;
import onegrid.testing.ServiceUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The clock of all cases, on the database, with several sweeps at once as replicas have them. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class CaseSweepTest {
    @Inject
    CaseSweep sweep;

    @Inject
    Scheduler scheduler;

    @Inject
    DueRows due;

    @Inject
    EntityManager entities;

    @Inject
    DataSource database;

    @Test
    void everyOverdueCaseIsRemindedWarnedAndRaisedOnce() throws Exception {
        var ids = IntStream.range(0, 20).mapToObj(n -> filed("0402")).toList();
        overdue(ids);

        try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            Stream.generate(() -> sweep).limit(4).forEach(replica -> replicas.submit(replica::sweep));
        }

        for (var id : ids) {
            await().atMost(Duration.ofSeconds(60)).until(() -> pressed(id).size() >= 3);
            assertThat(pressed(id)).containsExactly("时限已过一半", "时限已过八成，黄色预警", "时限已到，升一级督促");
        }
    }

    @Test
    void aCaseThatCannotBePressedHoldsNobodyUp() throws Exception {
        var broken = filed("0402");
        var sound = filed("0402");
        overdue(List.of(broken, sound));
        change(
                "update grid_case set limit_profile = 'CONSULT', time_limit = '1工作日', due_at = '2031-01-01', limit_from = '2030-01-01',"
                        + " next_mark_at = '2026-01-01' where id = ?::uuid",
                broken); // no calendar there

        sweep.sweep();

        await().atMost(Duration.ofSeconds(60)).until(() -> pressed(sound).size() >= 3);
        assertThat(pressed(broken)).isEmpty();
    }

    @Test
    void of10000OpenCasesThe150OverdueArePressedOnceThoughAReplicaDies() throws Exception {
        var dying = new DyingReplica();
        try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            scheduler.pause(); // until the dying one has its hands full
            tenThousandLike(filed("0402"));
            replicas.submit(dying);
            dying.hasABatch.await();
            scheduler.resume();
            replicas.submit(sweep::sweep);
        }

        await().atMost(Duration.ofSeconds(60))
                .until(() -> number("select count(*) from grid_case where " + OVERDUE) == 0);
        assertThat(dying.pressed).as("cases in hand when it died").hasValue(7);
        assertThat(rows("select s.reason, count(*), count(distinct s.case_id) from case_step s join grid_case c"
                        + " on c.id = s.case_id where s.command = 'press' and " + MANY + " group by 1"))
                .containsExactlyInAnyOrder("时限已过一半 150 150", "时限已过八成，黄色预警 150 150", "时限已到，升一级督促 150 150");
        assertThat(rows("select o.type, count(*), count(distinct o.event_key) from outbox o join grid_case c"
                        + " on c.id::text = o.event_key where " + MANY + " group by 1"))
                .containsExactlyInAnyOrder(
                        "grid.case.reminded.v1 150 150", "grid.case.warned.v1 150 150", "grid.case.overdue.v1 150 150");
    }

    private static final String MANY = "c.number like '200101-%'";
    private static final String OVERDUE = "number like '200101-%' and next_mark_at < now()";

    /** Its connection is ended in the middle of its first batch, as a kill would. */
    private class DyingReplica implements Runnable {
        private final AtomicInteger pressed = new AtomicInteger();
        private final CountDownLatch hasABatch = new CountDownLatch(1);

        @Override
        public void run() {
            due.treat("grid_case", id -> {
                sweep.press(id);
                hasABatch.countDown();
                if (pressed.incrementAndGet() == 7) {
                    entities.flush();
                    entities.createNativeQuery("select pg_terminate_backend(pg_backend_pid())")
                            .getResultList();
                }
            });
        }
    }

    /** Open ones in another community, of which every 66th or so is 25 hours old and has 24 hours. */
    private void tenThousandLike(String id) throws SQLException {
        change("""
                insert into grid_case (id, number, version, status, matter_code, severity, limit_profile, time_limit, text, channel,
                    injury, grid_code, grid_name, grid_path, community_code, community_name, place_code, owner_unit,
                    owner_grid, level, reported_at, filed_at, limit_from, due_at, next_mark_at, token_hash)
                select gen_random_uuid(), '200101-' || 10000 + n, 2, 'FILED', matter_code, severity, limit_profile, time_limit, text,
                    channel, false, grid_code, grid_name, grid_path, community_code, community_name, '410212999001',
                    owner_unit, owner_grid, level, at, at, at, at + interval '24 hours', at + interval '12 hours', 'none'
                from grid_case, generate_series(0, 9999) n,
                    lateral (select now() - case when n % 66 = 0 and n < 9900 then interval '25 hours'
                        else interval '1 minute' end as at) filed
                where id = ?::uuid
                """, id);
        change("""
                insert into case_step (case_id, seq, at, to_status, command, actor, role)
                select c.id, seq, c.filed_at, 'FILED', 'file', 'test', 'test'
                from grid_case c, generate_series(1, 2) seq where c.number like ?
                """, "200101-%");
    }

    @AfterEach
    void closeTheTenThousand() throws SQLException {
        change(
                "update grid_case c set status = 'CANCELLED', next_mark_at = null where " + MANY
                        + " and ?::text is null",
                null);
    }

    /** Filed 25 hours ago with 24 hours' time. */
    private void overdue(List<String> ids) throws SQLException {
        for (var id : ids) {
            change(
                    "update grid_case set limit_from = now() - interval '25 hours', due_at = now() - interval '1 hour',"
                            + " next_mark_at = now() - interval '13 hours' where id = ?::uuid",
                    id);
        }
    }

    private void change(String sql, String id) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(sql)) {
            update.setString(1, id);
            update.executeUpdate();
        }
    }

    private long number(String sql) throws SQLException {
        return Long.parseLong(rows(sql).getFirst());
    }

    /** The values of each row, with a blank between them. */
    private List<String> rows(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement(sql);
                var found = query.executeQuery()) {
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

    private static List<String> pressed(String id) {
        return read(COMMUNITY_DESK, id).jsonPath().getList("history.findAll { it.command == 'press' }.reason");
    }
}
