package onegrid.grid.cases;

import static onegrid.grid.cases.District.COMMUNITY_DESK;
import static onegrid.grid.cases.District.filed;
import static onegrid.grid.cases.District.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import onegrid.testing.ServiceUnderTest;
import org.junit.jupiter.api.Test;

/** The clock of all cases, on the database, with several sweeps at once as replicas have them. */
@QuarkusTest
@WithTestResource(ServiceUnderTest.class)
class CaseSweepTest {
    @Inject
    CaseSweep sweep;

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
                "update grid_case set limit_profile = 'CONSULT', due_at = '2031-01-01', limit_from = '2030-01-01',"
                        + " next_mark_at = '2026-01-01' where id = ?::uuid",
                broken); // no calendar there

        sweep.sweep();

        await().atMost(Duration.ofSeconds(60)).until(() -> pressed(sound).size() >= 3);
        assertThat(pressed(broken)).isEmpty();
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

    private static List<String> pressed(String id) {
        return read(COMMUNITY_DESK, id).jsonPath().getList("history.findAll { it.command == 'press' }.reason");
    }
}
